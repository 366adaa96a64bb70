import type { CodePublic } from '../engagement/codes';
import type { CivilDate, Duree } from '../temps/jour';
import { minutesOf, type Heure } from '../temps/heure-locale';

/**
 * What a programme says, as data: one edition of one dispositif. The engine reads these values and never the
 * name. Days are calendar days unless the field says `Ouvres`; `source` says where each group comes from.
 */
export type Dispositif = {
  readonly code: string;
  readonly edition: string;
  readonly libelle: string;
  readonly fondement: string;
  /** The edition that this one follows, to which a human may move its parcours (R36); null: none. */
  readonly succedeA: { readonly code: string; readonly edition: string } | null;
  /**
   * First and last day, both included, on which a parcours may be opened under this edition; days before the last
   * one on which professionals are told that it ends (R36).
   */
  readonly fenetre: { readonly du: CivilDate; readonly au: CivilDate; readonly avis: readonly number[] };
  /** How people meet: an appointment in each month, or whenever needed with a silence that may not last (R38). */
  readonly cadence: { readonly genre: 'mensuelle' } | { readonly genre: 'silence'; readonly jours: number };
  /** Window of the morning in the structure's zone (R06), and hour of the digest (R17). */
  readonly matin: { readonly de: Heure; readonly a: Heure; readonly recapitulatif: Heure };
  /** R12 — an escalation to the manager repeats every so many working days, so many times. */
  readonly escalade: { readonly tousLesJoursOuvres: number; readonly fois: number };
  readonly contrat: {
    readonly delai: Duree;
    readonly rappels: readonly number[];
    readonly retardReferentJoursOuvres: number;
    readonly retardResponsableJoursOuvres: number;
    /** R26 — hours of activity by week: below the usual ones a motive is asked; never above the maximum. */
    readonly heures: { readonly parSemaine: number; readonly maximum: number };
  };
  /** R27 — what was promised is asked about so many working days after its date, then told to the manager. */
  readonly constat: {
    readonly referentJoursOuvres: readonly number[];
    readonly responsableJoursOuvres: number;
  };
  /** R27 — how often each declaration comes back, from its first date. */
  readonly declarations: { readonly dtrTousLesMois: number; readonly actualisationTousLesMois: number };
  /**
   * R39 — steps contractualised one by one, asked about so many working days after their last day, then told to the
   * manager; null: this programme contractualises none.
   */
  readonly etapes: {
    readonly referentJoursOuvres: readonly number[];
    readonly responsableJoursOuvres: number;
  } | null;
  /** R41 — those to whom the programme gives priority, expected so many working days after the contrat; null: nobody. */
  readonly publics: {
    readonly prioritaires: readonly CodePublic[];
    readonly apresJoursOuvres: number;
  } | null;
  /** R28 — the legal stock-take, from signature or revision (CASF L.262-31): another clock than the bilans. */
  readonly pointLegal: {
    readonly mois: number;
    readonly moisSiDifficulte: number;
    readonly preparation: number;
    readonly annonce: number;
    readonly rappels: readonly number[];
    readonly retardResponsableJoursOuvres: number;
    /** One appointment may serve the bilan and the point when they lie so many days apart at most. */
    readonly memeRendezVousSousJours: number;
  };
  /** R29 — an empty list of rights is told so many working days after the contrat, or the bilan, is recorded. */
  readonly droits: { readonly apresJoursOuvres: number };
  readonly rendezVous: {
    readonly accueilSousJoursOuvres: number;
    readonly planifieAvant: number;
    readonly delaiConvocation: number;
    readonly prochainSuffitSousJoursOuvres: number;
    readonly rappels: readonly number[];
    readonly rappelApresConvocation: number;
    readonly statutReferentJoursOuvres: readonly number[];
    readonly statutResponsableJoursOuvres: number;
    readonly capaciteTousLesJoursOuvres: number;
    readonly annulationTardiveJoursOuvres: number;
  };
  /** R15 — null: this programme holds none. */
  readonly bilan: {
    readonly tousLesMois: number;
    readonly annonce: number;
    readonly rappels: readonly number[];
    readonly retardResponsableJoursOuvres: number;
  } | null;
  /** R19 — a pause without an end is asked about every so many months. */
  readonly pause: { readonly sansFinTousLesMois: number };
  readonly plafond: {
    readonly mois: number;
    readonly avis: readonly number[];
    readonly prolongation: { readonly jusquAuMois: number; readonly fois: number };
  };
  /** R40 — a job is followed so many months, with news at each point, in months; null: not followed. */
  readonly suiviEmploi: { readonly mois: number; readonly points: readonly number[] } | null;
  readonly obligations: {
    readonly motif: number;
    readonly relance: number;
    readonly proposition: number;
    /** R30 — a professional who must act on a rung is reminded, then the manager is told (R12). */
    readonly rappelReferentJoursOuvres: number;
    readonly alerteResponsableJoursOuvres: number;
    /** R31 — what became of a transmitted signalement is asked after so many working days. */
    readonly suiteJoursOuvres: number;
  };
  /** R42 — how near an appointment must be for what the person says of it to be told at once, and how long she may answer a request for a motive. */
  readonly reponses: { readonly prevenirSousJoursOuvres: number; readonly lienMotif: number };
  /** R33 — a fixed-term contract longer than this is lasting employment; `borneIncluse`: one of exactly this length too. */
  readonly sortie: { readonly emploiDurable: { readonly mois: number; readonly borneIncluse: boolean } };
  /** R34 — what is asked so many months after the exit, and when it is asked again. */
  readonly suiviSortie: {
    readonly mois: number;
    readonly relance: number;
    readonly retardReferent: number;
    readonly retardResponsableJoursOuvres: number;
  };
};

