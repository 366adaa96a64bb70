import type { JSX } from 'preact';
import type { DossierManquement, LigneDossier } from '../domain/obligations/dossier';
import { signauxDits } from '../domain/obligations/manquement-dit';
import { motifsManquement } from '../domain/obligations/motifs';
import { ditJour } from '../domain/parcours/dire';
import { libelleModele } from '../domain/parcours/lettres';
import type { CivilDate } from '../domain/temps/jour';
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
      <p class="discret">
        <a href={`/parcours/${page.parcoursId}`}>Revenir au parcours</a>
      </p>
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
      <h2>Les faits</h2>
      <Faits lignes={dossier.faits} textes={textes} />
      <h2>Courriels acceptés par le relais de messagerie</h2>
      {page.courriels.length === 0 ? (
        <p class="vide">Aucun.</p>
      ) : (
        <ul>
          {page.courriels.map(({ cle, modele, le }) => (
            <li key={cle}>{insecable(`${ditJour(le)} : ${libelleModele(modele).toLowerCase()}`)}</li>
          ))}
        </ul>
      )}
      <h2>Motifs reçus</h2>
      {dossier.motifs.length === 0 ? (
        <p class="vide">Aucun.</p>
      ) : (
        <ul>
          {dossier.motifs.map(({ motif, recuLe, texteId }) => (
            <li key={`${motif}${recuLe}`}>
              {insecable(`${ditJour(recuLe)} : ${motifsManquement[motif].toLowerCase()}`)}
              <Texte id={texteId} textes={textes} />
            </li>
          ))}
        </ul>
      )}
      {dossier.depuis.length > 0 && <h2>Depuis la transmission</h2>}
      {dossier.depuis.length > 0 && <Faits lignes={dossier.depuis} textes={textes} />}
      {dossier.signaux.map(({ quoi, transmisLe }) => (
        <p key={quoi}>
          {transmisLe === null
            ? `À transmettre : ${signauxDits[quoi]}.`
            : `Transmis le ${ditJour(transmisLe)} : ${signauxDits[quoi]}.`}
        </p>
      ))}
      <h2>À lire avec ce dossier</h2>
      <ul>
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

type PropsFaits = { readonly lignes: readonly LigneDossier[]; readonly textes: PageDossier['textes'] };

function Faits({ lignes, textes }: PropsFaits): JSX.Element {
  return (
    <ol class="faits">
      {lignes.map((l) => (
        <li key={l.rang}>
          {insecable(`${ditJour(l.le)} : ${l.phrase}`)}
          {l.textes.map((id) => (
            <Texte key={id} id={id} textes={textes} />
          ))}
        </li>
      ))}
    </ol>
  );
}

function Texte({ id, textes }: { readonly id: string | null; readonly textes: PageDossier['textes'] }) {
  const texte = id === null ? undefined : textes[id];
  return texte === undefined ? null : <blockquote>{texte}</blockquote>;
}
