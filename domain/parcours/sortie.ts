import { findManquementsOuverts } from '../obligations/manquement';
import { jourAt } from '../temps/heure-locale';
import { aujourdhui, type Contexte } from './contexte';
import type { DemandeDe } from './demandes';
import type { Parcours } from './parcours';
import { accepte, refuse, type Verdict } from './verdict';

/** law.md 3.4 — reasons of an exit and their class. `silencieux`: nothing more is written to the person. */
export const motifsSortie = {
  cdi: { libelle: 'Contrat à durée indéterminée', classe: 'emploi_durable', silencieux: false },
  cdd_long: { libelle: 'CDD ou intérim de plus de six mois', classe: 'emploi_durable', silencieux: false },
  creation_activite: { libelle: 'Création d’activité', classe: 'emploi_durable', silencieux: false },
  cdd_court: {
    libelle: 'CDD ou intérim de six mois au plus',
    classe: 'emploi_de_transition',
    silencieux: false,
  },
  contrat_aide: { libelle: 'Contrat aidé', classe: 'emploi_de_transition', silencieux: false },
  formation: { libelle: 'Entrée en formation qualifiante', classe: 'sortie_positive', silencieux: false },
  structure_insertion: {
    libelle: 'Embauche dans une structure d’insertion',
    classe: 'sortie_positive',
    silencieux: false,
  },
  objectif_atteint: { libelle: 'Objectifs du contrat atteints', classe: 'autre', silencieux: false },
  duree_maximale: { libelle: 'Durée maximale atteinte', classe: 'autre', silencieux: false },
  reorientation: { libelle: 'Réorientation', classe: 'autre', silencieux: false },
  fin_de_droit: { libelle: 'Fin de droit au RSA', classe: 'autre', silencieux: false },
  refus: { libelle: 'Refus de la personne', classe: 'autre', silencieux: false },
  perdu_de_vue: { libelle: 'Sans nouvelles de la personne', classe: 'autre', silencieux: false },
  demenagement: { libelle: 'Déménagement', classe: 'autre', silencieux: true },
  deces: { libelle: 'Décès', classe: 'autre', silencieux: true },
} as const satisfies Record<
  string,
  {
    readonly libelle: string;
    readonly classe: 'emploi_durable' | 'emploi_de_transition' | 'sortie_positive' | 'autre';
    readonly silencieux: boolean;
  }
>;

export type MotifSortie = keyof typeof motifsSortie;

export const codesMotifSortie = Object.keys(motifsSortie) as [MotifSortie, ...MotifSortie[]];

/** A human closes, with a reason and a date. Every appointment still to come is cancelled and said, unless the reason is silent. */
export function exitParcours(d: DemandeDe<'exitParcours'>, p: Parcours, ctx: Contexte): Verdict {
  if (d.le > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.le });
  const minimum = jourAt(p.ouvertA, ctx.zone);
  if (d.le < minimum) return refuse({ code: 'date_anterieure', minimum });
  const annulations = p.rendezVous
    .filter((rdv) => rdv.issue === null && rdv.creneau.debut > ctx.maintenant)
    .map((rdv) => ({
      type: 'rendez_vous_annule' as const,
      rendezVousId: rdv.id,
      par: 'service' as const,
      tardive: false,
      silencieux: motifsSortie[d.motif].silencieux,
    }));
  const manquements = findManquementsOuverts(p.manquements).map((m) => ({
    type: 'manquement_clos' as const,
    manquement: m.id,
    raison: 'parcours_clos' as const,
    texteId: null,
  }));
  return accepte(...annulations, ...manquements, { type: 'parcours_clos', motif: d.motif, le: d.le });
}
