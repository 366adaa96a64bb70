import type { JSX } from 'preact';
import { compte, ditJour } from '../domain/parcours/dire';
import { codesMotifChangement, motifsChangement } from '../domain/parcours/referent';
import type { CivilDate } from '../domain/temps/jour';
import { renderDocument, type Cadre } from './document';
import { Bilan, FormulaireDessine } from './formulaires/dessin';
import type { Champ, Option, Saisie } from './formulaires/formulaire';

type Genre = 'definitif' | 'remplacement';

export type PageNouveauTransfert = {
  readonly cadre: Cadre;
  readonly de: { readonly id: string; readonly nom: string };
  /** The other référents of the structure. */
  readonly autres: readonly Option[];
  readonly aujourdhui: CivilDate;
  readonly cles: Readonly<Record<Genre, string>>;
  readonly refuse: { readonly genre: Genre; readonly saisie: Saisie } | null;
};

/** R23, R24 — the fields of each genre; what is sent without being asked comes first. */
export function champsTransfert(genre: Genre, p: PageNouveauTransfert): readonly Champ[] {
  const communs: readonly Champ[] = [
    { nature: 'cache', nom: 'genre', valeur: genre },
    { nature: 'cache', nom: 'deId', valeur: p.de.id },
    {
      nature: 'choix',
      nom: 'versId',
      libelle: genre === 'definitif' ? 'Nouveau référent' : 'Remplaçant',
      options: p.autres,
    },
  ];
  if (genre === 'definitif') {
    const options = codesMotifChangement.map((m) => ({ valeur: m, libelle: motifsChangement[m] }));
    return [...communs, { nature: 'choix', nom: 'motif', libelle: 'Pourquoi', options }];
  }
  return [
    ...communs,
    { nature: 'jour', nom: 'du', libelle: 'Premier jour d’absence', min: p.aujourdhui },
    { nature: 'jour', nom: 'au', libelle: 'Dernier jour d’absence, inclus', min: p.aujourdhui },
  ];
}

const GENRES = {
  definitif: {
    titre: 'Confier tous ses parcours',
    suite:
      'Chaque parcours ouvert change de référent. Les dates des parcours ne changent pas ; les personnes sont prévenues.',
    bouton: 'Voir l’aperçu du transfert',
  },
  remplacement: {
    titre: 'Le remplacer pendant une absence',
    suite:
      'Les rendez-vous de ces jours sont reproposés chez le remplaçant, qui reçoit rappels et récapitulatifs. Tout revient ensuite.',
    bouton: 'Voir l’aperçu du remplacement',
  },
} as const;

export function renderNouveauTransfert(page: PageNouveauTransfert): string {
  const titre = `Parcours suivis par ${page.de.nom} : confier ou remplacer`;
  const { refuse } = page;
  return renderDocument({
    titre: refuse === null ? titre : `Erreur : ${titre}`,
    cadre: page.cadre,
    ici: null,
    children: (
      <>
        {refuse !== null && (
          <Bilan saisie={refuse.saisie} champs={champsTransfert(refuse.genre, page)} prefixe={refuse.genre} />
        )}
        <h1>{titre}</h1>
        <p>Rien n’est fait avant que vous ayez lu l’aperçu et confirmé.</p>
        {(['definitif', 'remplacement'] as const).map((genre) => (
          <section class="panneau" key={genre} aria-labelledby={`titre-${genre}`}>
            <h2 id={`titre-${genre}`}>{GENRES[genre].titre}</h2>
            <p class="suite">{GENRES[genre].suite}</p>
            <FormulaireDessine
              prefixe={genre}
              action="/transferts/nouveau"
              champs={champsTransfert(genre, page)}
              bouton={GENRES[genre].bouton}
              cle={page.cles[genre]}
              saisie={refuse?.genre === genre ? refuse.saisie : null}
            />
          </section>
        ))}
      </>
    ),
  });
}

export type PageTransfert = {
  readonly cadre: Cadre;
  readonly id: string;
  readonly etat: 'apercu' | 'en_cours' | 'fini';
  readonly de: string;
  readonly vers: string;
  readonly jours: { readonly du: CivilDate; readonly au: CivilDate } | null;
  readonly cle: string;
  readonly lignes: readonly {
    readonly parcoursId: string;
    readonly personne: string;
    readonly etat: string;
    readonly raison: string | null;
    readonly deplaces: number;
    readonly aReplacer: number;
  }[];
};

const ETATS = { a_faire: 'À passer', fait: 'Passé', ecarte: 'Écarté' } as const;

export function renderTransfert(page: PageTransfert): string {
  const { etat, de, vers, jours, lignes } = page;
  const titre =
    jours === null
      ? `De ${de} à ${vers}`
      : `${vers} remplace ${de}, du ${ditJour(jours.du)} au ${ditJour(jours.au)}`;
  const faits = lignes.filter((l) => l.etat !== 'a_faire').length;
  return renderDocument({
    titre,
    cadre: page.cadre,
    ici: null,
    children: (
      <>
        <h1>{titre}</h1>
        <p role="status">
          {etat === 'apercu'
            ? `Aperçu : ${compte(lignes.length, 'parcours', 'parcours')}. Rien n’est encore fait.`
            : `${faits} sur ${compte(lignes.length, 'parcours', 'parcours')}${etat === 'fini' ? ' : fini.' : ', en cours.'}`}
          {etat === 'en_cours' && (
            <>
              {' '}
              <a href={`/transferts/${page.id}`}>Actualiser</a>
            </>
          )}
        </p>
        <Comptes lignes={lignes} prevu={etat === 'apercu'} />
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

type Lignes = { readonly lignes: PageTransfert['lignes'] };

function Comptes({ lignes, prevu }: Lignes & { readonly prevu: boolean }): JSX.Element {
  const somme = (quoi: 'deplaces' | 'aReplacer') => lignes.reduce((n, l) => n + l[quoi], 0);
  return (
    <ul>
      <li>{`Rendez-vous ${prevu ? 'qui seraient déplacés' : 'déplacés'} : ${somme('deplaces')}`}</li>
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
