import type { JSX } from 'preact';
import type { PageReponse } from './page';

type Venue = Extract<NonNullable<PageReponse['acte']>, { quoi: 'venue' }> & { readonly adresse: string };

/** Two answers, each one large target; the second opens without JavaScript. */
export function FormulaireVenue({ adresse, revision, motifs, moments }: Venue): JSX.Element {
  return (
    <>
      <h2>Est-ce que vous venez ?</h2>
      <form method="post" action={`${adresse}/venue`}>
        <input type="hidden" name="revision" value={revision} />
        <button type="submit">Je viens</button>
      </form>
      <details>
        <summary>Je ne peux pas venir</summary>
        <form method="post" action={`${adresse}/empechement`}>
          <input type="hidden" name="revision" value={revision} />
          <fieldset>
            <legend>Pourquoi ?</legend>
            {Object.entries(motifs).map(([code, dit]) => (
              <label class="choix" key={code}>
                <input type="radio" name="motif" value={code} checked={code === 'autre'} />
                <span>{dit}</span>
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>Quand pouvez-vous venir ?</legend>
            {Object.entries(moments).map(([code, dit]) => (
              <label class="choix" key={code}>
                <input type="checkbox" name="moments" value={code} />
                <span>{dit}</span>
              </label>
            ))}
          </fieldset>
          <label class="champ" for="mots">
            Voulez-vous ajouter quelque chose ?
          </label>
          <textarea id="mots" name="mots" maxLength={2000} />
          <button type="submit">Envoyer</button>
        </form>
        <p>Votre rendez-vous reste prévu tant que nous ne l’avons pas changé avec vous.</p>
      </details>
    </>
  );
}

export function FormulaireMotif({ adresse }: { readonly adresse: string }): JSX.Element {
  return (
    <form method="post" action={`${adresse}/motif`} encType="multipart/form-data">
      <label class="champ" for="mots">
        Votre réponse
      </label>
      <textarea id="mots" name="mots" maxLength={2000} />
      <label class="champ" for="document">
        Ajouter une photo ou un PDF, si vous voulez (5 Mo au plus)
      </label>
      <input id="document" type="file" name="document" accept="image/jpeg,image/png,application/pdf" />
      <button type="submit">Envoyer</button>
    </form>
  );
}
