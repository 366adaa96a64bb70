import type { JSX } from 'preact';
import type { DossierManquement } from '../domain/obligations/dossier';
import { signauxDits } from '../domain/obligations/manquement-dit';
import { motifsManquement } from '../domain/obligations/motifs';
import { ditJour } from '../domain/parcours/dire';
import { libelleModele } from '../domain/parcours/lettres';
import type { CivilDate } from '../domain/temps/jour';
import { Ariane } from './ariane';
import { renderDocument, type Cadre } from './document';
import { insecable } from './typographie';

export type PageDossier = {
  readonly cadre: Cadre;
  readonly parcoursId: string;
  readonly personne: string;
  readonly referent: string | null;
  readonly structure: string;
  readonly aujourdhui: CivilDate;
  readonly dossier: DossierManquement;
  /** Free texts by id; an erased one is absent. */
  readonly textes: Readonly<Record<string, string>>;
  /** Mails about it that the relay accepted, and when. */
  readonly courriels: readonly { readonly cle: string; readonly modele: string; readonly le: CivilDate }[];
};

/** R31 — the dossier that goes with a signalement, to print: facts, dates, letters, motives. */
export function renderDossier(page: PageDossier): string {
  const titre = `Dossier du manquement n° ${page.dossier.manquement}`;
  return renderDocument({ titre, cadre: page.cadre, ici: null, children: <Dossier {...page} /> });
}

function Dossier(page: PageDossier): JSX.Element {
  const { dossier, personne, referent, structure, textes } = page;
  return (
    <article class="panneau dossier">
      <Ariane>
        <a href={`/parcours/${page.parcoursId}`}>Revenir au parcours</a>
      </Ariane>
      <h1>{`Dossier du manquement n° ${dossier.manquement}`}</h1>
      <dl>
        <dt>Personne</dt>
        <dd>{personne}</dd>
        <dt>Référent</dt>
        <dd>{referent ?? 'Aucun référent désigné'}</dd>
        <dt>Structure</dt>
        <dd>{structure}</dd>
        <dt>Objet</dt>
        <dd>{dossier.libelle}</dd>
        <dt>Ouvert le</dt>
        <dd>{ditJour(dossier.ouvertLe)}</dd>
        <dt>Transmis le</dt>
        <dd>{dossier.transmisLe === null ? 'Pas encore transmis' : ditJour(dossier.transmisLe)}</dd>
      </dl>
      <Liste
        titre="Les faits"
        lignes={dossier.faits.map(({ le, phrase, textes: ids }) => ({ le, phrase, ids }))}
        textes={textes}
      />
      <Liste
        titre="Courriels acceptés par le relais de messagerie"
        lignes={page.courriels.map(({ le, modele }) => ({ le, phrase: libelleModele(modele), ids: [] }))}
        textes={textes}
      />
      <Liste
        titre="Motifs reçus"
        lignes={dossier.motifs.map(({ motif, recuLe, texteId }) => ({
          le: recuLe,
          phrase: motifsManquement[motif],
          ids: [texteId],
        }))}
        textes={textes}
      />
      {dossier.depuis.length > 0 && (
        <Liste
          titre="Depuis la transmission"
          lignes={dossier.depuis.map(({ le, phrase, textes: ids }) => ({ le, phrase, ids }))}
          textes={textes}
        />
      )}
      {dossier.signaux.map(({ quoi, transmisLe }) => (
        <p key={quoi}>
          {transmisLe === null
            ? `À transmettre : ${signauxDits[quoi]}.`
            : `Transmis le ${ditJour(transmisLe)} : ${signauxDits[quoi]}.`}
        </p>
      ))}
      <h2>À lire avec ce dossier</h2>
      <ul class="a-lire">
        <li>
          Chaque qualification et chaque transmission est l’acte d’une personne. Le logiciel compte les jours
          et écrit les lettres.
        </li>
        <li>
          Ce dossier ne propose aucune mesure. La personne a le droit d’être entendue et assistée avant toute
          décision.
        </li>
        <li>{`Imprimé le ${ditJour(page.aujourdhui)}. Une erreur corrigée après ce jour sera signalée.`}</li>
      </ul>
    </article>
  );
}

type Ligne = {
  readonly le: CivilDate;
  readonly phrase: string;
  readonly ids: readonly (string | null)[];
};
type PropsListe = {
  readonly titre: string;
  readonly lignes: readonly Ligne[];
  readonly textes: PageDossier['textes'];
};

/** What happened, day by day, in the order of the journal. */
function Liste({ titre, lignes, textes }: PropsListe): JSX.Element {
  return (
    <>
      <h2>{titre}</h2>
      {lignes.length === 0 && <p class="vide">Aucun.</p>}
      <ol class="faits">
        {lignes.map(({ le, phrase, ids }, i) => (
          <li key={i}>
            <time dateTime={le}>{ditJour(le)}</time>
            <div>
              {insecable(phrase)}
              {ids.map((id) => (
                <Texte key={id} id={id} textes={textes} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Texte({ id, textes }: { readonly id: string | null; readonly textes: PageDossier['textes'] }) {
  const texte = id === null ? undefined : textes[id];
  return texte === undefined ? null : <blockquote>{texte}</blockquote>;
}
