import type { GenreManquement } from '../../obligations/manquement';
import type { Contexte } from '../../parcours/contexte';
import type { Parcours } from '../../parcours/parcours';
import { reporteAuJourOuvre } from '../../temps/calendrier';
import { jourAt } from '../../temps/heure-locale';
import { addJours } from '../../temps/jour';
import type { Canal } from '../contenu';
import type { CourrielVoulu } from '../courriel';
import type { Redaction } from './matiere';

type ModeleDuManquement = 'demande_motif' | 'relance' | 'information_transmise' | 'situation_reglee';

/** R14, R31 — the letters of the ladder, and what ends it. */
export const redactionsDesManquements: { readonly [M in ModeleDuManquement]: Redaction<M> } = {
  demande_motif: (voulu, { p, ctx, canal, commun, rdv }) => ({
    ...commun,
    modele: 'demande_motif',
    genre: genreOf(p, voulu),
    absences: absencesOf(p, voulu),
    delai: delaiOf(ctx, ctx.dispositif.obligations.motif, canal),
    prochain: rdv(findAVenir(p, ctx, voulu.rendezVousId)),
  }),
  relance(voulu, { p, ctx, canal, commun, rdv }) {
    const rang = voulu.lettre === 'relance_2' ? 2 : 1;
    const { relance, proposition } = ctx.dispositif.obligations;
    const m = p.manquements.find((x) => x.id === voulu.manquement);
    return {
      ...commun,
      modele: 'relance',
      genre: genreOf(p, voulu),
      rang,
      absences: absencesOf(p, voulu),
      qualification: m?.qualification === 'non_legitime' ? 'non_legitime' : 'sans_reponse',
      delai: delaiOf(ctx, rang === 1 ? relance : proposition, canal),
      prochain: rdv(findAVenir(p, ctx, null)),
    };
  },
  information_transmise: (voulu, { p, commun }) => ({
    ...commun,
    modele: 'information_transmise',
    genre: genreOf(p, voulu),
  }),
  situation_reglee(voulu, { p, commun }) {
    const m = p.manquements.find((x) => x.id === voulu.manquement);
    const raison = m?.etat.etat === 'clos' ? m.etat.raison : null;
    return {
      ...commun,
      modele: 'situation_reglee',
      genre: genreOf(p, voulu),
      raison: raison === 'motif_legitime' || raison === 'remobilisation' ? raison : 'abandon',
      transmis: m !== undefined && m.signaux.length > 0,
    };
  },
};

function genreOf(p: Parcours, voulu: CourrielVoulu): GenreManquement {
  return p.manquements.find((x) => x.id === voulu.manquement)?.genre ?? 'absence';
}

function absencesOf(p: Parcours, voulu: CourrielVoulu) {
  const m = p.manquements.find((x) => x.id === voulu.manquement);
  return p.rendezVous.filter((r) => m?.rendezVousIds.includes(r.id) === true).map((r) => r.creneau.debut);
}

/** R14, R04 — the answer is expected so many days after delivery; a printed letter cannot know that day. */
function delaiOf(ctx: Contexte, jours: number, canal: Canal) {
  const limite = reporteAuJourOuvre(addJours(jourAt(ctx.maintenant, ctx.zone), jours), ctx.zone);
  return { jours, avantLe: canal === 'lettre' ? null : limite };
}

/** The appointment that a letter of the ladder offers: still to come, the soonest unless one is named. */
function findAVenir(p: Parcours, ctx: Contexte, id: number | null): number | null {
  const aVenir = p.rendezVous
    .filter((r) => r.issue === null && r.creneau.debut > ctx.maintenant && (id === null || r.id === id))
    .sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1));
  return aVenir[0]?.id ?? null;
}
