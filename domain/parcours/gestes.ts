import {
  CODES_ENGAGEMENT,
  gestesEngagement,
  heuresPermises,
  type DemandesEngagement,
  type HeuresPermises,
} from '../engagement/gestes-engagement';
import type {
  GenreManquement,
  QualificationMotif,
  Signal,
  SuiteSignalement,
} from '../obligations/manquement';
import type { CodeMotif } from '../obligations/motifs';
import { joursLibresPourPause } from '../pauses/gestes-pause';
import {
  codesMotifPause,
  findJourHorsPause,
  findPauseDu,
  pauseActuelle,
  type MotifPause,
} from '../pauses/pause';
import type { RendezVous, StatutRendezVous } from '../rendez-vous/rendez-vous';
import { reporteAuJourOuvre } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { addJours, plusTard, plusTot, type CivilDate } from '../temps/jour';
import { enVigueur, listSuccesseurs, type RefDispositif } from '../dispositifs/en-vigueur';
import { lettresDe } from './lettres';
import { bilansARealiser, type BilanPrevu } from './bilan';
import { aujourdhui, type Regles } from './contexte';
import type { DemandeReponse } from '../reponses/reponse';
import { estDecesSignale } from './deces';
import type { Demande } from './demandes';
import { ancreOf, statutsRendezVous } from '../rendez-vous/rendez-vous';
import { findRattrapagesVains } from '../corrections/rattrapages';
import { gestesCorrection } from '../corrections/gestes-correction';
import { gestesManquement } from './gestes-manquement';
import { etapeOf, type OrientationBilan, type Parcours } from './parcours';
import { findPremierJour, codesGenreEmploi, findEmploiEnCours, type GenreEmploi } from './emploi';
import { codesMoyen, estContactCompte, type MoyenContact } from './silence';
import { limiteRendezVous, limiteProlongation, plafondOf } from './plafond';
import { codesMotifChangement, type MotifChangement } from './referent';
import { codesMotifSortie, type MotifSortie } from './sortie';
import { estSuiviAttendu, listSituations, jourDuSuivi, type SituationSuivi } from './suivi-sortie';

/** A ladder that a gesture may be about. */
type Choix = { readonly id: number; readonly genre: GenreManquement };
type ChoixDate = Choix & { readonly du: CivilDate };

