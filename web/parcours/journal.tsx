import { jourEnLettres } from '../../domain/courriels/dates-dites';
import type { JSX } from 'preact';
import { compte, majuscule } from '../../domain/parcours/dire';
import type { LigneVue } from '../../domain/parcours/vue';
import { insecable } from '../typographie';
import type { CivilDate } from '../../domain/temps/jour';

const JOURS_VISIBLES = 6;

type Journee = { readonly le: CivilDate; readonly lignes: readonly LigneVue[] };

/** The last day first; inside a day, the order of the ranks. */
function journeesOf(journal: readonly LigneVue[]): readonly Journee[] {
  const jours = new Map<CivilDate, LigneVue[]>();
  for (const ligne of journal) jours.set(ligne.le, [...(jours.get(ligne.le) ?? []), ligne]);
  return [...jours].map(([le, lignes]) => ({ le, lignes })).sort((x, y) => y.le.localeCompare(x.le));
}

export function SectionJournal({ journal }: { readonly journal: readonly LigneVue[] }): JSX.Element {
  const journees = journeesOf(journal);
  const anciennes = journees.slice(JOURS_VISIBLES);
  return (
    <section class="panneau" aria-labelledby="titre-journal">
      <h2 id="titre-journal">Journal</h2>
      <Journees journees={journees.slice(0, JOURS_VISIBLES)} />
      {anciennes.length > 0 && (
        <details>
          <summary>{compte(anciennes.length, 'journée plus ancienne', 'journées plus anciennes')}</summary>
          <Journees journees={anciennes} />
        </details>
      )}
    </section>
  );
}

const QUI = { jalons: ' Jalons', professionnel: ' Un professionnel', personne: ' La personne' } as const;

function Journees({ journees }: { readonly journees: readonly Journee[] }): JSX.Element {
  return (
    <ol class="journal">
      {journees.map(({ le, lignes }) => (
        <li key={le}>
          <h3>
            <time dateTime={le}>{majuscule(jourEnLettres(le))}</time>
          </h3>
          <ul>
            {lignes.map((l) => (
              <li key={l.rang} class={`par-${l.par}`}>
                <time dateTime={l.a}>{l.heure}</time>
                <span>
                  {insecable(l.phrase)}
                  {l.horsFenetre && <span class="hors-fenetre">Hors de la fenêtre de l’édition</span>}
                  <span class="qui">{QUI[l.par]}</span>
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
