import type { JSX } from 'preact';
import { jourCourt } from '../domain/courriels/dates-dites';
import { compte, ditEcart, ditHeure } from '../domain/parcours/dire';
import type { Tache } from '../domain/parcours/tache';
import type { Resume } from '../domain/parcours/resume';
import type { CivilDate } from '../domain/temps/jour';
import { joursRestants, RepereEtape, RepereUrgence } from './reperes';
import { hrefTache } from './liens';
import { insecable } from './typographie';

/** One parcours of a list: what the law says of it, and the names that only the page knows. */
export type LigneListe = {
  readonly resume: Resume;
  readonly personne: string;
  readonly referent: string | null;
};

type Section = {
  readonly id: string;
  readonly titre: string;
  readonly vide: string;
  readonly lignes: readonly LigneListe[];
  readonly le: CivilDate;
  readonly avecReferent: boolean;
};

export function TableauParcours({ id, titre, vide, lignes, le, avecReferent }: Section): JSX.Element {
  return (
    <section aria-labelledby={`titre-${id}`}>
      <h2 id={`titre-${id}`}>
        {titre} <span class="nombre">{compte(lignes.length, 'parcours', 'parcours')}</span>
      </h2>
      {lignes.length === 0 ? (
        <p class="vide">{vide}</p>
      ) : (
        <table class="parcours">
          <caption class="invisible">{`${titre} : ${compte(lignes.length, 'parcours', 'parcours')}`}</caption>
          <thead>
            <tr>
              <th scope="col">Personne</th>
              <th scope="col">À faire</th>
              <th scope="col">Prochain rendez-vous</th>
              <th scope="col">Prochaine échéance</th>
              <th scope="col">Avant la durée maximale</th>
            </tr>
          </thead>
          <tbody>
            {lignes.map((ligne) => (
              <Ligne key={ligne.resume.id} {...ligne} le={le} avecReferent={avecReferent} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type PropsLigne = LigneListe & { readonly le: CivilDate; readonly avecReferent: boolean };

function Ligne({ resume, personne, referent, le, avecReferent }: PropsLigne): JSX.Element {
  const { prochaine, prochainRendezVous: rdv, taches, joursAvantPlafond } = resume;
  return (
    <tr>
      <th scope="row">
        <a href={`/parcours/${resume.id}`}>{personne}</a>
        {resume.etape !== 'en_accompagnement' && <RepereEtape etape={resume.etape} />}
        {avecReferent && <span class="discret">{referent ?? 'Sans référent'}</span>}
      </th>
      <td data-titre="À faire">
        {taches.length === 0 ? <span class="discret">Rien</span> : <Taches id={resume.id} taches={taches} />}
      </td>
      <td data-titre="Prochain rendez-vous">
        {rdv === null ? (
          <span class="discret">Aucun</span>
        ) : (
          <>
            <time dateTime={rdv.debut}>{insecable(`${jourCourt(rdv.le)} à ${ditHeure(rdv.de)}`)}</time>{' '}
            <span class="discret">{insecable(ditEcart(le, rdv.le))}</span>
          </>
        )}
      </td>
      <td data-titre="Prochaine échéance" class="echeance">
        {prochaine === null ? (
          <span class="discret">Aucune</span>
        ) : (
          <>
            <time dateTime={prochaine.le}>{jourCourt(prochaine.le)}</time>{' '}
            <span class="discret">{insecable(prochaine.libelle)}</span>
          </>
        )}
      </td>
      <td
        data-titre="Avant la durée maximale"
        class={joursAvantPlafond !== null && joursAvantPlafond <= 30 ? 'proche' : ''}
      >
        {resume.etape === 'clos' || resume.etape === 'suivi_sortie' ? (
          <span class="discret">Clos</span>
        ) : (
          joursRestants(joursAvantPlafond)
        )}
      </td>
    </tr>
  );
}

function Taches({ id, taches }: { readonly id: string; readonly taches: readonly Tache[] }): JSX.Element {
  return (
    <ul class="taches">
      {taches.map((t) => (
        <li key={`${t.code}${t.sujet ?? ''}`}>
          <RepereUrgence urgence={t.urgence} /> <a href={hrefTache(id, t)}>{insecable(t.phrase)}</a>
        </li>
      ))}
    </ul>
  );
}
