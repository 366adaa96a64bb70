import type { Nature } from '../../domain/parcours/echeance';

/** What a look answers: a function of the stored state, never of what the call itself changed (house 1). */
export type Regard<N extends string = Nature> = {
  readonly prochaine: {
    /** `renvoi`: the next attempt of a mail, which only asks for another look. */
    readonly nature: N | 'renvoi';
    readonly cle: string;
    /** Short French sentence, the summary of the timer: no personal data. */
    readonly libelle: string;
    readonly dansMs: number;
    /** Its instant and the setting of the clock: while they stay, so does the timer that waits for it. */
    readonly heure?: string;
  } | null;
  /** Mails that may leave now. */
  readonly courriels: number;
  readonly clos: boolean;
  readonly fiche: Fiche;
};

/** What the administrator reads in the Temporal UI: codes, opaque ids, days. */
export type Fiche = {
  readonly attributs: Readonly<Record<string, string>>;
  readonly tableau: string;
};
