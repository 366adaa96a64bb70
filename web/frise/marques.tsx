import type { JSX } from 'preact';
import type { EtatRendezVous, VueBilan } from '../../domain/parcours/frise';
import type { EtatMois } from '../../domain/parcours/frise-mois';

/** Signs of the timeline. Shapes differ, not only colours: they read in grey as well. */

type Place = { readonly x: number; readonly y: number };

export function MarqueRendezVous({ x, y, etat }: Place & { readonly etat: EtatRendezVous }): JSX.Element {
  const classe = `rdv rdv-${etat}`;
  switch (etat) {
    case 'honore':
      return <circle class={classe} cx={x} cy={y} r={7} />;
    case 'excuse':
      return (
        <g class={classe}>
          <circle cx={x} cy={y} r={6.5} />
          <path class="plein" d={`M${x} ${y - 6.5}a6.5 6.5 0 0 1 0 13z`} />
        </g>
      );
    case 'absent':
      return <path class={classe} d={`M${x - 6} ${y - 6}l12 12M${x - 6} ${y + 6}l12 -12`} />;
    case 'annule_service':
    case 'annule_personne':
    case 'retire':
      return (
        <g class={classe}>
          <circle cx={x} cy={y} r={6.5} />
          <path d={`M${x - 4.6} ${y + 4.6}l9.2 -9.2`} />
        </g>
      );
    case 'a_venir':
      return <circle class={classe} cx={x} cy={y} r={6.5} />;
    case 'a_renseigner':
      return (
        <g class={classe}>
          <circle cx={x} cy={y} r={8} />
          <text x={x} y={y + 4} text-anchor="middle">
            ?
          </text>
        </g>
      );
  }
}

export function MarqueBilan({ x, y, etat }: Place & { readonly etat: VueBilan['etat'] }): JSX.Element {
  return (
    <g class={`bilan bilan-${etat}`}>
      <path d={`M${x} ${y - 9}l9 9l-9 9l-9 -9z`} />
      {etat === 'tenu' && <path class="coche" d={`M${x - 3.8} ${y}l2.8 3l5 -5.6`} />}
      {etat === 'en_retard' && (
        <text x={x} y={y + 4.5} text-anchor="middle">
          !
        </text>
      )}
    </g>
  );
}

/** R38 — news by another way than an appointment: a square, as no appointment is. */
export function MarqueContact({ x, y }: Place): JSX.Element {
  return <rect class="contact" x={x - 4.5} y={y - 4.5} width={9} height={9} />;
}

type PropsEmploi = Place & { readonly largeur: number; readonly tient: boolean };

/** R40 — a bar for the days in a job; open on its right while it holds. */
export function MarqueEmploi({ x, y, largeur, tient }: PropsEmploi): JSX.Element {
  const fin = x + Math.max(4, largeur);
  return (
    <g class="emploi">
      <rect x={x} y={y + 9} width={fin - x} height={12} />
      {tient && <path d={`M${fin} ${y + 6}l9 9l-9 9z`} />}
    </g>
  );
}

type PropsMois = Place & { readonly largeur: number; readonly rang: number; readonly etat: EtatMois };

export function MarqueMois({ x, y, largeur, rang, etat }: PropsMois): JSX.Element {
  const milieu = x + largeur / 2;
  return (
    <g class={`mois mois-${etat}`}>
      <rect x={x + 1} y={y} width={Math.max(1, largeur - 2)} height={30} rx={3} />
      {largeur > 16 && (
        <text x={milieu} y={y + 14} text-anchor="middle">
          {rang}
        </text>
      )}
      {etat === 'honore' && <path class="coche" d={`M${milieu - 5} ${y + 21}l3.5 4l6.5 -7`} />}
      {etat === 'manque' && <path class="coche" d={`M${milieu - 4} ${y + 18}l8 8m0 -8l-8 8`} />}
      {etat === 'a_preciser' && (
        <text class="question" x={milieu} y={y + 27} text-anchor="middle">
          ?
        </text>
      )}
    </g>
  );
}
