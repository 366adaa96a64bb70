import { aujourdhui, type Contexte } from '../../parcours/contexte';
import type { Parcours } from '../../parcours/parcours';
import { jourAt } from '../../temps/heure-locale';
import type { Instant } from '../../temps/instant';
import type { CourrielVoulu } from '../courriel';
import type { Matiere, Redaction } from './matiere';

type ModeleDuRendezVous =
  | 'convocation'
  | 'deplacement'
  | 'annulation'
  | 'rappel'
  | 'annulation_tardive'
  | 'convocation_non_remise'
  | 'reponse_personne'
  | 'rectification_presence'
  | 'changement_referent';

/** R07–R09, R17, R22, R32, R42 — what speaks of an appointment. */
export const redactionsDesRendezVous: { readonly [M in ModeleDuRendezVous]: Redaction<M> } = {
  convocation: about('convocation'),
  rappel: about('rappel'),
  annulation_tardive: about('annulation_tardive'),
  convocation_non_remise: about('convocation_non_remise'),
  deplacement(voulu, { p, ctx, commun, rdv }) {
    const rendezVous = rdv(voulu.rendezVousId);
    return rendezVous && { ...commun, modele: 'deplacement', rendezVous, anciens: anciensOf(p, voulu, ctx) };
  },
  annulation(voulu, { p, ctx, commun, rdv }) {
    const rendezVous = rdv(voulu.rendezVousId);
    const anciens = anciensOf(p, voulu, ctx);
    return rendezVous && { ...commun, modele: 'annulation', rendezVous, anciens, raison: raisonOf(p, voulu) };
  },
  reponse_personne(voulu, { p, commun, rdv }) {
    const rendezVous = rdv(voulu.rendezVousId);
    const dite = p.reponses[Number(voulu.cle.split(':')[1]) - 1]?.quoi;
    const quoi = dite === 'venue' ? 'venue' : 'empechement';
    return rendezVous && { ...commun, modele: 'reponse_personne', rendezVous, quoi };
  },
  rectification_presence(voulu, { p, commun, rdv }) {
    const dit = rdv(voulu.rendezVousId);
    if (dit === null) return null;
    const absent = p.rendezVous.some((r) => r.id === dit.id && r.issue?.statut === 'absent');
    const quoi = absent ? 'date' : 'presence';
    return { ...commun, modele: 'rectification_presence', debut: dit.debut, quoi };
  },
  changement_referent: (_, m) => ({
    ...m.commun,
    modele: 'changement_referent',
    ...rendezVousDuChangement(m),
  }),
};

type ModeleSimple = 'convocation' | 'rappel' | 'annulation_tardive' | 'convocation_non_remise';

function about<M extends ModeleSimple>(modele: M) {
  return (voulu: CourrielVoulu, { commun, rdv }: Matiere) => {
    const rendezVous = rdv(voulu.rendezVousId);
    return rendezVous && { ...commun, modele, rendezVous };
  };
}

/** R22 — what is still to come, as it stands with the new référent. */
function rendezVousDuChangement({ p, ctx, rdv, ancien }: Matiere) {
  const aVenir = p.rendezVous
    .filter((r) => r.issue === null && r.creneau.debut > ctx.maintenant)
    .sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1));
  const siens = aVenir.filter((r) => r.referentId === p.referent?.id);
  return {
    ancien,
    le: p.referent === null ? aujourdhui(ctx) : jourAt(p.referent.depuisA, ctx.zone),
    prochain: rdv(siens[0]?.id ?? null),
    aReplacer: aVenir.filter((r) => r.aReplacerDepuis !== null).map((r) => r.creneau.debut),
  };
}

/** R09 — where it stood before, as far as that is still to come: somebody could go there. */
function anciensOf(p: Parcours, voulu: CourrielVoulu, { maintenant }: Contexte): readonly Instant[] {
  const rdv = p.rendezVous.find((r) => r.id === voulu.rendezVousId);
  const debuts = new Set(rdv?.anciens.map((ancien) => ancien.debut));
  return [...debuts].filter((debut) => debut > maintenant && debut !== rdv?.creneau.debut).sort();
}

function raisonOf(p: Parcours, voulu: CourrielVoulu): 'personne' | 'service' | 'erreur' | 'parcours_clos' {
  if (p.sortie !== null) return 'parcours_clos';
  const rdv = p.rendezVous.find((r) => r.id === voulu.rendezVousId);
  if (rdv?.issue?.statut === 'retire') return 'erreur';
  return rdv?.issue?.statut === 'annule_personne' ? 'personne' : 'service';
}
