import { limiteReponse } from '../obligations/echeances-manquement';
import {
  findManquementOuvert,
  type ManquementOuvert,
  type QualificationMotif,
} from '../obligations/manquement';
import type { RendezVous, StatutRendezVous } from '../rendez-vous/rendez-vous';
import { reporteAuJourOuvre } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { addJours, plusTard, type CivilDate } from '../temps/jour';
import { bilansARealiser, type BilanPrevu } from './bilan';
import { aujourdhui, type Regles } from './contexte';
import type { Demande } from './demandes';
import type { OrientationBilan, Parcours } from './parcours';
import { limiteProlongation, plafondOf } from './plafond';
import { codesMotifSortie, type MotifSortie } from './sortie';

/** What each gesture asks for: the values that the law accepts now. Days are both included. */
type Demandes = {
  readonly assignReferent: object;
  readonly signContrat: { readonly du: CivilDate; readonly au: CivilDate };
  readonly addRendezVous: {
    readonly du: CivilDate;
    readonly au: CivilDate | null;
    /** Those that may be held there. */
    readonly bilans: readonly BilanPrevu[];
  };
  readonly moveRendezVous: {
    readonly rendezVous: readonly number[];
    readonly du: CivilDate;
    readonly au: CivilDate | null;
  };
  readonly cancelRendezVous: { readonly rendezVous: readonly number[] };
  readonly recordStatut: {
    readonly rendezVous: readonly { readonly id: number; readonly corrige: StatutRendezVous | null }[];
    readonly statuts: readonly StatutRendezVous[];
  };
  readonly recordBilan: {
    readonly bilans: readonly BilanPrevu[];
    readonly au: CivilDate;
    readonly orientations: readonly OrientationBilan[];
  };
  readonly prolongParcours: { readonly du: CivilDate; readonly au: CivilDate };
  readonly qualifyMotif: {
    readonly manquement: number;
    readonly qualifications: readonly QualificationMotif[];
  };
  readonly confirmSignalement: { readonly manquement: number };
  readonly postponeSignalement: { readonly manquement: number; readonly du: CivilDate };
  readonly dropSignalement: { readonly manquement: number };
  readonly recordRemise: {
    readonly lettres: readonly { readonly courrielCle: string; readonly du: CivilDate }[];
    readonly au: CivilDate;
  };
  readonly exitParcours: {
    readonly motifs: readonly MotifSortie[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
};

/** The gestures on an open parcours: every demande but its opening. */
export type CodeGeste = Exclude<Demande['type'], 'openParcours'>;

/** What each gesture is called, in one total table: a new one cannot be forgotten. */
const CODES = {
  assignReferent: 1,
  signContrat: 1,
  addRendezVous: 1,
  moveRendezVous: 1,
  cancelRendezVous: 1,
  recordStatut: 1,
  recordBilan: 1,
  prolongParcours: 1,
  qualifyMotif: 1,
  confirmSignalement: 1,
  postponeSignalement: 1,
  dropSignalement: 1,
  recordRemise: 1,
  exitParcours: 1,
} as const satisfies Record<CodeGeste, 1>;

export const codesGeste = Object.keys(CODES) as readonly CodeGeste[];

/** A gesture that the law allows now, with what its form needs. */
export type GestePermis = { [C in CodeGeste]: { readonly geste: C } & Demandes[C] }[CodeGeste];
export type GestePermisDe<C extends CodeGeste> = Extract<GestePermis, { geste: C }>;

export const statutsRendezVous: readonly StatutRendezVous[] = ['honore', 'excuse', 'absent'];
export const orientationsBilan: readonly OrientationBilan[] = [
  'continuer',
  'reviser',
  'changer_de_referent',
  'reorienter',
  'sortir',
];

/** The gestures that `decide` would accept now, given a free slot where one is needed: never more, never less. */
export function gestesPermis(p: Parcours, r: Regles, maintenant: Instant): readonly GestePermis[] {
  if (p.sortie !== null) return [];
  const le = aujourdhui({ maintenant, zone: r.zone });
  return [
    ...gestesOuverture(p, le),
    ...gestesRendezVous(p, r, maintenant),
    ...gestesBilan(p, r, le),
    ...gestesManquement(p, r, le),
    ...gestesLettre(p, r, le),
    ...gestesPlafond(p, r, le),
    { geste: 'exitParcours', motifs: codesMotifSortie, du: jourAt(p.ouvertA, r.zone), au: le },
  ];
}

function* gestesOuverture(p: Parcours, le: CivilDate): Iterable<GestePermis> {
  if (p.referent === null) yield { geste: 'assignReferent' };
  if (p.referent !== null && p.contrat === null && p.orientation.notifieeLe <= le)
    yield { geste: 'signContrat', du: p.orientation.notifieeLe, au: le };
}

function* gestesRendezVous(p: Parcours, r: Regles, maintenant: Instant): Iterable<GestePermis> {
  const le = aujourdhui({ maintenant, zone: r.zone });
  const aRenseigner = p.rendezVous.flatMap((rdv) => statutPossible(rdv, r, maintenant) ?? []);
  if (aRenseigner.length > 0)
    yield { geste: 'recordStatut', rendezVous: aRenseigner, statuts: statutsRendezVous };

  const aVenir = p.rendezVous
    .filter((rdv) => rdv.issue === null && rdv.creneau.debut > maintenant)
    .map((rdv) => rdv.id);
  const du = reporteAuJourOuvre(le, r.zone);
  const au = plafondOf(p, r);
  const place = p.referent !== null && (au === null || du <= au);
  if (aVenir.length > 0 && place) yield { geste: 'moveRendezVous', rendezVous: aVenir, du, au };
  if (aVenir.length > 0) yield { geste: 'cancelRendezVous', rendezVous: aVenir };
  if (place) yield { geste: 'addRendezVous', du, au, bilans: bilansAnnonces(p, r, le) };
}

/** R11 — once begun and not cancelled; a status already given can be corrected the same day. */
function statutPossible(
  rdv: RendezVous,
  r: Regles,
  maintenant: Instant,
): { readonly id: number; readonly corrige: StatutRendezVous | null } | null {
  if (rdv.creneau.debut > maintenant) return null;
  if (rdv.issue === null) return { id: rdv.id, corrige: null };
  const { statut, a } = rdv.issue;
  if (statut === 'annule_service' || statut === 'annule_personne') return null;
  return jourAt(a, r.zone) === jourAt(maintenant, r.zone) ? { id: rdv.id, corrige: statut } : null;
}

function bilansAnnonces(p: Parcours, r: Regles, le: CivilDate): readonly BilanPrevu[] {
  return bilansARealiser(p, r).filter(({ annonceLe }) => annonceLe <= le);
}

function* gestesBilan(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const bilans = bilansAnnonces(p, r, le);
  if (bilans.length > 0) yield { geste: 'recordBilan', bilans, au: le, orientations: orientationsBilan };
}

function* gestesManquement(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const m = findManquementOuvert(p.manquements);
  if (m === null) return;
  yield { geste: 'qualifyMotif', manquement: m.id, qualifications: qualificationsPermises(m, r, le) };
  if (m.etat.etat !== 'signalement_propose') return;
  yield { geste: 'confirmSignalement', manquement: m.id };
  yield { geste: 'postponeSignalement', manquement: m.id, du: addJours(le, 1) };
  yield { geste: 'dropSignalement', manquement: m.id };
}

/** R14 — a legitimate motive is heard at any rung; the others only while the motive is being asked. */
function qualificationsPermises(
  m: ManquementOuvert,
  r: Regles,
  le: CivilDate,
): readonly QualificationMotif[] {
  if (m.etat.etat !== 'motif_demande') return ['legitime'];
  const limite = limiteReponse(m, 'demande_motif', r);
  return limite !== null && le > limite
    ? ['legitime', 'non_legitime', 'sans_reponse']
    : ['legitime', 'non_legitime'];
}

function* gestesLettre(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const lettres = Object.entries(p.lettres).map(([courrielCle, { depuis }]) => ({
    courrielCle,
    du: jourAt(depuis, r.zone),
  }));
  if (lettres.length > 0) yield { geste: 'recordRemise', lettres, au: le };
}

function* gestesPlafond(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const plafond = plafondOf(p, r);
  if (p.contrat === null || plafond === null) return;
  const au = limiteProlongation(p.contrat.signeLe, r);
  const du = plusTard(addJours(plafond, 1), le);
  if (p.prolongations.length < r.dispositif.plafond.prolongation.fois && du <= au)
    yield { geste: 'prolongParcours', du, au };
}
