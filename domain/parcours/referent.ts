import { findCreneau, type Agenda } from '../rendez-vous/agenda';
import { agendaHorsPauses, findFenetreDuDeplacement } from '../rendez-vous/planification';
import { jourAt } from '../temps/heure-locale';
import { aujourdhui, type Contexte } from './contexte';
import type { DemandeDe } from './demandes';
import type { Fait } from './faits';
import type { Parcours } from './parcours';
import { listRemplacements } from './remplacement';
import { accepte, refuse, type Verdict } from './verdict';

/** R22 — why a référent changes. Said to nobody but in the journal: a code, and a text that can be erased. */
export const motifsChangement = {
  demande_personne: 'À la demande de la personne',
  difficulte: 'Accompagnement devenu très difficile',
  depart: 'Départ du référent',
  conge: 'Congé ou arrêt long du référent',
  demenagement: 'Déménagement dans un autre secteur',
  repartition: 'Nouvelle répartition des accompagnements',
  autre: 'Autre motif',
} as const;

export type MotifChangement = keyof typeof motifsChangement;

export const codesMotifChangement = Object.keys(motifsChangement) as [MotifChangement, ...MotifChangement[]];

/**
 * R22 — a human confides the parcours to another référent. No anchor moves: months, bilans and cap run on from the
 * signature. Appointments to come go to the new one's permanences, or are flagged for a human to place.
 */
export function changeReferent(d: DemandeDe<'changeReferent'>, p: Parcours, ctx: Contexte): Verdict {
  const { referentId, motif, le, texteId, transfertId } = d;
  if (p.referent === null) return refuse({ code: 'referent_manquant' });
  if (p.referent.id === referentId) return refuse({ code: 'referent_inchange' });
  if (le > aujourdhui(ctx)) return refuse({ code: 'date_future', le });
  const minimum = jourAt(p.referent.depuisA, ctx.zone);
  if (le < minimum) return refuse({ code: 'date_anterieure', minimum });
  const change = {
    type: 'referent_change',
    de: p.referent.id,
    ...{ referentId, motif, le, texteId, transfertId },
  } as const;
  return accepte(change, ...listRemplacements(ctx, referentId), ...replaceRendezVous(p, ctx, referentId));
}

/** R08, R22 — each appointment to come, soonest first, takes the first free slot of its month with this référent. */
function replaceRendezVous(p: Parcours, ctx: Contexte, referentId: string): readonly Fait[] {
  const aVenir = p.rendezVous
    .filter((rdv) => rdv.issue === null && rdv.creneau.debut > ctx.maintenant)
    .filter((rdv) => rdv.referentId !== referentId)
    .sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1));
  const pris: Agenda['pris'][number][] = [];
  return aVenir.map((rdv): Fait => {
    const fenetre = findFenetreDuDeplacement(p, ctx, rdv);
    const agenda = ctx.agenda === null ? null : { ...ctx.agenda, pris: [...ctx.agenda.pris, ...pris] };
    const creneau =
      fenetre === null || agenda === null
        ? null
        : findCreneau(agendaHorsPauses(agenda, p), fenetre, ctx.zone, rdv.bilan !== null);
    if (creneau === null) return { type: 'rendez_vous_a_replacer', rendezVousId: rdv.id };
    pris.push(creneau);
    return { type: 'rendez_vous_deplace', rendezVousId: rdv.id, creneau, referentId };
  });
}
