import type { JSX } from 'preact';
import type { Frise } from '../../domain/parcours/frise';
import { abrege, LIGNES, MARCHE, premiersDuMois, type Echelle } from './echelle';

export type Partie = { readonly frise: Frise; readonly e: Echelle };

/** What stands behind the marks: the months of the calendar, the days given by a prolongation. */
export function Fond({ frise, e, bas }: Partie & { readonly bas: number }): JSX.Element {
  const premiers = premiersDuMois(frise.du, frise.au);
  const pas = premiers.length > 20 ? 3 : 2;
  return (
    <g class="fond">
      {frise.prolongations.map(({ du, au }) => (
        <rect
          key={du}
          class="prolongation"
          x={e.x(du)}
          y={LIGNES.calendrier + 6}
          width={e.x(au) - e.x(du)}
          height={bas - LIGNES.calendrier - 6}
        />
      ))}
      {frise.pauses.map(({ du, au }) => (
        <rect
          key={du}
          class="pause"
          x={e.x(du)}
          y={LIGNES.calendrier + 6}
          width={e.x(au) - e.x(du)}
          height={bas - LIGNES.calendrier - 6}
        />
      ))}
      {premiers.map((le, i) => (
        <g key={le}>
          <path class="graduation" d={`M${e.x(le)} ${LIGNES.calendrier + 6}V${bas}`} />
          {i % pas === 0 && e.x(le) < e.droite - 30 && (
            <text class="calendrier" x={e.x(le) + 2} y={LIGNES.calendrier}>
              {`${abrege(le)} ${le.slice(0, 4)}`}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** The name of each line that holds something. */
export function Titres({ frise }: Pick<Partie, 'frise'>): JSX.Element {
  const titres = [
    [frise.mois.length > 0, 'Mois', LIGNES.mois + 19],
    [frise.mois.length === 0 && frise.emplois.length > 0, 'Emploi', LIGNES.mois + 19],
    [true, 'Rendez-vous', LIGNES.rendezVous + 5],
    [frise.bilans.length > 0, 'Bilans', LIGNES.bilans + 5],
    [frise.echelons.length > 0, 'Obligations', LIGNES.obligations + 3 * MARCHE + 5],
  ] as const;
  return (
    <g class="titres">
      {titres.map(
        ([present, titre, y]) =>
          present && (
            <text key={titre} x={0} y={y}>
              {titre}
            </text>
          ),
      )}
    </g>
  );
}
