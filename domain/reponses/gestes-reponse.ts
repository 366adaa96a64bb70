import { limiteReponse } from '../obligations/echeances-manquement';
import { findALever } from '../obligations/levee';
import { getOuvert } from '../obligations/decisions';
import { aujourdhui, type Contexte, type Regles } from '../parcours/contexte';
import type { DemandeDe } from '../parcours/demandes';
import type { Parcours } from '../parcours/parcours';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import type { Refus } from '../refus';
import { estAnnule, type RendezVous } from '../rendez-vous/rendez-vous';
import { addJoursOuvres } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { findReponse } from './reponse';

/** R42 — how often one may answer about one thing: beyond, talking is better than writing. */
const REPONSES_MAXIMUM = 10;

/** R42 — the person says that she will come. Said twice, it is said once. */
export function confirmVenue(d: DemandeDe<'confirmVenue'>, p: Parcours, ctx: Contexte): Verdict {
  const rdv = getMontre(p, d, ctx);
  if ('code' in rdv) return refuse(rdv);
  if (findReponse(p, rdv)?.quoi === 'venue') return accepte();
  const { id: rendezVousId, revision } = rdv;
  return accepte({ type: 'venue_confirmee', rendezVousId, revision });
}

/** R42 — the person says that she cannot come: the appointment stands until a human moves or cancels it. */
export function announceEmpechement(
  d: DemandeDe<'announceEmpechement'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  const rdv = getMontre(p, d, ctx);
  if ('code' in rdv) return refuse(rdv);
  const { motif, moments, texteId } = d;
  const { id: rendezVousId, revision } = rdv;
  return accepte({ type: 'empechement_annonce', rendezVousId, revision, motif, moments, texteId });
}

/** R42 — the person answers a request for a motive: heard late too, judged by a human only (R14, R31). */
export function answerMotif(d: DemandeDe<'answerMotif'>, p: Parcours, ctx: Contexte): Verdict {
  const m = findALever(p, d.manquement) ?? getOuvert(p, d.manquement);
  if ('code' in m) return refuse(m);
  if (d.texteId === null && d.documentId === null) return refuse({ code: 'reponse_vide' });
  const dites = p.reponses.filter((r) => r.quoi === 'motif' && r.manquement === m.id);
  if (dites.length >= REPONSES_MAXIMUM) return refuse({ code: 'reponses_trop_nombreuses' });
  const { texteId, documentId } = d;
  const limite = limiteReponse(m, 'demande_motif', p, ctx);
  const tardive = limite !== null && aujourdhui(ctx) > limite;
  return accepte({ type: 'motif_repondu', manquement: m.id, tardive, texteId, documentId });
}

type Montre = { readonly rendezVousId: number; readonly revision: number };

/** The appointment of which the page spoke, if it still stands as shown. */
function getMontre(p: Parcours, { rendezVousId, revision }: Montre, ctx: Contexte): RendezVous | Refus {
  const rdv = p.rendezVous.find((r) => r.id === rendezVousId);
  if (rdv === undefined) return { code: 'rendez_vous_inconnu' };
  if (estAnnule(rdv)) return { code: 'rendez_vous_annule' };
  if (rdv.revision !== revision) return { code: 'rendez_vous_deplace' };
  if (rdv.issue !== null || rdv.creneau.debut <= ctx.maintenant) return { code: 'rendez_vous_passe' };
  const dites = p.reponses.filter((r) => r.quoi !== 'motif' && r.rendezVousId === rdv.id);
  return dites.length >= REPONSES_MAXIMUM ? { code: 'reponses_trop_nombreuses' } : rdv;
}

/** R42 — near enough for the référent to be told at once, beside the digest. */
export function estProche(rdv: RendezVous, a: Instant, r: Regles): boolean {
  const { prevenirSousJoursOuvres } = r.dispositif.reponses;
  return (
    jourAt(rdv.creneau.debut, r.zone) <= addJoursOuvres(jourAt(a, r.zone), prevenirSousJoursOuvres, r.zone)
  );
}
