import { ancreOf, rangDuMois, type IssueRendezVous } from '../rendez-vous/rendez-vous';
import { heureAt, jourAt, type Heure } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { addDuree, addJours, plusTard, type CivilDate } from '../temps/jour';
import { bilansPrevus } from './bilan';
import { aujourdhui, type Regles } from './contexte';
import { genresEmploi } from './emploi';
import type { FaitInscrit } from './faits';
import { estHorsFenetre } from './fenetre';
import { moisDe, type VueMois } from './frise-mois';
import type { Parcours } from './parcours';
import { plafondOf, plafondInitial } from './plafond';
import { moyensContact } from './silence';

export type EtatRendezVous = IssueRendezVous | 'a_venir' | 'a_renseigner';

export type VueRendezVous = {
  readonly id: number;
  readonly le: CivilDate;
  readonly de: Heure;
  readonly a: Heure;
  readonly debut: Instant;
  readonly etat: EtatRendezVous;
  readonly mois: number | null;
  readonly bilan: number | null;
  readonly deplace: boolean;
  readonly origine: 'jalons' | 'referent';
  /** R36 — on a day that no edition of the parcours covers. */
  readonly horsFenetre: boolean;
};

export type VueBilan = {
  readonly rang: number;
  readonly aTenirLe: CivilDate;
  readonly tenuLe: CivilDate | null;
  readonly etat: 'tenu' | 'en_retard' | 'annonce' | 'a_venir';
};

export type CodeEchelon =
  | 'ouvert'
  | 'motif_demande'
  | 'relance_1'
  | 'relance_2'
  | 'propose'
  | 'reporte'
  | 'transmis'
  | 'clos';

export type Echelon = {
  readonly manquement: number;
  readonly code: CodeEchelon;
  readonly le: CivilDate;
};

/** What a timeline draws: days only, from the first to the last day that it shows. */
export type Frise = {
  readonly du: CivilDate;
  readonly au: CivilDate;
  readonly aujourdhui: CivilDate;
  readonly signeLe: CivilDate | null;
  readonly mois: readonly VueMois[];
  readonly rendezVous: readonly VueRendezVous[];
  readonly bilans: readonly VueBilan[];
  readonly plafond: CivilDate | null;
  /** R19 — lived or to come; an open one runs to today, or to its first day when it has not begun. */
  readonly pauses: readonly { readonly du: CivilDate; readonly au: CivilDate; readonly ouverte: boolean }[];
  /** R38 — news of the person outside the appointments. */
  readonly contacts: readonly { readonly le: CivilDate; readonly libelle: string }[];
  /** R40 — the jobs followed; the one that holds runs to today. */
  readonly emplois: readonly {
    readonly du: CivilDate;
    readonly au: CivilDate;
    readonly libelle: string;
    readonly tient: boolean;
  }[];
  readonly prolongations: readonly { readonly du: CivilDate; readonly au: CivilDate }[];
  readonly echelons: readonly Echelon[];
  readonly sortieLe: CivilDate | null;
};

export function friseOf(p: Parcours, journal: readonly FaitInscrit[], r: Regles, maintenant: Instant): Frise {
  const le = aujourdhui({ maintenant, zone: r.zone });
  const du = jourAt(p.ouvertA, r.zone);
  const plafond = plafondOf(p, r);
  const derniers = [
    plafond ?? addDuree(du, { mois: r.dispositif.plafond.mois }),
    p.sortie?.le ?? le,
    p.sortie === null ? le : du,
  ];
  return {
    du: p.contrat !== null && p.contrat.signeLe < du ? p.contrat.signeLe : du,
    au: derniers.reduce(plusTard),
    aujourdhui: le,
    signeLe: p.contrat?.signeLe ?? null,
    mois: moisDe(p, r, le),
    rendezVous: rendezVousDe(p, r, maintenant),
    bilans: bilansDe(p, r, le),
    plafond,
    pauses: pausesDe(p, le),
    contacts: p.contacts.map(({ le: jour, moyen }) => ({ le: jour, libelle: moyensContact[moyen] })),
    emplois: emploisDe(p, le),
    prolongations: prolongationsDe(p, r),
    echelons: journal.flatMap((inscrit) => echelonOf(inscrit, r) ?? []),
    sortieLe: p.sortie?.le ?? null,
  };
}

