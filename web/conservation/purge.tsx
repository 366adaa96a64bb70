import type { JSX } from 'preact';
import { raisonsDeGarder, type RaisonDeGarder } from '../../domain/conservation/conservation';
import { compte, ditJour } from '../../domain/parcours/dire';
import type { CivilDate } from '../../domain/temps/jour';
import { Ariane } from '../ariane';
import { renderDocument, type Cadre } from '../document';
import { FormulaireDessine } from '../formulaires/dessin';
import { Progression, type Avancement } from '../progression';
import { insecable } from '../typographie';
import { ListeComptes, type ComptesMontres } from './comptes';

export type EtatPurgeMontre = 'apercu' | 'en_cours' | 'fini';

export const libellesEtatPurge = {
  apercu: 'Aperçu, rien n’est effacé',
  en_cours: 'En cours',
  fini: 'Finie',
} as const satisfies Record<EtatPurgeMontre, string>;

export type PurgeMontree = {
  readonly id: string;
  readonly etat: EtatPurgeMontre;
  readonly mois: number;
  readonly total: number;
  readonly effacees: number;
  readonly ecartees: number;
  readonly comptes: ComptesMontres;
};

export type PersonneMontree = {
  readonly id: string;
  readonly etat: 'a_effacer' | 'effacee' | 'ecartee';
  readonly raison: RaisonDeGarder | null;
  readonly contactLe: CivilDate;
};

export type PagePurge = {
  readonly cadre: Cadre;
  readonly purge: PurgeMontree;
  readonly personnes: readonly PersonneMontree[];
  /** The person after whom the next page begins; null at the end. */
  readonly suivante: string | null;
  readonly cle: string;
};

/** R44 — how far a purge has come. */
export function avancePurgeOf({ total, effacees, ecartees }: PurgeMontree): Avancement {
  const faites = effacees + ecartees;
  const pourcent = total === 0 ? 100 : Math.floor((100 * faites) / total);
  return { pourcent, phrase: `${faites} sur ${compte(total, 'personne')}` };
}

/** R44 — preview, progress, then the report: one page, whose address stays the same. */
export function renderPurge(page: PagePurge): string {
  const { purge, cadre } = page;
  const titre = `Purge : ${compte(purge.total, 'personne')}`;
  return renderDocument({
    titre,
    cadre: purge.etat === 'en_cours' ? { ...cadre, enMarche: true } : cadre,
    ici: 'conservation',
    children: (
      <>
        <Ariane>
          <a href="/purges/nouvelle">Purger les données anciennes</a>
        </Ariane>
        <h1>{titre}</h1>
        <Avance {...purge} />
        {purge.total > 0 && (
          <>
            <h2>{purge.etat === 'fini' ? 'Ce qui est parti avec elles' : 'Ce qui partirait avec elles'}</h2>
            <ListeComptes comptes={purge.comptes} />
          </>
        )}
        {purge.etat === 'apercu' && <Confirmation {...page} />}
        <Personnes {...page} />
      </>
    ),
  });
}

function Avance(purge: PurgeMontree): JSX.Element {
  const avance = avancePurgeOf(purge);
  if (purge.etat === 'en_cours')
    return (
      <div class="panneau">
        <Progression
          libelle="Les personnes sont effacées une à une"
          suivi={`/purges/${purge.id}/suivi`}
          {...avance}
        />
      </div>
    );
  if (purge.etat === 'apercu') return <p role="status">{`${libellesEtatPurge.apercu}.`}</p>;
  return (
    <div class="alerte alerte-fait">
      <p role="status">
        {insecable(
          `Purge finie : ${compte(purge.effacees, 'personne effacée', 'personnes effacées')}, ${compte(purge.ecartees, 'écartée')}.`,
        )}
      </p>
    </div>
  );
}

function Confirmation({ purge, cle }: PagePurge): JSX.Element {
  if (purge.total === 0) return <p>Aucune personne n’est concernée : il n’y a rien à confirmer.</p>;
  return (
    <section class="panneau" aria-labelledby="titre-confirmation">
      <h2 id="titre-confirmation">Confirmer la purge</h2>
      <p class="suite">
        {insecable(
          'Sans retour. Leur identité, leurs textes, leurs courriels et leurs documents sont effacés un à un ; les codes et les jours du journal restent. Qui est revenu depuis l’aperçu est écarté.',
        )}
      </p>
      <FormulaireDessine
        prefixe="confirmation"
        action={`/purges/${purge.id}/confirmation`}
        champs={[]}
        bouton={`Effacer ${compte(purge.total, 'personne')}`}
        grave
        cle={cle}
        saisie={null}
      />
    </section>
  );
}

const ETATS = {
  a_effacer: 'À effacer',
  effacee: 'Effacée',
  ecartee: 'Écartée',
} as const satisfies Record<PersonneMontree['etat'], string>;

/** By opaque identifier: the report outlives those whom it counts. */
function Personnes({ purge, personnes, suivante }: PagePurge): JSX.Element {
  return (
    <section class="panneau" aria-labelledby="personnes">
      <h2 id="personnes" tabIndex={-1}>
        Compte rendu, par identifiant
      </h2>
      {personnes.length === 0 ? (
        <p class="vide">Aucune personne.</p>
      ) : (
        <table class="parcours">
          <caption class="invisible">Personnes de la purge et ce qu’elles deviennent</caption>
          <thead>
            <tr>
              <th scope="col">Identifiant</th>
              <th scope="col">Dernier contact</th>
              <th scope="col">Ce qu’il en est</th>
            </tr>
          </thead>
          <tbody>
            {personnes.map(({ id, contactLe, etat, raison }) => (
              <tr key={id}>
                <th scope="row">
                  <code>{id}</code>
                </th>
                <td data-titre="Dernier contact">{ditJour(contactLe)}</td>
                <td data-titre="Ce qu’il en est">
                  {insecable(raison === null ? ETATS[etat] : `${ETATS[etat]} : ${raisonsDeGarder[raison]}`)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {suivante !== null && (
        <p>
          <a href={`/purges/${purge.id}?apres=${suivante}#personnes`}>Personnes suivantes</a>
        </p>
      )}
    </section>
  );
}