/** The identity, after the checks that types cannot say. An incoherent edition stops the program at start-up. */
export function definirDispositif<const D extends Dispositif>(dispositif: D): D {
  const fautes = [...incoherences(dispositif)];
  if (fautes.length > 0) {
    throw new Error(`Dispositif ${dispositif.code}/${dispositif.edition} : ${fautes.join(' ; ')}`);
  }
  return dispositif;
}

function* incoherences(d: Dispositif): Iterable<string> {
  if (!/^[a-z][a-z0-9_]*$/.test(d.code)) yield 'le code doit être en minuscules ASCII';
  if (d.fenetre.du > d.fenetre.au) yield 'la fenêtre finit avant de commencer';
  if (minutesOf(d.matin.de) >= minutesOf(d.matin.a)) yield 'la fenêtre du matin est vide';
  if (minutesOf(d.matin.a) >= minutesOf(d.matin.recapitulatif))
    yield 'le récapitulatif part avant la fin du matin';
  for (const [nom, jours] of series(d)) {
    if (jours.some((n) => !Number.isInteger(n) || n < 0)) yield `${nom} : jours entiers, positifs ou nuls`;
    if (jours.some((n, i) => i > 0 && n >= (jours[i - 1] ?? 0)))
      yield `${nom} : du plus lointain au plus proche`;
  }
  const { mois, prolongation } = d.plafond;
  if (prolongation.fois > 0 && prolongation.jusquAuMois <= mois)
    yield 'une prolongation doit dépasser le plafond';
  if (d.bilan !== null && mois % d.bilan.tousLesMois !== 0)
    yield 'le plafond doit être un multiple de la période des bilans';
  if (d.cadence.genre === 'silence' && !(Number.isInteger(d.cadence.jours) && d.cadence.jours > 0))
    yield 'le silence permis se compte en jours entiers';
  if (d.suiviEmploi?.points.some((n) => n <= 0 || n >= (d.suiviEmploi?.mois ?? 0)) === true)
    yield 'les points du suivi dans l’emploi précèdent sa fin';
  if (d.contrat.heures.parSemaine > d.contrat.heures.maximum)
    yield 'les heures habituelles dépassent leur maximum';
  if (d.publics?.prioritaires.length === 0) yield 'un programme sans public prioritaire n’en nomme aucun';
  if (d.pointLegal.moisSiDifficulte < d.pointLegal.mois)
    yield 'le point légal ne peut pas venir plus tôt en cas de difficulté';
  if (d.suiviSortie.relance >= d.suiviSortie.retardReferent)
    yield 'la relance à la personne sortie précède la demande au référent';
  if (d.rendezVous.delaiConvocation >= d.rendezVous.planifieAvant)
    yield 'un rendez-vous doit être planifié avant le délai de convocation';
}

function series(d: Dispositif): [string, readonly number[]][] {
  return [
    ['rappels du contrat', d.contrat.rappels],
    ['rappels du rendez-vous', d.rendezVous.rappels],
    ['rappels du bilan', d.bilan === null ? [] : [d.bilan.annonce, ...d.bilan.rappels]],
    ['avis du plafond', d.plafond.avis],
    ['rappels du point légal', [d.pointLegal.preparation, d.pointLegal.annonce, ...d.pointLegal.rappels]],
    ['avis de fin de fenêtre', d.fenetre.avis],
  ];
}
