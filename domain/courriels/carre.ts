import { html, type Balisage } from './balisage';
import type { DonneesLettre } from './donnees';

/** A square code (QR), row by row: true is dark. What it says is drawn outside the domain. */
export type Carre = readonly (readonly boolean[])[];

/** ISO/IEC 18004, 6.3.8 — the quiet zone around the code. */
const MARGE = 4;

/** R42 — the way to the page of answers, for who holds a letter: photographed, never typed. */
export function renderCarre(carre: Carre, d: DonneesLettre): Balisage {
  const cote = carre.length + 2 * MARGE;
  return html`<div>
    <svg
      width="34mm"
      height="34mm"
      viewBox="0 0 ${String(cote)} ${String(cote)}"
      role="img"
      aria-label="Code à photographier"
    >
      <path d="${pathOf(carre)}" />
    </svg>
    <p>
      ${POUR[d.modele === 'demande_motif' ? 'motif' : 'venue']}, photographiez ce carré avec un téléphone. Il
      ouvre une page, sans compte ni mot de passe. Il est pour vous seul. Vous pouvez aussi appeler, ou
      écrire.
    </p>
  </div>`;
}

const POUR = { motif: 'Pour nous répondre', venue: 'Pour dire si vous venez' } as const;

function pathOf(carre: Carre): string {
  return carre
    .flatMap((ligne, y) => ligne.flatMap((noir, x) => (noir ? [`M${x + MARGE} ${y + MARGE}h1v1h-1z`] : [])))
    .join('');
}
