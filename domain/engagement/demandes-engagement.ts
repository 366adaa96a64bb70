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

/** R27 — a step as it is agreed. */
export type DemarcheConvenue = {
  readonly quoi: CodeDemarche;
  readonly de: 'personne' | 'referent';
  readonly avantLe: CivilDate;
  readonly texteId: string | null;
};

/** R25–R29, R39, R41 — what people ask about the contrat and what was agreed. */
export type DemandeEngagement =
  | {
      readonly type: 'reviseContrat';
      readonly le: CivilDate;
      readonly par: 'personne' | 'referent';
      /** Absent: those of the former version. */
      readonly heures?: Heures;
      readonly objectifs?: readonly Objectif[];
      readonly texteId: string | null;
    }
  | {
      readonly type: 'recordRefusContrat';
      readonly le: CivilDate;
      readonly texteId: string | null;
    }
  | { readonly type: 'assignPointLegal'; readonly regime: RegimePoint }
  | { readonly type: 'joinPointLegal'; readonly bilan: number | null }
  | { readonly type: 'recordPointLegal'; readonly tenuLe: CivilDate; readonly issue: IssuePoint }
  | {
      readonly type: 'recordEntretien';
      readonly rendezVousId: number;
      readonly texteId: string | null;
      readonly demarches: readonly DemarcheConvenue[];
    }
  | ({ readonly type: 'addDemarche' } & DemarcheConvenue)
  | {
      readonly type: 'recordDemarche';
      readonly demarche: number;
      readonly issue: IssueConstat | 'sans_objet';
      readonly texteId: string | null;
    }
  | {
      readonly type: 'assignDeclarations';
      readonly dtr: CivilDate | null;
      readonly actualisation: CivilDate | null;
    }
  | {
      readonly type: 'recordDeclaration';
      readonly genre: GenreDeclaration;
      readonly duLe: CivilDate;
      readonly issue: IssueConstat;
      readonly texteId: string | null;
    }
  | { readonly type: 'recordDroits'; readonly moment: number; readonly droits: ListeDroits }
  | {
      readonly type: 'addEtape';
      readonly quoi: GenreEtape;
      readonly partenaire: CodePartenaire | null;
      /** When it was agreed with the person. */
      readonly le: CivilDate;
      readonly du: CivilDate;
      readonly au: CivilDate;
      readonly texteId: string | null;
      readonly partenaireTexteId: string | null;
    }
  | {
      readonly type: 'moveEtape';
      readonly etape: number;
      /** Null: its first day stays. */
      readonly du: CivilDate | null;
      readonly au: CivilDate;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'recordEtape';
      readonly etape: number;
      readonly issue: IssueEtape;
      readonly le: CivilDate;
      readonly texteId: string | null;
    }
  | { readonly type: 'assignPublics'; readonly publics: readonly CodePublic[] };

export type DemandeEngagementDe<T extends DemandeEngagement['type']> = Extract<
  DemandeEngagement,
  { type: T }
>;
