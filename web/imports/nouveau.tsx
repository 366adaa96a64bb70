import { compte, ditJour } from '../../domain/parcours/dire';
import { jourAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { renderDocument, type Cadre } from '../document';
import { insecable } from '../typographie';
import { libellesEtatImport, type EtatImportMontre } from './import';

export type PageNouvelImport = {
  readonly cadre: Cadre;
  readonly derniers: readonly {
    readonly id: string;
    readonly etat: EtatImportMontre;
    readonly creeA: Instant;
    readonly total: number;
  }[];
  /** What is wrong with the file that was sent. */
  readonly faute: string | null;
};

/** A list is sent; nothing is written before its preview has been read and confirmed. */
export function renderNouvelImport({ cadre, derniers, faute }: PageNouvelImport): string {
  const titre = 'Importer une liste';
  return renderDocument({
    titre: faute === null ? titre : `Erreur : ${titre}`,
    cadre,
    ici: 'import',
    children: (
      <>
        {faute !== null && (
          <div class="alerte alerte-refus" role="alert" tabIndex={-1} id="erreurs">
            <h2>Le fichier est à corriger</h2>
            <p>
              {insecable(faute)} <a href="#fichier">Choisir un fichier</a>
            </p>
          </div>
        )}
        <h1>{titre}</h1>
        <p>
          Une liste de personnes et de leurs parcours, depuis un tableur. Rien n’est inscrit avant que vous
          ayez lu l’aperçu et confirmé. Renvoyer le même fichier ne change rien.
        </p>
        <section class="panneau" aria-labelledby="titre-envoi">
          <h2 id="titre-envoi">Envoyer le fichier</h2>
          <form method="post" action="/imports/nouveau" encType="multipart/form-data">
            <div class="champ">
              <label for="fichier">Fichier CSV</label>
              <p class="aide" id="fichier-aide">
                20 Mo au plus. La première ligne nomme les colonnes : identifiant, prénom, nom, code
                structure, programme, date d’orientation, soumis aux obligations ; et, si vous les avez,
                courriel, téléphone, adresse, courriel du référent, contrat signé le.
              </p>
              <input
                id="fichier"
                type="file"
                name="fichier"
                accept=".csv,text/csv"
                required
                aria-describedby="fichier-aide"
              />
            </div>
            <button class="principal">Voir l’aperçu</button>
          </form>
        </section>
        {derniers.length > 0 && (
          <section class="panneau" aria-labelledby="titre-derniers">
            <h2 id="titre-derniers">Derniers imports</h2>
            <ul>
              {derniers.map(({ id, etat, creeA, total }) => (
                <li key={id}>
                  <a href={`/imports/${id}`}>
                    {`${compte(total, 'ligne')}, le ${ditJour(jourAt(creeA, cadre.zone))}`}
                  </a>
                  {` : ${libellesEtatImport[etat].toLowerCase()}`}
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  });
}
