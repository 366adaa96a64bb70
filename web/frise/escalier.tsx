import type { JSX } from 'preact';
import { ditJour } from '../../domain/parcours/dire';
import type { Echelon, Frise } from '../../domain/parcours/frise';
import { LIGNES, MARCHE, type Echelle } from './echelle';
import { echelons as nomsEchelons, hauteurs } from './libelles';

/** R14 — each ladder as a staircase: it climbs with each rung and comes back to the ground when it closes. */
export function Escalier({
  echelons,
  e,
  fin,
}: {
  readonly echelons: readonly Echelon[];
  readonly e: Echelle;
  readonly fin: Frise['aujourdhui'];
}): JSX.Element {
  const sol = LIGNES.obligations + 6 * MARCHE;
  const y = (x: Echelon) => sol - hauteurs[x.code] * MARCHE;
  const trace = echelons.map((x) => `H${e.x(x.le)}V${y(x)}`).join('');
  const dernier = echelons.at(-1);
  const suite = dernier !== undefined && dernier.code !== 'clos' && fin > dernier.le ? `H${e.x(fin)}` : '';
  const premier = echelons[0];
  return (
    <g class="echelle">
      <path class="sol" d={`M${e.gauche} ${sol}H${e.droite}`} />
      {premier !== undefined && <path class="montee" d={`M${e.x(premier.le)} ${sol}${trace}${suite}`} />}
      {echelons.map((x) => (
        <g key={`${x.manquement}${x.code}${x.le}`}>
          <title>{`${nomsEchelons[x.code]}, ${ditJour(x.le)}`}</title>
          <circle class={`echelon echelon-${x.code}`} cx={e.x(x.le)} cy={y(x)} r={4.5} />
        </g>
      ))}
    </g>
  );
}
