import { codesMotifChangement, motifsChangement } from '../../domain/parcours/referent';
import type { CivilDate } from '../../domain/temps/jour';
import { Ariane } from '../ariane';
import { renderDocument, type Cadre } from '../document';
import { Bilan, FormulaireDessine } from '../formulaires/dessin';
import type { Champ, Option, Saisie } from '../formulaires/formulaire';
import { hrefListe } from '../liens';

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
  const titre = `Confier les parcours de ${page.de.nom}, ou le remplacer`;
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
        <Ariane>
          <a href={hrefListe(page.de.id)}>{`Parcours suivis par ${page.de.nom}`}</a>
        </Ariane>
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
