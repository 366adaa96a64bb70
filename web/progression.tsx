import type { JSX } from 'preact';

/** How far a long thing has come: in hundredths, and in words. */
export type Avancement = { readonly pourcent: number; readonly phrase: string };

export type ProgressionSuivie = Avancement & {
  /** What is being done. */
  readonly libelle: string;
  /** What the page reads, again and again, until it is over. */
  readonly suivi: string;
};

/** What is under way, followed by `promenade.js`; without it the page reloads itself. */
export function Progression({ libelle, suivi, pourcent, phrase }: ProgressionSuivie): JSX.Element {
  return (
    <div class="progres" data-suivi={suivi}>
      <p>
        <label for="progres-barre">{libelle}</label>
      </p>
      <progress id="progres-barre" max={100} value={pourcent}>
        {`${pourcent} %`}
      </progress>
      <p class="discret" data-phrase role="status">
        {phrase}
      </p>
    </div>
  );
}
