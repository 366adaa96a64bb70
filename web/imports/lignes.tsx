import type { JSX } from 'preact';
import { insecable } from '../typographie';
import type { PageImport } from './import';

export type VerdictMontre = 'cree' | 'corrige' | 'inchange' | 'rejete';

export type LigneMontree = {
  readonly numero: number;
  readonly idExterne: string | null;
  readonly verdict: VerdictMontre;
  readonly raisons: readonly { readonly colonne: string; readonly raison: string }[];
};

const VERDICTS = {
  rejete: 'Rejetée',
  cree: 'Créée',
  corrige: 'Corrigée',
  inchange: 'Sans changement',
} as const satisfies Record<VerdictMontre, string>;

const A_VENIR = {
  ...VERDICTS,
  cree: 'À créer',
  corrige: 'À corriger',
} as const satisfies Record<VerdictMontre, string>;

export const verdictsMontres: readonly VerdictMontre[] = ['rejete', 'cree', 'corrige', 'inchange'];

/** The rows of the file with what becomes of each, a page at a time; those set aside say why. */
export function LignesImport({ lu, choisi, lignes, suivant }: PageImport): JSX.Element {
  const dits = lu.etat === 'fini' ? VERDICTS : A_VENIR;
  const adresse = (verdict: VerdictMontre | null, apres?: number) =>
    `/imports/${lu.id}?verdict=${verdict ?? 'toutes'}${apres === undefined ? '' : `&apres=${apres}`}#lignes`;
  const nombre = { cree: lu.crees, corrige: lu.corriges, inchange: lu.inchanges, rejete: lu.rejetes };
  return (
    <section class="panneau" aria-labelledby="lignes">
      <h2 id="lignes" tabIndex={-1}>
        Lignes du fichier
      </h2>
      {lu.rejetes > 0 && (
        <p>
          <a href={`/imports/${lu.id}/rejets.csv`}>Télécharger les lignes rejetées</a>, à corriger et à
          renvoyer : ce fichier contient des données personnelles.
        </p>
      )}
      <nav aria-label="Lignes montrées">
        <ul class="filtres">
          {verdictsMontres.map((v) => (
            <li key={v}>
              <a href={adresse(v)} {...(choisi === v && { 'aria-current': 'true' as const })}>
                {`${dits[v]} : ${nombre[v]}`}
              </a>
            </li>
          ))}
          <li>
            <a href={adresse(null)} {...(choisi === null && { 'aria-current': 'true' as const })}>
              {`Toutes : ${lu.total}`}
            </a>
          </li>
        </ul>
      </nav>
      {lignes.length === 0 ? (
        <p class="vide">Aucune ligne.</p>
      ) : (
        <table class="parcours">
          <caption class="invisible">Lignes du fichier et ce qu’elles deviennent</caption>
          <thead>
            <tr>
              <th scope="col">Ligne</th>
              <th scope="col">Identifiant</th>
              <th scope="col">Ce qu’elle devient</th>
              <th scope="col">Pourquoi</th>
            </tr>
          </thead>
          <tbody>
            {lignes.map((l) => (
              <tr key={l.numero}>
                <th scope="row">{`Ligne ${l.numero}`}</th>
                <td data-titre="Identifiant">{l.idExterne ?? '–'}</td>
                <td data-titre="Ce qu’elle devient">{dits[l.verdict]}</td>
                <td data-titre="Pourquoi">
                  <Raisons raisons={l.raisons} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {suivant !== null && (
        <p>
          <a href={adresse(choisi, suivant)}>Lignes suivantes</a>
        </p>
      )}
    </section>
  );
}

function Raisons({ raisons }: Pick<LigneMontree, 'raisons'>): JSX.Element | null {
  if (raisons.length === 0) return <>–</>;
  return (
    <ul class="raisons">
      {raisons.map(({ colonne, raison }) => (
        <li key={`${colonne} ${raison}`}>{insecable(colonne === '' ? raison : `${colonne} : ${raison}`)}</li>
      ))}
    </ul>
  );
}
