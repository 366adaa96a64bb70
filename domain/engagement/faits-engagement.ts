import type { CivilDate } from '../temps/jour';
import type {
  CodeDemarche,
  CodePartenaire,
  CodePublic,
  GenreEtape,
  IssueConstat,
  IssueEtape,
  RegimePoint,
} from './codes';
import type { GenreDeclaration } from './declarations-dues';
import type { ListeDroits } from './droits-codes';
import type { Heures, IssuePoint, Objectif } from './engagement';

/** R25–R29, R39, R41 — what happened to the contrat and to what was agreed: codes, ids and days only. */
export type FaitEngagement =
  | {
      readonly type: 'contrat_revise';
      readonly version: number;
      readonly le: CivilDate;
      readonly par: 'personne' | 'referent';
      readonly heures: Heures | null;
      readonly objectifs: readonly Objectif[];
      readonly texteId: string | null;
    }
  | {
      readonly type: 'contrat_refuse';
      readonly refus: number;
      readonly quoi: 'etablir' | 'actualiser';
      readonly le: CivilDate;
      readonly texteId: string | null;
    }
  | { readonly type: 'point_legal_regle'; readonly regime: RegimePoint }
  | {
      readonly type: 'point_legal_annonce';
      readonly version: number;
      readonly mois: number;
      readonly aTenirLe: CivilDate;
      /** The bilan announced the same morning, whose mail speaks of both. */
      readonly bilan?: number;
    }
  | { readonly type: 'point_legal_joint'; readonly version: number; readonly bilan: number | null }
  | {
      readonly type: 'point_legal_tenu';
      readonly version: number;
      readonly tenuLe: CivilDate;
      readonly issue: IssuePoint;
    }
  | {
      readonly type: 'entretien_enregistre';
      readonly rendezVousId: number;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'demarche_declaree';
      readonly demarche: number;
      readonly quoi: CodeDemarche;
      readonly de: 'personne' | 'referent';
      readonly avantLe: CivilDate;
      readonly rendezVousId: number | null;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'demarche_constatee';
      readonly demarche: number;
      readonly issue: IssueConstat | 'sans_objet';
      readonly texteId: string | null;
    }
  | {
      readonly type: 'declarations_suivies';
      readonly dtr: CivilDate | null;
      readonly actualisation: CivilDate | null;
    }
  | {
      readonly type: 'declaration_constatee';
      readonly genre: GenreDeclaration;
      readonly duLe: CivilDate;
      readonly issue: IssueConstat;
      readonly texteId: string | null;
    }
  | { readonly type: 'droits_examines'; readonly moment: number; readonly droits: ListeDroits }
  | {
      readonly type: 'etape_convenue';
      readonly etape: number;
      readonly quoi: GenreEtape;
      readonly partenaire: CodePartenaire | null;
      readonly le: CivilDate;
      readonly du: CivilDate;
      readonly au: CivilDate;
      readonly texteId: string | null;
      readonly partenaireTexteId: string | null;
    }
  | {
      readonly type: 'etape_deplacee';
      readonly etape: number;
      readonly du: CivilDate;
      readonly au: CivilDate;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'etape_constatee';
      readonly etape: number;
      readonly issue: IssueEtape;
      readonly le: CivilDate;
      readonly texteId: string | null;
    }
  | { readonly type: 'publics_indiques'; readonly publics: readonly CodePublic[] };
