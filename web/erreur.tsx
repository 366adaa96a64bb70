import { renderDocument, type Cadre } from './document';

export type PageErreur = {
  readonly cadre: Cadre | null;
  readonly statut: number;
  readonly titre: string;
  readonly phrase: string;
  /** What to give to the developers; says nothing else. */
  readonly reference: string | null;
};

export function renderErreur({ cadre, statut, titre, phrase, reference }: PageErreur): string {
  return renderDocument({
    titre,
    cadre,
    ici: null,
    children: (
      <section class="panneau erreur">
        <p class="discret">{`Erreur ${statut}`}</p>
        <h1>{titre}</h1>
        <p>{phrase}</p>
        {reference !== null && (
          <p>
            Référence : <code>{reference}</code>
          </p>
        )}
        <p>
          <a href="/">Revenir aux parcours</a>
        </p>
      </section>
    ),
  });
}
