import { compte, ditJour } from '../../domain/parcours/dire';
import { jourAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { renderDocument, type Cadre } from '../document';
import { insecable } from '../typographie';
import { libellesEtatPurge, type EtatPurgeMontre } from './purge';

export type PageNouvellePurge = {
  readonly cadre: Cadre;
  /** R44 — months after the last contact. */
  readonly mois: number;
  readonly dernieres: readonly {
    readonly id: string;
    readonly etat: EtatPurgeMontre;
    readonly creeA: Instant;
    readonly total: number;
  }[];
};

/** R44 — people are counted; nothing is erased before the preview has been read and confirmed. */
export function renderNouvellePurge({ cadre, mois, dernieres }: PageNouvellePurge): string {
  return renderDocument({
    titre: 'Purger les données anciennes',
    cadre,
    ici: 'conservation',
    children: (
      <>
        <h1>Purger les données anciennes</h1>
        <p>
          {insecable(
            `Les données d’une personne restent ${mois} mois après son dernier contact, une fois son accompagnement terminé. Rien n’est effacé avant que vous ayez lu l’aperçu et confirmé.`,
          )}
        </p>
        <section class="panneau" aria-labelledby="titre-compter">
          <h2 id="titre-compter">Compter les personnes concernées</h2>
          <p class="suite">
            Personne n’est nommé : l’aperçu dit combien elles sont, et ce qui partirait avec elles.
          </p>
          <form method="post" action="/purges/nouvelle">
            <button class="principal">Voir l’aperçu</button>
          </form>
        </section>
        {dernieres.length > 0 && (
          <section class="panneau" aria-labelledby="titre-dernieres">
            <h2 id="titre-dernieres">Dernières purges</h2>
            <ul>
              {dernieres.map(({ id, etat, creeA, total }) => (
                <li key={id}>
                  <a href={`/purges/${id}`}>
                    {`${compte(total, 'personne')}, le ${ditJour(jourAt(creeA, cadre.zone))}`}
                  </a>
                  {` : ${libellesEtatPurge[etat].toLowerCase()}`}
                </li>
              ))}
            </ul>
          </section>
        )}
        <p class="discret">
          Pour effacer une seule personne, à sa demande : sur la page de son parcours, « Données de la
          personne ».
        </p>
      </>
    ),
  });
}
