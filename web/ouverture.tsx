import { jourEnLettres } from '../domain/courriels/dates-dites';
import type { JSX } from 'preact';
import { publicsPrioritaires, type CodePublic } from '../domain/engagement/codes';
import type { CivilDate } from '../domain/temps/jour';
import { renderDocument, type Cadre } from './document';
import { Bilan, FormulaireDessine } from './formulaires/dessin';
import type { Champ, Groupe, Option, Saisie } from './formulaires/formulaire';

export type PageOuverture = {
  readonly cadre: Cadre;
  readonly aujourdhui: CivilDate;
  /** `code/édition` of each programme, with its window: outside it the law says no, and why. */
  readonly dispositifs: readonly Option[];
  /** R41 — those to whom a programme gives priority. */
  readonly publics: readonly { readonly dispositif: string; readonly prioritaires: readonly CodePublic[] }[];
  readonly structures: readonly Option[];
  /** Named with their structure. */
  readonly referents: readonly Option[];
  /** People known, without an open parcours. */
  readonly personnes: readonly Option[];
  readonly cle: string;
  readonly saisie: Saisie | null;
};

const PREFIXE = 'ouverture';

/** The fields of an opening: a known person is chosen, a new one is written. */
export function champsOuverture(
  p: Omit<PageOuverture, 'cadre' | 'cle' | 'saisie'>,
): readonly (Champ | Groupe)[] {
  const seule = (options: readonly Option[]) =>
    options.length === 1 ? { valeur: options[0]?.valeur ?? '' } : {};
  return [
    {
      titre: 'Une personne déjà connue',
      champs: [
        {
          nature: 'choix',
          nom: 'beneficiaireId',
          libelle: 'Personne',
          aide: 'Laissez vide pour une nouvelle personne, à écrire plus bas.',
          facultatif: true,
          options: p.personnes,
        },
      ],
    },
    {
      titre: 'Ou une nouvelle personne',
      champs: [
        { nature: 'ligne', nom: 'personne.prenom', libelle: 'Prénom', facultatif: true },
        { nature: 'ligne', nom: 'personne.nom', libelle: 'Nom', facultatif: true },
        {
          nature: 'ligne',
          nom: 'personne.courriel',
          libelle: 'Adresse électronique',
          aide: 'Inventée, par exemple prenom.nom@example.org. Sans adresse, chaque courriel devient une lettre à imprimer.',
          facultatif: true,
        },
        { nature: 'ligne', nom: 'personne.telephone', libelle: 'Téléphone', facultatif: true },
      ],
    },
    {
      titre: 'Le parcours',
      champs: [
        {
          nature: 'choix',
          nom: 'dispositif',
          libelle: 'Dispositif',
          options: p.dispositifs,
          ...seule(p.dispositifs),
        },
        {
          nature: 'choix',
          nom: 'structureId',
          libelle: 'Structure',
          options: p.structures,
          ...seule(p.structures),
        },
        {
          nature: 'choix',
          nom: 'referentId',
          libelle: 'Référent',
          aide: 'De la même structure. Peut être désigné plus tard.',
          facultatif: true,
          options: p.referents,
        },
        {
          nature: 'jour',
          nom: 'orientationNotifieeLe',
          libelle: 'Orientation notifiée le',
          aide: `Le ${jourEnLettres(p.aujourdhui)} au plus tard. Le contrat est à signer dans le mois qui suit.`,
          max: p.aujourdhui,
          valeur: p.aujourdhui,
        },
        {
          nature: 'boutons',
          nom: 'soumisAuxObligations',
          libelle: 'La personne est-elle soumise aux obligations ?',
          options: [
            { valeur: 'oui', libelle: 'Oui' },
            {
              valeur: 'non',
              libelle: 'Non, elle est volontaire',
              aide: 'Une absence n’ouvre alors jamais de manquement.',
            },
          ],
        },
      ],
    },
    ...p.publics.map(({ dispositif, prioritaires }): Groupe => ({
      titre: `Publics prioritaires, pour « ${dispositif} » (facultatif)`,
      champs: prioritaires.map((x) => ({
        nature: 'case',
        nom: `publics.${x}`,
        libelle: publicsPrioritaires[x],
        facultatif: true,
      })),
    })),
  ];
}

export function renderOuverture(page: PageOuverture): string {
  const titre = page.saisie === null ? 'Ouvrir un parcours' : 'Erreur : ouvrir un parcours';
  return renderDocument({ titre, cadre: page.cadre, ici: 'ouverture', children: <Ouverture {...page} /> });
}

function Ouverture(page: PageOuverture): JSX.Element {
  const champs = champsOuverture(page);
  return (
    <>
      {page.saisie !== null && <Bilan saisie={page.saisie} champs={champs} prefixe={PREFIXE} />}
      <h1>Ouvrir un parcours</h1>
      <p class="chapeau">
        Dès l’ouverture, Jalons cherche un premier rendez-vous dans l’agenda du référent et convoque la
        personne.
      </p>
      <div class="panneau etroit">
        <FormulaireDessine
          prefixe={PREFIXE}
          action="/parcours/nouveau"
          champs={champs}
          bouton="Ouvrir le parcours"
          cle={page.cle}
          saisie={page.saisie}
        />
      </div>
    </>
  );
}
