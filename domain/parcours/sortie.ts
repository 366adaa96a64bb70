import { findManquementsOuverts } from '../obligations/manquement';
import { jourAt } from '../temps/heure-locale';
import { addDuree, addJours, type CivilDate } from '../temps/jour';
import { aujourdhui, type Contexte, type Regles } from './contexte';
import type { DemandeDe } from './demandes';
import type { Fait } from './faits';
import type { Parcours } from './parcours';
import { accepte, refuse, type Verdict } from './verdict';

/** R33 — how an exit counts. The first three together are "sorties dynamiques"; only the third is a "sortie positive". */
export const classesSortie = {
  emploi_durable: 'Emploi durable',
  emploi_de_transition: 'Emploi de transition',
  sortie_positive: 'Sortie positive',
  autre: 'Autre sortie',
} as const satisfies Record<string, string>;
export type ClasseSortie = keyof typeof classesSortie;

type Motif = {
  readonly libelle: string;
  /** `selon_duree`: the dates of the contract found say which (R33). */
  readonly classe: ClasseSortie | 'selon_duree';
  /** Nothing more is written to the person: not the end, not the follow-up. */
  readonly silencieux: boolean;
  /** R34 — how the situation six months later is learnt. */
  readonly suivi: 'courriel' | 'sans_courriel' | 'aucun';
};

function motif(libelle: string, classe: Motif['classe'] = 'autre', autre: Partial<Motif> = {}): Motif {
  return { libelle, classe, silencieux: false, suivi: 'courriel', ...autre };
}

const SILENCE = { silencieux: true, suivi: 'sans_courriel' } as const;

/** R33 — reasons of an exit and their class (law.md 3.4). */
export const motifsSortie = {
  cdi: motif('Contrat à durée indéterminée', 'emploi_durable'),
  cdd: motif('CDD ou intérim', 'selon_duree'),
  titularisation: motif('Titularisation dans la fonction publique', 'emploi_durable'),
  creation_activite: motif('Création d’activité', 'emploi_durable'),
  contrat_aide: motif('Contrat aidé', 'emploi_de_transition'),
  formation: motif('Entrée en formation qualifiante ou préqualifiante', 'sortie_positive'),
  structure_insertion: motif('Embauche dans une structure d’insertion', 'sortie_positive'),
  objectif_atteint: motif('Objectifs du contrat atteints'),
  recherche_emploi: motif('Poursuite de la recherche d’emploi, sans accompagnement'),
  inactivite: motif('Retrait de la recherche d’emploi'),
  duree_maximale: motif('Durée maximale atteinte'),
  fin_operation: motif('Fin de l’opération'),
  reorientation: motif('Réorientation', 'autre', { suivi: 'sans_courriel' }),
  transfert: motif('Transfert du dossier à un autre organisme'),
  changement_familial: motif('Changement de situation familiale'),
  fin_de_droit: motif('Fin de droit au RSA'),
  radiation: motif('Radiation décidée par l’autorité compétente'),
  refus: motif('Refus de la personne'),
  perdu_de_vue: motif('Sans nouvelles de la personne'),
  demenagement: motif('Déménagement', 'autre', SILENCE),
  changement_departement: motif('Départ dans un autre département', 'autre', SILENCE),
  deces: motif('Décès', 'autre', { silencieux: true, suivi: 'aucun' }),
} as const satisfies Record<string, Motif>;

export type MotifSortie = keyof typeof motifsSortie;

export const codesMotifSortie = Object.keys(motifsSortie) as [MotifSortie, ...MotifSortie[]];

/** R33 — the contract that the person found; `finLe` is its last day, included, null when it has none. */
export type ContratTrouve = { readonly debutLe: CivilDate; readonly finLe: CivilDate | null };

/** R33 — the three classes that show that something began. */
export function estDynamique(classe: ClasseSortie): boolean {
  return classe !== 'autre';
}

/** R33 — a fixed-term contract counts by its length against the boundary of the edition; null when its dates are missing. */
export function classeSortieOf(
  code: MotifSortie,
  emploi: ContratTrouve | null,
  { dispositif }: Pick<Regles, 'dispositif'>,
): ClasseSortie | null {
  const { classe } = motifsSortie[code];
  if (classe !== 'selon_duree') return classe;
  if (emploi?.finLe == null) return null;
  const { mois, borneIncluse } = dispositif.sortie.emploiDurable;
  // The first day counts: six months from the 1st of July end on the 31st of December.
  const lendemain = addJours(emploi.finLe, 1);
  const borne = addDuree(emploi.debutLe, { mois });
  const durable = borneIncluse ? lendemain >= borne : lendemain > borne;
  return durable ? 'emploi_durable' : 'emploi_de_transition';
}

/** R33 — a human closes, with a reason and a date; a job may come with the dates of its contract. */
export function exitParcours(d: DemandeDe<'exitParcours'>, p: Parcours, ctx: Contexte): Verdict {
  if (d.le > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.le });
  const minimum = jourAt(p.ouvertA, ctx.zone);
  if (d.le < minimum) return refuse({ code: 'date_anterieure', minimum });
  const emploi = d.emploi ?? null;
  if (emploi !== null && !vaAvec(d.motif, emploi)) return refuse({ code: 'contrat_incoherent' });
  const classe = classeSortieOf(d.motif, emploi, ctx);
  if (classe === null) return refuse({ code: 'contrat_a_dater' });
  return accepte(...exitFaits(p, ctx, { motif: d.motif, classe, le: d.le, emploi }));
}

const EMPLOIS: readonly MotifSortie[] = ['cdi', 'cdd', 'titularisation', 'creation_activite', 'contrat_aide'];

/** R33 — the reasons with which the dates of a contract may be given. */
export function estEmploi(code: MotifSortie): boolean {
  return EMPLOIS.includes(code) || code === 'structure_insertion';
}

function vaAvec(code: MotifSortie, { debutLe, finLe }: ContratTrouve): boolean {
  if (!estEmploi(code)) return false;
  if (finLe === null) return true;
  return finLe >= debutLe && code !== 'cdi' && code !== 'titularisation' && code !== 'creation_activite';
}

type Sortie = Omit<Extract<Fait, { type: 'parcours_clos' }>, 'type'>;

/** R33 — everything pending ends with the parcours: appointments still to come, said unless the reason is silent, and ladders. */
export function exitFaits(p: Parcours, ctx: Contexte, sortie: Sortie): readonly Fait[] {
  const { silencieux } = motifsSortie[sortie.motif];
  return [
    ...p.rendezVous
      .filter((rdv) => rdv.issue === null && rdv.creneau.debut > ctx.maintenant)
      .map((rdv): Fait => {
        const { id: rendezVousId } = rdv;
        return { type: 'rendez_vous_annule', rendezVousId, par: 'service', tardive: false, silencieux };
      }),
    ...findManquementsOuverts(p.manquements).map(({ id: manquement }): Fait => {
      return { type: 'manquement_clos', manquement, raison: 'parcours_clos', texteId: null };
    }),
    { type: 'parcours_clos', ...sortie },
  ];
}
