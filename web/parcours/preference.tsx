import type { JSX } from 'preact';
import { codesPreference, preferences } from '../../domain/courriels/preference';
import type { PageParcours } from './page';

type Props = { readonly id: string; readonly personne: PageParcours['personne'] };

/** R43 — what the person said of how she wants to be written to: what must be said to her is said all the same. */
export function SectionPreference({ id, personne }: Props): JSX.Element {
  return (
    <section class="panneau" aria-labelledby="titre-preference">
      <h2 id="titre-preference">Comment lui écrire</h2>
      <p class="discret">
        Sur papier seulement, chaque courriel devient une lettre à imprimer et à remettre : les délais courent
        de sa remise. Les rappels ne sont pas imprimés.
      </p>
      <form method="post" action={`/parcours/${id}/preference`} id="preference">
        <div class="champ">
          <label for="preference-preference">Ce qu’elle préfère</label>
          <select id="preference-preference" name="preference">
            {codesPreference.map((code) => (
              <option key={code} value={code} selected={code === personne.preference}>
                {preferences[code]}
              </option>
            ))}
          </select>
        </div>
        <button class="principal">Enregistrer</button>
      </form>
    </section>
  );
}