/** What each gesture asks for: the values that the law accepts now. Days are both included. */
type Demandes = DemandesEngagement & {
  readonly assignReferent: object;
  readonly changeReferent: {
    readonly actuel: string;
    readonly motifs: readonly MotifChangement[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly signContrat: {
    readonly du: CivilDate;
    readonly au: CivilDate;
    readonly heures: HeuresPermises;
  };
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
  readonly correctStatut: {
    readonly rendezVous: readonly { readonly id: number; readonly statut: StatutRendezVous }[];
    readonly statuts: readonly StatutRendezVous[];
  };
  readonly correctRendezVous: {
    readonly rendezVous: readonly number[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly recordRendezVous: {
    readonly statuts: readonly StatutRendezVous[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly correctContrat: { readonly signeLe: CivilDate; readonly du: CivilDate; readonly au: CivilDate };
  readonly correctBilan: {
    readonly bilans: readonly {
      readonly rang: number;
      readonly tenuLe: CivilDate;
      readonly du: CivilDate;
    }[];
    readonly au: CivilDate;
  };
  readonly recordBilan: {
    /** Each from its first day outside a pause on. */
    readonly bilans: readonly (BilanPrevu & { readonly du: CivilDate })[];
    readonly au: CivilDate;
    readonly orientations: readonly OrientationBilan[];
  };
  readonly pauseParcours: {
    readonly motifs: readonly MotifPause[];
    readonly du: CivilDate;
    readonly au: CivilDate | null;
    /** Its end may be left unknown. */
    readonly sansFin: boolean;
  };
  readonly resumeParcours: { readonly du: CivilDate };
  readonly prolongParcours: { readonly du: CivilDate; readonly au: CivilDate };
  readonly recordContact: {
    readonly moyens: readonly MoyenContact[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly recordEmploi: {
    readonly genres: readonly GenreEmploi[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly recordFinEmploi: { readonly du: CivilDate; readonly au: CivilDate };
  readonly qualifyMotif: {
    readonly manquements: readonly (Choix & { readonly qualifications: readonly QualificationMotif[] })[];
  };
  readonly recordMotif: {
    readonly manquements: readonly Choix[];
    readonly motifs: readonly CodeMotif[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly recordRemobilisation: { readonly manquements: readonly ChoixDate[]; readonly au: CivilDate };
  readonly recordSuite: {
    readonly manquements: readonly ChoixDate[];
    readonly suites: readonly SuiteSignalement[];
    readonly au: CivilDate;
  };
  readonly recordTransmission: {
    readonly manquements: readonly (ChoixDate & { readonly quoi: Signal['quoi'] })[];
    readonly au: CivilDate;
  };
  readonly confirmSignalement: { readonly manquements: readonly Choix[] };
  readonly postponeSignalement: { readonly manquements: readonly Choix[]; readonly du: CivilDate };
  readonly dropSignalement: { readonly manquements: readonly Choix[] };
  readonly recordRemise: {
    readonly lettres: readonly { readonly courrielCle: string; readonly du: CivilDate }[];
    readonly au: CivilDate;
  };
  readonly exitParcours: {
    readonly motifs: readonly MotifSortie[];
    readonly du: CivilDate;
    readonly au: CivilDate;
    /** R33 — months beyond which a fixed-term contract is lasting employment. */
    readonly borneMois: number;
  };
  readonly dropDeces: object;
  readonly recordSuivi: {
    readonly situations: readonly SituationSuivi[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly reorientParcours: {
    readonly editions: readonly EditionOfferte[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly moveEdition: {
    readonly editions: readonly (EditionOfferte & { readonly du: CivilDate; readonly au: CivilDate })[];
  };
};

/** An edition that may be chosen, and what it is called. */
export type EditionOfferte = { readonly dispositif: RefDispositif; readonly libelle: string };

/** The gestures on an open parcours: every demande but its opening, what the core asks of many (R24, R33), and what the person says herself (R42). */
export type CodeGeste = Exclude<
  Demande['type'],
  'openParcours' | 'assignRemplacant' | 'cancelRemplacement' | 'recordDeces' | DemandeReponse['type']
>;

/** What each gesture is called, in one total table: a new one cannot be forgotten. */
const CODES = {
  ...CODES_ENGAGEMENT,
  assignReferent: 1,
  changeReferent: 1,
  signContrat: 1,
  addRendezVous: 1,
  moveRendezVous: 1,
  cancelRendezVous: 1,
  recordStatut: 1,
  correctStatut: 1,
  correctRendezVous: 1,
  recordRendezVous: 1,
  correctContrat: 1,
  correctBilan: 1,
  recordBilan: 1,
  pauseParcours: 1,
  resumeParcours: 1,
  prolongParcours: 1,
  recordContact: 1,
  recordEmploi: 1,
  recordFinEmploi: 1,
  qualifyMotif: 1,
  recordMotif: 1,
  recordRemobilisation: 1,
  recordSuite: 1,
  recordTransmission: 1,
  confirmSignalement: 1,
  postponeSignalement: 1,
  dropSignalement: 1,
  recordRemise: 1,
  exitParcours: 1,
  dropDeces: 1,
  recordSuivi: 1,
  reorientParcours: 1,
  moveEdition: 1,
} as const satisfies Record<CodeGeste, 1>;

export const codesGeste = Object.keys(CODES) as readonly CodeGeste[];

/** A gesture that the law allows now, with what its form needs. */
export type GestePermis = { [C in CodeGeste]: { readonly geste: C } & Demandes[C] }[CodeGeste];
export type GestePermisDe<C extends CodeGeste> = Extract<GestePermis, { geste: C }>;

export const orientationsBilan: readonly OrientationBilan[] = [
  'continuer',
  'reviser',
  'changer_de_referent',
  'reorienter',
  'sortir',
];

/** The gestures that `decide` would accept now, given a free slot where one is needed: never more, never less. */
export function gestesPermis(p: Parcours, r: Regles, maintenant: Instant): readonly GestePermis[] {
  const le = aujourdhui({ maintenant, zone: r.zone });
  if (p.sortie !== null)
    return [
      ...(p.referent !== null && estSuiviAttendu(p) ? gestesReferent(p, r, le) : []),
      ...gestesApresSortie(p, r, le),
      ...gestesLettre(p, r, maintenant),
    ];
  return [
    ...gestesReferent(p, r, le),
    ...gestesOuverture(p, r, le),
    ...gestesRendezVous(p, r, maintenant),
    ...gestesBilan(p, r, le),
    ...gestesCorrection(p, r, le),
    ...gestesManquement(p, r, le),
    ...gestesLettre(p, r, maintenant),
    ...gestesPause(p, r),
    ...gestesEngagement(p, r, maintenant),
    ...gestesPlafond(p, r, le),
    ...gestesEmploi(p, r, le),
    ...gestesEdition(p, r, le),
    ...gestesFin(p, r, le),
  ];
}

function* gestesReferent(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  if (p.referent === null) {
    yield { geste: 'assignReferent' };
    return;
  }
  const du = jourAt(p.referent.depuisA, r.zone);
  yield { geste: 'changeReferent', actuel: p.referent.id, motifs: codesMotifChangement, du, au: le };
}

function* gestesOuverture(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  if (p.referent !== null && p.contrat === null && p.orientation.notifieeLe <= le)
    yield {
      geste: 'signContrat',
      du: p.orientation.notifieeLe,
      au: le,
      heures: heuresPermises(p, r),
    };
}

function* gestesRendezVous(p: Parcours, r: Regles, maintenant: Instant): Iterable<GestePermis> {
  const le = aujourdhui({ maintenant, zone: r.zone });
  const aRenseigner = p.rendezVous.flatMap((rdv) => statutPossible(rdv, r, maintenant) ?? []);
  if (aRenseigner.length > 0)
    yield { geste: 'recordStatut', rendezVous: aRenseigner, statuts: statutsRendezVous };

  const aVenir = p.rendezVous
    .filter((rdv) => rdv.issue === null && rdv.creneau.debut > maintenant)
    .map((rdv) => rdv.id);
  const du = premierJourOuvert(p, le, r);
  const au = limiteRendezVous(p, r);
  const place = p.referent !== null && du !== null && (au === null || du <= au);
  if (aVenir.length > 0 && place) yield { geste: 'moveRendezVous', rendezVous: aVenir, du, au };
  const annulables = [
    ...aVenir,
    ...findRattrapagesVains(p, { maintenant, zone: r.zone }).map(({ id }) => id),
  ];
  if (annulables.length > 0) yield { geste: 'cancelRendezVous', rendezVous: annulables };
  if (place) yield { geste: 'addRendezVous', du, au, bilans: bilansAnnonces(p, r, le) };
}

/** R08, R19 — the first working day outside the pauses; null while one has no end. */
function premierJourOuvert(p: Parcours, le: CivilDate, r: Regles): CivilDate | null {
  const du = reporteAuJourOuvre(le, r.zone);
  const pause = findPauseDu(p.pauses, du);
  if (pause === null) return du;
  return pause.au === null ? null : premierJourOuvert(p, addJours(pause.au, 1), r);
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
  if (statut === 'annule_service' || statut === 'annule_personne' || statut === 'retire') return null;
  return jourAt(a, r.zone) === jourAt(maintenant, r.zone) ? { id: rdv.id, corrige: statut } : null;
}

function bilansAnnonces(p: Parcours, r: Regles, le: CivilDate): readonly BilanPrevu[] {
  return bilansARealiser(p, r).filter(({ annonceLe }) => annonceLe <= le);
}

function* gestesBilan(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const au = findJourHorsPause(p.pauses, le, 'avant');
  const bilans = bilansAnnonces(p, r, le).flatMap((b) => {
    const du = findJourHorsPause(p.pauses, b.annonceLe, 'apres');
    return du === null || au === null || du > au ? [] : [{ ...b, du }];
  });
  if (bilans.length > 0 && au !== null)
    yield { geste: 'recordBilan', bilans, au, orientations: orientationsBilan };
}

function* gestesLettre(p: Parcours, r: Regles, maintenant: Instant): Iterable<GestePermis> {
  const lettres = lettresDe(p, r, maintenant)
    .filter((l) => p.sortie === null || l.sert)
    .map(({ courrielCle, depuis }) => ({ courrielCle, du: depuis }));
  if (lettres.length > 0)
    yield { geste: 'recordRemise', lettres, au: aujourdhui({ maintenant, zone: r.zone }) };
}

/** R19, R20 — a pause may be declared late, or ahead; while one holds or is to come, its end can be moved. */
function* gestesPause(p: Parcours, r: Regles): Iterable<GestePermis> {
  const pause = pauseActuelle(p.pauses);
  if (pause !== null) yield { geste: 'resumeParcours', du: pause.du };
  const libre = joursLibresPourPause(p, r);
  if (libre !== null) yield { geste: 'pauseParcours', motifs: codesMotifPause, ...libre };
}

function* gestesPlafond(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const [ancre, plafond] = [ancreOf(p), plafondOf(p, r)];
  if (ancre === null || plafond === null || etapeOf(p) === 'en_pause') return;
  const au = limiteProlongation(ancre, r);
  const du = plusTard(addJours(plafond, 1), le);
  if (p.prolongations.length < r.dispositif.plafond.prolongation.fois && du <= au)
    yield { geste: 'prolongParcours', du, au };
}

/** R38, R40 — news of the person, the job that begins and the one that ends, where the programme counts them. */
function* gestesEmploi(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  if (p.contrat === null) return;
  const { signeLe } = p.contrat;
  if (estContactCompte(r) && signeLe <= le)
    yield { geste: 'recordContact', moyens: codesMoyen, du: signeLe, au: le };
  const emploi = findEmploiEnCours(p);
  if (emploi !== null) yield { geste: 'recordFinEmploi', du: emploi.debutLe, au: le };
  const du = findPremierJour(p, signeLe);
  if (emploi === null && r.dispositif.suiviEmploi !== null && du <= le)
    yield { geste: 'recordEmploi', genres: codesGenreEmploi, du, au: le };
}

/** R36 — the editions that follow, each from its first day or from the last change on. */
function* gestesEdition(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const depuis = p.editions.at(-1)?.du ?? jourAt(p.ouvertA, r.zone);
  const editions = listSuccesseurs(p.dispositif)
    .map((d) => ({
      dispositif: { code: d.code, edition: d.edition },
      libelle: d.libelle,
      du: plusTard(d.fenetre.du, depuis),
      au: plusTot(d.fenetre.au, plusTard(le, d.fenetre.du)),
    }))
    .filter(({ du, au }) => du <= au);
  if (editions.length > 0) yield { geste: 'moveEdition', editions };
}

/** R33, R35 — to close, or to close and open elsewhere: whether elsewhere is another place is seen when it is asked. */
function* gestesFin(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const editions = enVigueur
    .filter(({ fenetre }) => fenetre.du <= le && le <= fenetre.au)
    .map(({ code, edition, libelle }) => ({ dispositif: { code, edition }, libelle }));
  const du = p.orientation.notifieeLe;
  if (editions.length > 0 && du <= le) yield { geste: 'reorientParcours', editions, du, au: le };
  if (estDecesSignale(p)) yield { geste: 'dropDeces' };
  yield {
    geste: 'exitParcours',
    motifs: codesMotifSortie,
    du: jourAt(p.ouvertA, r.zone),
    au: le,
    borneMois: r.dispositif.sortie.emploiDurable.mois,
  };
}

/** R34 — the answer, from the day on which it is due; a death is recorded at any time. */
function* gestesApresSortie(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const situations = listSituations(p, r, le);
  const prevuLe = jourDuSuivi(p, r);
  if (p.sortie === null || prevuLe === null || situations.length === 0) return;
  yield { geste: 'recordSuivi', situations, du: le < prevuLe ? p.sortie.le : prevuLe, au: le };
}
