import type { CivilDate } from '../temps/jour';
import type { GenreEmploi } from './emploi';
import type { MoyenContact } from './silence';

/** R38, R40 — news of the person between appointments, and the jobs followed. */
export type FaitEmploi =
  /** R38 — news of the person outside an appointment. */
  | {
      readonly type: 'contact_enregistre';
      readonly le: CivilDate;
      readonly moyen: MoyenContact;
      readonly texteId: string | null;
    }
  /** R40 — the rang-th job followed begins, or does not hold. */
  | {
      readonly type: 'emploi_commence';
      readonly emploi: number;
      readonly debutLe: CivilDate;
      readonly genre: GenreEmploi;
      readonly finPrevueLe: CivilDate | null;
      readonly texteId: string | null;
    }
  | {
      readonly type: 'emploi_fini';
      readonly emploi: number;
      readonly le: CivilDate;
      readonly texteId: string | null;
    };
