import type { Nature } from '../domain/parcours/echeance';

/** What a look answers: a function of the stored state, never of what the call itself changed. */
export type Pas<N extends string = Nature> = {
  readonly prochaine: {
    readonly nature: N | 'renvoi';
    readonly cle: string;
    /** Short French sentence for the timer's summary: no personal data. */
    readonly libelle: string;
    readonly dansMs: number;
  } | null;
  /** Mails that may leave now. */
  readonly courriels: number;
  readonly clos: boolean;
  /** What the administrator reads in the Temporal UI; null where nothing is shown. */
  readonly fiche: Fiche | null;
};

export type Fiche = {
  readonly attributs: Readonly<Record<string, string>>;
  readonly tableau: string;
};
