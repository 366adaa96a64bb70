import type { JSX } from 'preact';
import { jourEnLettres } from '../../domain/courriels/dates-dites';
import type { CivilDate } from '../../domain/temps/jour';
import { Ariane } from '../ariane';
import { renderDocument, type Cadre } from '../document';
import { FormulaireDessine } from '../formulaires/dessin';
import { insecable } from '../typographie';
import { ListeComptes, type ComptesMontres } from './comptes';

export type PageEffacement = {
  readonly cadre: Cadre;
  readonly parcoursId: string;
  readonly nom: string;
  readonly effaceeLe: CivilDate | null;
  /** One of her parcours is open. */
  readonly suivie: boolean;
  /** What would go; once she is erased, what went, when the page knows. */
  readonly comptes: ComptesMontres | null;
  readonly cle: string;
  /** Why it was refused. */
  readonly refus: string | null;
};

/** R45 — what erasing her would take away, then the act of a person, then what was done. */
export function renderEffacement(page: PageEffacement): string {
  const { cadre, parcoursId, nom, effaceeLe, comptes, refus } = page;
  const titre = effaceeLe === null ? `Effacer les données de ${nom}` : 'Personne effacée';
  return renderDocument({
    titre: refus === null ? titre : `Erreur : ${titre}`,
    cadre,
    ici: null,
    children: (
      <>
        <Ariane>
          <a href={`/parcours/${parcoursId}`}>{effaceeLe === null ? `Parcours de ${nom}` : 'Son parcours'}</a>
        </Ariane>
        {refus !== null && (
          <div class="alerte alerte-refus" role="alert" tabIndex={-1} id="erreurs">
            <p>{insecable(refus)}</p>
          </div>
        )}
        <h1>{titre}</h1>
        {effaceeLe === null ? <Apercu {...page} /> : <Fait effaceeLe={effaceeLe} comptes={comptes} />}
      </>
    ),
  });
}

function Fait({ effaceeLe, comptes }: { readonly effaceeLe: CivilDate } & Pick<PageEffacement, 'comptes'>) {
  return (
    <>
      <div class="alerte alerte-fait">
        <p role="status">{insecable(`Ses données sont effacées, le ${jourEnLettres(effaceeLe)}.`)}</p>
      </div>
      {comptes !== null && (
        <>
          <h2>Ce qui est parti</h2>
          <ListeComptes comptes={comptes} />
        </>
      )}
      <p>Restent les codes et les jours du journal de ses parcours, sans rien qui dise qui elle était.</p>
    </>
  );
}

function Apercu({ parcoursId, suivie, comptes, cle }: PageEffacement): JSX.Element {
  return (
    <>
      <p>À sa demande seulement. Rien n’est effacé avant que vous ayez confirmé.</p>
      <h2>Ce qui partirait</h2>
      <p>Son nom, ses coordonnées, et :</p>
      {comptes !== null && <ListeComptes comptes={comptes} />}
      {suivie ? (
        <p class="alerte">
          Un de ses parcours est ouvert, et ses données servent à l’accompagner : enregistrez d’abord sa
          sortie.
        </p>
      ) : (
        <section class="panneau" aria-labelledby="titre-confirmation">
          <h2 id="titre-confirmation">Confirmer l’effacement</h2>
          <p class="suite">
            {insecable(
              'Sans retour : ni ce logiciel ni personne ne pourra dire qui elle était. Remettez-lui d’abord ses données si elle les demande.',
            )}
          </p>
          <FormulaireDessine
            prefixe="effacement"
            action={`/parcours/${parcoursId}/effacement`}
            champs={[]}
            bouton="Effacer ses données"
            grave
            cle={cle}
            saisie={null}
          />
        </section>
      )}
    </>
  );
}
