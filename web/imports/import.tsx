import type { JSX } from 'preact';
import { compte, ditJour } from '../../domain/parcours/dire';
import { jourAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { Ariane } from '../ariane';
import { renderDocument, type Cadre } from '../document';
import { FormulaireDessine } from '../formulaires/dessin';
import type { Champ, Saisie } from '../formulaires/formulaire';
import { Progression, type Avancement } from '../progression';
import { insecable } from '../typographie';
import { LignesImport, type LigneMontree, type VerdictMontre } from './lignes';

export type EtatImportMontre = 'lecture' | 'apercu' | 'en_cours' | 'fini';

export const libellesEtatImport = {
  lecture: 'En cours de lecture',
  apercu: 'Aperçu, rien n’est inscrit',
  en_cours: 'En cours',
  fini: 'Fini',
} as const satisfies Record<EtatImportMontre, string>;

export type ImportMontre = {
  readonly id: string;
  readonly etat: EtatImportMontre;
  readonly parJour: number;
  readonly silencieux: boolean;
  readonly total: number;
  readonly crees: number;
  readonly corriges: number;
  readonly inchanges: number;
  readonly rejetes: number;
  readonly aInscrire: number;
  readonly aOuvrir: number;
  readonly derniereOuvertureA: Instant | null;
};

export type PageImport = {
  readonly cadre: Cadre;
  readonly lu: ImportMontre;
  readonly ignorees: readonly string[];
  readonly choisi: VerdictMontre | null;
  readonly lignes: readonly LigneMontree[];
  /** The line after which the next page begins; null at the end. */
  readonly suivant: number | null;
  readonly cle: string;
  readonly refuse: Saisie | null;
};

/** How far an import has come: people listed and parcours opened. */
export function avanceImportOf(x: ImportMontre): Avancement {
  const tout = 2 * (x.total - x.rejetes);
  const reste = 2 * x.aInscrire + x.aOuvrir;
  const pourcent = tout === 0 ? 100 : Math.floor((100 * (tout - reste)) / tout);
  return {
    pourcent,
    phrase: `${compte(x.aInscrire, 'personne')} à inscrire, ${x.aOuvrir} parcours à ouvrir`,
  };
}

/** Something happens now, which the page follows; what opens another day needs nobody to watch. */
export function isImportEnMarche(x: ImportMontre, maintenant: Instant): boolean {
  const { etat, aInscrire, derniereOuvertureA } = x;
  if (etat !== 'en_cours') return false;
  return aInscrire > 0 || derniereOuvertureA === null || derniereOuvertureA <= maintenant;
}

/** Preview, progress, then what was done: one page, whose address stays the same. */
export function renderImport(page: PageImport): string {
  const { cadre, lu, refuse } = page;
  const titre = `Import de ${compte(lu.total, 'ligne')}`;
  const enMarche = isImportEnMarche(lu, cadre.maintenant);
  return renderDocument({
    titre: refuse === null ? titre : `Erreur : ${titre}`,
    cadre: enMarche ? { ...cadre, enMarche } : cadre,
    ici: 'import',
    children: (
      <>
        <Ariane>
          <a href="/imports/nouveau">Importer une liste</a>
        </Ariane>
        <h1>{titre}</h1>
        <Avance lu={lu} cadre={cadre} enMarche={enMarche} />
        <Comptes {...lu} />
        {page.ignorees.length > 0 && (
          <p>
            {insecable(`Colonnes laissées de côté : ${page.ignorees.map((c) => `« ${c} »`).join(', ')}.`)}
          </p>
        )}
        {lu.etat === 'apercu' && <Confirmation {...page} />}
        <LignesImport {...page} />
      </>
    ),
  });
}

type ImportAvance = { readonly lu: ImportMontre; readonly cadre: Cadre; readonly enMarche: boolean };

function Avance({ lu, cadre, enMarche }: ImportAvance): JSX.Element {
  const avance = avanceImportOf(lu);
  if (enMarche)
    return (
      <div class="panneau">
        <Progression
          libelle="Les personnes sont inscrites, puis les parcours s’ouvrent"
          suivi={`/imports/${lu.id}/suivi`}
          {...avance}
        />
      </div>
    );
  const { etat, derniereOuvertureA } = lu;
  if (etat !== 'en_cours') return <p role="status">{`${libellesEtatImport[etat]}.`}</p>;
  const fin =
    derniereOuvertureA === null ? '' : `, le dernier le ${ditJour(jourAt(derniereOuvertureA, cadre.zone))}`;
  return (
    <div class="alerte alerte-fait">
      <p role="status">{`Tout le monde est inscrit. ${lu.aOuvrir} parcours à ouvrir${fin}.`}</p>
    </div>
  );
}

function Comptes({ etat, crees, corriges, inchanges, rejetes, silencieux }: ImportMontre): JSX.Element {
  const fait = etat === 'fini';
  return (
    <>
      <ul>
        <li>{insecable(`${fait ? 'Créées' : 'À créer'} (une personne, ou un parcours) : ${crees}`)}</li>
        <li>{insecable(`${fait ? 'Corrigées' : 'À corriger'} (des coordonnées) : ${corriges}`)}</li>
        <li>{insecable(`Sans changement : ${inchanges}`)}</li>
        <li>{insecable(`Rejetées : ${rejetes}`)}</li>
      </ul>
      {etat !== 'apercu' && silencieux && (
        <p>
          Import silencieux : rien n’est écrit à l’ouverture, chaque référent remet la première convocation.
        </p>
      )}
    </>
  );
}

const champsConfirmation: readonly Champ[] = [
  {
    nature: 'boutons',
    nom: 'ecrire',
    libelle: 'À l’ouverture de chaque parcours',
    valeur: 'convoquer',
    options: [
      { valeur: 'convoquer', libelle: 'Convoquer la personne, comme d’ordinaire' },
      { valeur: 'silence', libelle: 'Ne rien écrire : son référent lui remettra la première convocation' },
    ],
    aide: 'Une absence à un rendez-vous dont la personne n’a pas été prévenue ne compte pas.',
  },
  {
    nature: 'choix',
    nom: 'parJour',
    libelle: 'Ouvertures par jour ouvré et par référent',
    valeur: '10',
    options: [
      { valeur: '5', libelle: '5' },
      { valeur: '10', libelle: '10' },
      { valeur: '20', libelle: '20' },
      { valeur: '40', libelle: '40' },
      { valeur: '0', libelle: 'Toutes à la fois' },
    ],
    aide: 'Étalées de 9 h à 17 h, pour que les convocations ne partent pas toutes le même matin.',
  },
];

const SUITE =
  'Tout le monde est inscrit aussitôt ; les lignes rejetées restent de côté, à corriger et à renvoyer.';

function Confirmation({ lu, cle, refuse }: PageImport): JSX.Element | null {
  if (lu.total === lu.rejetes) return <p>Toutes les lignes sont rejetées : il n’y a rien à confirmer.</p>;
  return (
    <section class="panneau" aria-labelledby="titre-confirmation">
      <h2 id="titre-confirmation">Confirmer l’import</h2>
      <p class="suite">{insecable(SUITE)}</p>
      <FormulaireDessine
        prefixe="confirmation"
        action={`/imports/${lu.id}/confirmation`}
        champs={champsConfirmation}
        bouton="Confirmer l’import"
        grave
        cle={cle}
        saisie={refuse}
      />
    </section>
  );
}
