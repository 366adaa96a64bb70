import type { JSX } from 'preact';
import { compte, ditJour } from '../../domain/parcours/dire';
import type { CivilDate } from '../../domain/temps/jour';
import { Ariane } from '../ariane';
import { renderDocument, type Cadre } from '../document';
import { FormulaireDessine } from '../formulaires/dessin';
import { Progression, type Avancement } from '../progression';
import { hrefListe } from '../liens';

type Ligne = {
  readonly parcoursId: string;
  readonly personne: string;
  readonly etat: string;
  readonly raison: string | null;
  readonly deplaces: number;
  readonly aReplacer: number;
};

type ReferentNomme = { readonly id: string; readonly nom: string };

export type PageTransfert = {
  readonly cadre: Cadre;
  readonly id: string;
  readonly etat: 'apercu' | 'en_cours' | 'fini';
  readonly de: ReferentNomme;
  readonly vers: ReferentNomme;
  readonly jours: { readonly du: CivilDate; readonly au: CivilDate } | null;
  readonly cle: string;
  readonly lignes: readonly Ligne[];
};

const ETATS = { a_faire: 'À passer', fait: 'Passé', ecarte: 'Écarté' } as const;

/** R23 — how far a transfer has come: what its page says, and what follows it asks for. */
export function avanceOf(lignes: readonly Pick<Ligne, 'etat'>[]): Avancement {
  const faits = lignes.filter((l) => l.etat !== 'a_faire').length;
  const pourcent = lignes.length === 0 ? 100 : Math.floor((100 * faits) / lignes.length);
  return { pourcent, phrase: `${faits} sur ${compte(lignes.length, 'parcours', 'parcours')}` };
}

/** R23, R24 — preview, progress, then what was done: one page, whose address stays the same. */
export function renderTransfert(page: PageTransfert): string {
  const { etat, de, vers, jours, lignes, cadre } = page;
  const titre =
    jours === null
      ? `De ${de.nom} à ${vers.nom}`
      : `${vers.nom} remplace ${de.nom}, du ${ditJour(jours.du)} au ${ditJour(jours.au)}`;
  return renderDocument({
    titre,
    cadre: etat === 'en_cours' ? { ...cadre, enMarche: true } : cadre,
    ici: null,
    children: (
      <>
        <Ariane>
          <a href={hrefListe(de.id)}>{`Parcours suivis par ${de.nom}`}</a>
        </Ariane>
        <h1>{titre}</h1>
        <Avance {...page} />
        <Comptes lignes={etat === 'apercu' ? lignes : lignes.filter((l) => l.etat === 'fait')} etat={etat} />
        {etat === 'apercu' && (
          <FormulaireDessine
            prefixe="confirmation"
            action={`/transferts/${page.id}/confirmation`}
            champs={[]}
            bouton={jours === null ? 'Confirmer le transfert' : 'Confirmer le remplacement'}
            grave
            cle={page.cle}
            saisie={null}
          />
        )}
        <Tableau lignes={lignes} />
      </>
    ),
  });
}

function Avance({ id, etat, vers, lignes }: PageTransfert): JSX.Element {
  const avance = avanceOf(lignes);
  switch (etat) {
    case 'apercu':
      return (
        <p role="status">{`Aperçu : ${compte(lignes.length, 'parcours', 'parcours')}. Rien n’est encore fait.`}</p>
      );
    case 'en_cours':
      return (
        <div class="panneau">
          <Progression libelle="Les parcours passent un à un" suivi={`/transferts/${id}/suivi`} {...avance} />
        </div>
      );
    case 'fini':
      return (
        <div class="alerte alerte-fait">
          <p role="status">{`${avance.phrase} : fini. Les deux référents en reçoivent chacun un récapitulatif.`}</p>
          <a href={hrefListe(vers.id)}>{`Parcours suivis par ${vers.nom}`}</a>
        </div>
      );
  }
}

type Lignes = { readonly lignes: PageTransfert['lignes'] };

function Comptes({ lignes, etat }: Lignes & Pick<PageTransfert, 'etat'>): JSX.Element {
  const somme = (quoi: 'deplaces' | 'aReplacer') => lignes.reduce((n, l) => n + l[quoi], 0);
  return (
    <ul>
      <li>{`Rendez-vous ${etat === 'apercu' ? 'qui seraient déplacés' : 'déplacés'} : ${somme('deplaces')}`}</li>
      <li>{`Rendez-vous sans créneau, à replacer par une personne : ${somme('aReplacer')}`}</li>
    </ul>
  );
}

function Tableau({ lignes }: Lignes): JSX.Element {
  return (
    <table class="parcours">
      <caption class="invisible">Parcours concernés</caption>
      <thead>
        <tr>
          <th scope="col">Personne</th>
          <th scope="col">État</th>
          <th scope="col">Rendez-vous déplacés</th>
          <th scope="col">À replacer</th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((l) => (
          <tr key={l.parcoursId}>
            <th scope="row">
              <a href={`/parcours/${l.parcoursId}`}>{l.personne}</a>
            </th>
            <td data-titre="État">
              {ETATS[l.etat as keyof typeof ETATS]}
              {l.raison !== null && <span class="discret"> clos, ou déjà chez un autre référent</span>}
            </td>
            <td data-titre="Rendez-vous déplacés">{l.deplaces}</td>
            <td data-titre="À replacer">{l.aReplacer}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
