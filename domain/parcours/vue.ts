import { findDispositif, type RefDispositif } from '../dispositifs/en-vigueur';
import { vueReponses, type VueReponse } from '../reponses/vue-reponse';
import { vueEngagement, type VueEngagement } from '../engagement/vue-engagement';
import { findPauseDu } from '../pauses/pause';
import { joursAvantPlafond } from '../rendez-vous/mois';
import { ancreOf, rangDuMois } from '../rendez-vous/rendez-vous';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import { attentesOf, type Attente } from './attentes';
import { aujourdhui, type Regles } from './contexte';
import { limiteSignature } from './contrat';
import { echeancier } from './echeancier';
import type { FaitInscrit } from './faits';
import { estActeHorsFenetre } from './fenetre';
import { friseOf, type Frise, type VueRendezVous } from './frise';
import type { VueMois } from './frise-mois';
import { gestesPermis, type GestePermis } from './gestes';
import { ligneJournal, type LigneJournal } from './journal-dit';
import { lettresDe, type VueLettre } from './lettres';
import { etapeOf, libellesEtape, type Etape, type Parcours } from './parcours';
import { plafondOf } from './plafond';
import { vueEcheance, type VueEcheance } from './prochaines';
import {
  classesSortie,
  estDynamique,
  motifsSortie,
  type ClasseSortie,
  type ContratTrouve,
  type MotifSortie,
} from './sortie';
import { situationsSuivi, estSuiviAttendu, jourDuSuivi, type SituationSuivi } from './suivi-sortie';
import type { Tache } from './tache';
import { tachesOf } from './taches';
import { vueEmploi, vueNouvelles, type VueEmploi, type VueNouvelles } from './vue-emploi';

/** R36 — `horsFenetre`: done on a day that no edition of the parcours covers. */
export type LigneVue = LigneJournal & { readonly horsFenetre: boolean };

export type VuePlafond = {
  /** Last day of the accompaniment, included. */
  readonly dernierJour: CivilDate;
  /** Negative once it is over. */
  readonly joursRestants: number;
  readonly prolonge: boolean;
  readonly atteint: boolean;
};

export type VueSortie = {
  readonly motif: MotifSortie;
  readonly libelle: string;
  readonly le: CivilDate;
  readonly classe: ClasseSortie;
  readonly libelleClasse: string;
  readonly dynamique: boolean;
  readonly emploi: ContratTrouve | null;
  /** R34 — null when nothing is to be learnt. */
  readonly suivi: {
    readonly prevuLe: CivilDate;
    readonly demandeLe: CivilDate | null;
    readonly situation: SituationSuivi | null;
    readonly libelle: string | null;
    readonly le: CivilDate | null;
  } | null;
};

/** Everything that a person reads about one parcours. Pure: no name, no address, no free text. */
export type VueParcours = {
  readonly id: string;
  readonly etape: Etape;
  readonly libelleEtape: string;
  readonly dispositif: RefDispositif & { readonly libelle: string };
  readonly structureId: string;
  readonly beneficiaireId: string;
  readonly referentId: string | null;
  readonly aujourdhui: CivilDate;
  readonly ouvertLe: CivilDate;
  readonly orientationNotifieeLe: CivilDate;
  readonly soumisAuxObligations: boolean;
  readonly contrat: { readonly signeLe: CivilDate } | null;
  /** R13 — last day to sign, while the contrat is not signed. */
  readonly aSignerAvant: CivilDate | null;
  /** R01 — null before the contrat, on the very day of signature, in a pause (R20) and after the cap. */
  readonly moisCourant: VueMois | null;
  /** R38 — null where months are counted. */
  readonly nouvelles: VueNouvelles | null;
  readonly emploi: VueEmploi | null;
  readonly plafond: VuePlafond | null;
  readonly prochaines: readonly VueEcheance[];
  readonly attend: readonly Attente[];
  readonly taches: readonly Tache[];
  readonly gestes: readonly GestePermis[];
  readonly lettres: readonly VueLettre[];
  readonly rendezVous: readonly VueRendezVous[];
  readonly mois: readonly VueMois[];
  readonly engagement: VueEngagement;
  /** R42 — what the person said by the links of her mails, the latest first. */
  readonly reponses: readonly VueReponse[];
  readonly frise: Frise;
  /** In the order of the ranks. */
  readonly journal: readonly LigneVue[];
  /** R36 — the window of its edition, and whether it is over. */
  readonly fenetre: { readonly du: CivilDate; readonly au: CivilDate; readonly finie: boolean };
  /** R35 — opaque ids of the parcours before and after it. */
  readonly precedentId: string | null;
  readonly suivantId: string | null;
  readonly sortie: VueSortie | null;
};

