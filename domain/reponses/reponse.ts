import type { Manquement } from '../obligations/manquement';
import type { FaitDe } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import type { RendezVous } from '../rendez-vous/rendez-vous';
import type { Instant } from '../temps/instant';
import type { CodeEmpechement, CodeMoment } from './codes';

/** R42 — what the person asks by the link of her mail. Her words, and her document, are put aside beforehand. */
export type DemandeReponse =
  | {
      readonly type: 'confirmVenue';
      readonly rendezVousId: number;
      /** The appointment as the page showed it: it may have moved since. */
      readonly revision: number;
    }
  | {
      readonly type: 'announceEmpechement';
      readonly rendezVousId: number;
      readonly revision: number;
      readonly motif: CodeEmpechement;
      readonly moments: readonly CodeMoment[];
      readonly texteId: string | null;
    }
  | {
      readonly type: 'answerMotif';
      readonly manquement: number;
      readonly texteId: string | null;
      readonly documentId: string | null;
    };

export type FaitReponse =
  | { readonly type: 'venue_confirmee'; readonly rendezVousId: number; readonly revision: number }
  | {
      readonly type: 'empechement_annonce';
      readonly rendezVousId: number;
      readonly revision: number;
      readonly motif: CodeEmpechement;
      readonly moments: readonly CodeMoment[];
      readonly texteId: string | null;
    }
  | {
      readonly type: 'motif_repondu';
      readonly manquement: number;
      /** After the last day to answer: read all the same. */
      readonly tardive: boolean;
      readonly texteId: string | null;
      readonly documentId: string | null;
    };

/** R49 — a professional has read the answer of that rank: who and when, the journal says. */
export type FaitLecture = { readonly type: 'reponse_lue'; readonly reponse: number };

/** R42 — the rang-th thing that the person said. It changes nothing by itself. */
export type Reponse = {
  readonly rang: number;
  readonly a: Instant;
  /** R49 — absent while nobody has marked it as read. */
  readonly lueA?: Instant;
} & (
  | ({ readonly quoi: 'venue' } & Sans<'venue_confirmee'>)
  | ({ readonly quoi: 'empechement' } & Sans<'empechement_annonce'>)
  | ({
      readonly quoi: 'motif';
      /** A human has recorded or judged a motive since. */
      readonly traitee: boolean;
    } & Sans<'motif_repondu'>)
);

type Sans<T extends FaitReponse['type']> = Omit<FaitDe<T>, 'type'>;
export type Empechement = Extract<Reponse, { quoi: 'empechement' }>;
export type ReponseMotif = Extract<Reponse, { quoi: 'motif' }>;

/** The last thing said of an appointment as it stands: what was said of another hour counts no more. */
export function findReponse(p: Parcours, { id, revision }: Pick<RendezVous, 'id' | 'revision'>) {
  const dites = p.reponses.filter(
    (r): r is Exclude<Reponse, ReponseMotif> =>
      r.quoi !== 'motif' && r.rendezVousId === id && r.revision === revision,
  );
  return dites.at(-1) ?? null;
}

/** R42 — said and still to come: a human must move it, cancel it, or call. */
export function findEmpechement(p: Parcours, rdv: RendezVous): Empechement | null {
  const dite = findReponse(p, rdv);
  return rdv.issue === null && dite?.quoi === 'empechement' ? dite : null;
}

/** R42 — the answers to the request of one ladder that nobody has taken up yet. */
export function listReponsesMotif(p: Parcours, { id }: Pick<Manquement, 'id'>): readonly ReponseMotif[] {
  return p.reponses.filter((r): r is ReponseMotif => r.quoi === 'motif' && r.manquement === id && !r.traitee);
}

/** R49 — what is still worth reading: what she last said of an appointment that stands, what nobody has taken up. */
export function estALire(p: Parcours, r: Reponse): r is Empechement | ReponseMotif {
  if (r.lueA !== undefined || r.quoi === 'venue') return false;
  return r.quoi === 'motif' ? !r.traitee : estCourante(p, r.rang);
}

/** Is this answer, named by its rank, still what the person last said of an appointment that stands? */
export function estCourante(p: Parcours, rang: number): boolean {
  return p.rendezVous.some((rdv) => rdv.issue === null && findReponse(p, rdv)?.rang === rang);
}
