import type { JSX } from 'preact';
import { ditJour } from '../../domain/parcours/dire';
import { jourAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { Ariane } from '../ariane';
import { renderDocument, type Cadre } from '../document';
import { hrefListe } from '../liens';

export type PageAgenda = {
  readonly cadre: Cadre;
  readonly referent: { readonly id: string; readonly nom: string };
  readonly flux: readonly {
    readonly id: string;
    readonly creeA: Instant;
    readonly revoqueA: Instant | null;
  }[];
  /** The address that was just made: shown this once. */
  readonly creee: string | null;
};

/** The secret addresses by which a calendar program reads the appointments of a référent. */
export function renderAgenda({ cadre, referent, flux, creee }: PageAgenda): string {
  const titre = `Agenda de ${referent.nom}`;
  const action = `/referents/${referent.id}/agenda`;
  return renderDocument({
    titre,
    cadre,
    ici: null,
    children: (
      <>
        <Ariane>
          <a href={hrefListe(referent.id)}>{`Parcours suivis par ${referent.nom}`}</a>
        </Ariane>
        <h1>{titre}</h1>
        <p>
          Une adresse secrète donne les rendez-vous à un logiciel d’agenda : heures et lieux seulement, ni
          nom, ni motif. Qui la connaît les lit : ne la transférez pas.
        </p>
        {creee !== null && (
          <div class="alerte alerte-fait">
            <p role="status">L’adresse est créée. Copiez-la maintenant : elle ne sera plus montrée.</p>
            <label for="adresse">Adresse à donner au logiciel d’agenda</label>
            <input id="adresse" type="url" readOnly value={creee} />
          </div>
        )}
        <form method="post" action={action}>
          <button class="principal">Créer une adresse</button>
        </form>
        <section class="panneau" aria-labelledby="titre-adresses">
          <h2 id="titre-adresses">Adresses créées</h2>
          {flux.length === 0 ? (
            <p class="vide">Aucune.</p>
          ) : (
            <ul>
              {flux.map((f, i) => (
                <li key={f.id}>
                  {`Adresse n° ${i + 1}, créée le ${ditJour(jourAt(f.creeA, cadre.zone))}`}
                  <Etat flux={f} rang={i + 1} action={action} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </>
    ),
  });
}

type Props = { readonly flux: PageAgenda['flux'][number]; readonly rang: number; readonly action: string };

function Etat({ flux, rang, action }: Props): JSX.Element {
  if (flux.revoqueA !== null) return <> : révoquée, elle n’ouvre plus rien.</>;
  return (
    <form method="post" action={`${action}/${flux.id}/revocation`}>
      <button class="grave">{`Révoquer l’adresse n° ${rang}`}</button>
    </form>
  );
}
