import type { JSX } from 'preact';
import type { PageParcours } from './page';

/** GDPR, art. 15 and 20 — all that is kept of the person, to hand over to her. */
export function SectionDonnees({ vue }: Pick<PageParcours, 'vue'>): JSX.Element {
  return (
    <section class="panneau" aria-labelledby="titre-donnees">
      <h2 id="titre-donnees">Données de la personne</h2>
      <p>Tout ce qui est enregistré sur elle, à lui remettre si elle le demande.</p>
      <ul>
        <li>
          <a href={`/parcours/${vue.id}/donnees.pdf`}>Télécharger ses données, à lire (PDF)</a>
        </li>
        <li>
          <a href={`/parcours/${vue.id}/donnees.json`}>Télécharger ses données, pour un logiciel (JSON)</a>
        </li>
      </ul>
      <p>
        <a href={`/parcours/${vue.id}/effacement`}>Effacer ses données</a>, si elle le demande, une fois son
        accompagnement terminé.
      </p>
    </section>
  );
}