export function rendezVousDe(p: Parcours, r: Regles, maintenant: Instant): readonly VueRendezVous[] {
  const ancre = ancreOf(p);
  return p.rendezVous.map((rdv) => {
    const le = jourAt(rdv.creneau.debut, r.zone);
    const rang = ancre === null || r.dispositif.cadence.genre === 'silence' ? 0 : rangDuMois(ancre, le);
    const attendu = rdv.creneau.debut > maintenant ? 'a_venir' : 'a_renseigner';
    return {
      id: rdv.id,
      le,
      de: heureAt(rdv.creneau.debut, r.zone),
      a: heureAt(rdv.creneau.fin, r.zone),
      debut: rdv.creneau.debut,
      etat: rdv.issue?.statut ?? attendu,
      mois: rang >= 1 ? rang : null,
      bilan: rdv.bilan,
      deplace: rdv.revision > 1,
      origine: rdv.origine,
      horsFenetre: estHorsFenetre(p, le),
    };
  });
}

function bilansDe(p: Parcours, r: Regles, le: CivilDate): readonly VueBilan[] {
  const bilans = bilansPrevus(p, r).map(({ rang, aTenirLe, annonceLe }): VueBilan => {
    const tenuLe = p.bilans.find((b) => b.rang === rang)?.tenuLe ?? null;
    const attendu = le > aTenirLe ? 'en_retard' : le >= annonceLe ? 'annonce' : 'a_venir';
    return { rang, aTenirLe, tenuLe, etat: tenuLe === null ? attendu : 'tenu' };
  });
  // Nobody is late for a bilan that will never be held.
  return p.sortie === null ? bilans : bilans.filter((b) => b.etat === 'tenu');
}

function pausesDe(p: Parcours, le: CivilDate): Frise['pauses'] {
  return p.pauses
    .filter(({ du, au }) => au === null || du <= au)
    .map(({ du, au }) => ({ du, au: au ?? plusTard(du, le), ouverte: au === null }));
}

function emploisDe(p: Parcours, le: CivilDate): Frise['emplois'] {
  return p.emplois.map(({ debutLe, finLe, genre }) => ({
    du: debutLe,
    au: finLe ?? p.sortie?.le ?? le,
    libelle: genresEmploi[genre],
    tient: finLe === null,
  }));
}

function prolongationsDe(p: Parcours, r: Regles): Frise['prolongations'] {
  let fin = plafondInitial(p, r);
  if (fin === null) return [];
  return p.prolongations.map(({ jusquAu }) => {
    const du = addJours(fin ?? jusquAu, 1);
    fin = jusquAu;
    return { du, au: jusquAu };
  });
}

/** R14 — every rung of every ladder, on the day it was climbed. */
function echelonOf({ fait, a }: FaitInscrit, r: Regles): Echelon | null {
  const le = jourAt(a, r.zone);
  const echelon = (code: CodeEchelon, manquement: number) => ({ manquement, code, le });
  switch (fait.type) {
    case 'manquement_ouvert':
      return echelon('ouvert', fait.manquement);
    case 'motif_demande':
      return echelon('motif_demande', fait.manquement);
    case 'relance_envoyee':
      return echelon(fait.rang === 1 ? 'relance_1' : 'relance_2', fait.manquement);
    case 'signalement_propose':
      return echelon('propose', fait.manquement);
    case 'signalement_reporte':
      return echelon('reporte', fait.manquement);
    case 'signalement_confirme':
      return echelon('transmis', fait.manquement);
    case 'manquement_clos':
      return echelon('clos', fait.manquement);
    default:
      return null;
  }
}