export function vueParcours(
  p: Parcours,
  journal: readonly FaitInscrit[],
  r: Regles,
  maintenant: Instant,
): VueParcours {
  const le = aujourdhui({ maintenant, zone: r.zone });
  const frise = friseOf(p, journal, r, maintenant);
  const echeances = echeancier(p, r);
  const taches = tachesOf(p, echeances, r, maintenant);
  return {
    ...identiteOf(p, r, le),
    contrat: p.contrat === null ? null : { signeLe: p.contrat.signeLe },
    aSignerAvant: p.contrat === null && p.sortie === null ? limiteSignature(p, r) : null,
    moisCourant: moisCourantOf(p, frise.mois, le),
    nouvelles: vueNouvelles(p, r),
    emploi: vueEmploi(p, r),
    plafond: plafondDit(p, r, le),
    prochaines: echeances.map((e) => vueEcheance(e, maintenant)),
    attend: attentesOf(p, { taches, echeances }, r, maintenant),
    taches,
    gestes: gestesPermis(p, r, maintenant),
    lettres: lettresDe(p, r, maintenant),
    rendezVous: frise.rendezVous,
    mois: frise.mois,
    engagement: vueEngagement(p, r, maintenant),
    reponses: vueReponses(p, r),
    frise,
    journal: journal.map((inscrit) => ({
      ...ligneJournal(inscrit, r),
      horsFenetre: estActeHorsFenetre(inscrit, p),
    })),
    fenetre: { ...bornesOf(r), finie: le > r.dispositif.fenetre.au },
    sortie: sortieDite(p, r),
  };
}

function identiteOf(p: Parcours, r: Regles, le: CivilDate) {
  return {
    id: p.id,
    etape: etapeOf(p),
    libelleEtape: libellesEtape[etapeOf(p)],
    dispositif: { ...p.dispositif, libelle: findDispositif(p.dispositif)?.libelle ?? r.dispositif.libelle },
    structureId: p.structureId,
    beneficiaireId: p.beneficiaireId,
    referentId: p.referent?.id ?? null,
    precedentId: p.precedentId,
    suivantId: p.suivantId,
    aujourdhui: le,
    ouvertLe: jourAt(p.ouvertA, r.zone),
    orientationNotifieeLe: p.orientation.notifieeLe,
    soumisAuxObligations: p.soumisAuxObligations,
  };
}

function bornesOf({ dispositif }: Regles) {
  const { du, au } = dispositif.fenetre;
  return { du, au };
}

function sortieDite(p: Parcours, r: Regles): VueSortie | null {
  const { sortie } = p;
  const prevuLe = jourDuSuivi(p, r);
  if (sortie === null || prevuLe === null) return null;
  const { demandeLe, reponse } = p.suiviSortie;
  const suivi = {
    prevuLe,
    demandeLe,
    situation: reponse?.situation ?? null,
    libelle: reponse === null ? null : situationsSuivi[reponse.situation],
    le: reponse?.le ?? null,
  };
  return {
    ...sortie,
    libelle: motifsSortie[sortie.motif].libelle,
    libelleClasse: classesSortie[sortie.classe],
    dynamique: estDynamique(sortie.classe),
    suivi: estSuiviAttendu(p) || reponse !== null ? suivi : null,
  };
}

function moisCourantOf(p: Parcours, mois: readonly VueMois[], le: CivilDate): VueMois | null {
  const ancre = ancreOf(p);
  if (ancre === null || p.sortie !== null || findPauseDu(p.pauses, le) !== null) return null;
  const rang = rangDuMois(ancre, le);
  return mois.find((m) => m.rang === rang && le <= m.au) ?? null;
}

function plafondDit(p: Parcours, r: Regles, le: CivilDate): VuePlafond | null {
  const dernierJour = plafondOf(p, r);
  const joursRestants = joursAvantPlafond(p, r, le);
  if (dernierJour === null || joursRestants === null) return null;
  const prolonge = p.prolongations.length > 0;
  return { dernierJour, joursRestants, prolonge, atteint: p.plafondAtteintA !== null };
}
