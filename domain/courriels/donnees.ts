import type { CodePartenaire, GenreEtape, IssueEtape } from '../engagement/codes';
import type { GenreManquement, QualificationMotif } from '../obligations/manquement';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { Information, PersonneDite, ReferentDit, RendezVousDit, StructureDite } from './dits';
import type { DonneesRecapitulatif } from './recapitulatif-dit';
import type { DonneesTransfert } from './transfert-dit';

type Commun = {
  readonly parcoursId: string;
  /** When the text is written: DTSTAMP of the .ics, date of the letter. */
  readonly ecritA: Instant;
  readonly structure: StructureDite;
  readonly referent: ReferentDit;
};

type APersonne = Commun & { readonly personne: PersonneDite; readonly information: Information };

/** R42 — the page where the person answers without an account; absent on paper, and once the letter is only shown. */
type AvecReponse = { readonly lienReponse?: string };

/** `lien` opens the page of the parcours: opaque, without a name in it. */
type AProfessionnel = Commun & {
  readonly personne: Pick<PersonneDite, 'prenom' | 'nom'>;
  readonly lien: string;
};

/** R14 — `avantLe` is null on a printed letter: its delay runs from the day it is handed over. */
export type DelaiDeReponse = { readonly jours: number; readonly avantLe: CivilDate | null };

/** All that each modèle needs to be written: plain values, read when the mail leaves. */
export type DonneesCourriel =
  | (APersonne & AvecReponse & { readonly modele: 'convocation'; readonly rendezVous: RendezVousDit })
  | (APersonne &
      AvecReponse & {
        readonly modele: 'deplacement';
        readonly rendezVous: RendezVousDit;
        /** R09 — the hours still to come at which it stood before, and that the person may have been told. */
        readonly anciens: readonly Instant[];
      })
  | (APersonne & {
      readonly modele: 'annulation';
      readonly rendezVous: RendezVousDit;
      readonly anciens: readonly Instant[];
      readonly raison: 'personne' | 'service' | 'erreur' | 'parcours_clos';
    })
  | (APersonne & AvecReponse & { readonly modele: 'rappel'; readonly rendezVous: RendezVousDit })
  | (APersonne & {
      readonly modele: 'bilan_annonce';
      readonly aTenirLe: CivilDate;
      /** R28 — the legal stock-take that comes with it: at one appointment, because a human chose so, or on a day of its own. */
      readonly point: { readonly ensemble: boolean; readonly aTenirLe: CivilDate } | null;
      /** The appointment at which it will be held, when there is one already. */
      readonly rendezVous: RendezVousDit | null;
    })
  | (APersonne & { readonly modele: 'point_annonce'; readonly aTenirLe: CivilDate })
  | (APersonne & {
      readonly modele: 'contrat_revise';
      readonly le: CivilDate;
      readonly par: 'personne' | 'referent';
      readonly heures: number;
      /** R28 — the day of the next legal stock-take, counted from this revision; null when none is expected. */
      readonly pointLe: CivilDate | null;
    })
  | (APersonne & {
      readonly modele: 'etape';
      readonly numero: number;
      /** R39 — what just became of it. */
      readonly quoi: 'convenue' | 'deplacee' | IssueEtape;
      readonly genre: GenreEtape;
      readonly partenaire: CodePartenaire | null;
      readonly du: CivilDate;
      readonly au: CivilDate;
    })
  | (APersonne & {
      readonly modele: 'pause';
      readonly du: CivilDate;
      readonly au: CivilDate | null;
      /** R21 — declared after its first day: these absences count no more. */
      readonly excusees: readonly Instant[];
      /** The last day of the accompaniment as the pause has moved it; null before the contrat. */
      readonly finLe: CivilDate | null;
    })
  | (APersonne & {
      readonly modele: 'reprise';
      /** First day of the accompaniment again. */
      readonly le: CivilDate;
      readonly finLe: CivilDate | null;
    })
  | (APersonne &
      AvecReponse & {
        readonly modele: 'demande_motif';
        readonly genre: GenreManquement;
        /** The appointments at which the absence was recorded, oldest first. */
        readonly absences: readonly Instant[];
        readonly delai: DelaiDeReponse;
        readonly prochain: RendezVousDit | null;
      })
  | (APersonne & {
      readonly modele: 'relance';
      readonly genre: GenreManquement;
      readonly rang: 1 | 2;
      readonly absences: readonly Instant[];
      readonly qualification: Exclude<QualificationMotif, 'legitime'>;
      readonly delai: DelaiDeReponse;
      readonly prochain: RendezVousDit | null;
    })
  | (APersonne & {
      readonly modele: 'changement_referent';
      readonly le: CivilDate;
      /** Who followed the person until then. */
      readonly ancien: Pick<ReferentDit, 'prenom' | 'nom'> | null;
      /** The next appointment that the new référent holds. */
      readonly prochain: RendezVousDit | null;
      /** Those that wait for another moment, soonest first. */
      readonly aReplacer: readonly Instant[];
    })
  | (APersonne & { readonly modele: 'information_transmise'; readonly genre: GenreManquement })
  | (APersonne & {
      readonly modele: 'situation_reglee';
      readonly genre: GenreManquement;
      readonly raison: 'motif_legitime' | 'remobilisation' | 'abandon';
      /** R31 — the body that received the signalement is told as well. */
      readonly transmis: boolean;
    })
  | (APersonne & {
      readonly modele: 'rectification_presence';
      readonly debut: Instant;
      /** R32 — what was wrong: the presence, or the day of an appointment that did take place. */
      readonly quoi: 'presence' | 'date';
    })
  | (APersonne & {
      readonly modele: 'rectification_contrat';
      readonly signeLe: CivilDate;
      readonly dernierJour: CivilDate;
      readonly prochainBilanLe: CivilDate | null;
      /** R28 — the legal stock-take still expected. */
      readonly pointLe: CivilDate | null;
    })
  | (AProfessionnel & { readonly modele: 'annulation_tardive'; readonly rendezVous: RendezVousDit })
  | (AProfessionnel & {
      readonly modele: 'reponse_personne';
      readonly rendezVous: RendezVousDit;
      /** R42 — what she says now; `venue` takes back an empechement. */
      readonly quoi: 'empechement' | 'venue';
    })
  | (AProfessionnel & { readonly modele: 'convocation_non_remise'; readonly rendezVous: RendezVousDit })
  | (AProfessionnel & {
      readonly modele: 'plafond_atteint';
      readonly nom: string;
      readonly dernierJour: CivilDate;
      /** The latest day that a prolongation may reach; null when none is left. */
      readonly prolongeableJusquAu: CivilDate | null;
    })
  | (APersonne & {
      readonly modele: 'fin_accompagnement';
      readonly le: CivilDate;
      /** R35 — who accompanies from now on, after a reorientation. */
      readonly suivant: StructureDite | null;
      /** R34 — when her situation will be asked; null when it will not. */
      readonly suiviLe: CivilDate | null;
    })
  | (APersonne & {
      readonly modele: 'suivi_sortie';
      readonly sortieLe: CivilDate;
      readonly rappel: boolean;
    })
  | DonneesRecapitulatif
  | DonneesTransfert;

export type DonneesDe<M extends DonneesCourriel['modele']> = Extract<DonneesCourriel, { modele: M }>;

/** What can be printed and handed over when no mail can reach the person (R18). */
export type DonneesLettre = Extract<DonneesCourriel, { personne: PersonneDite }>;
