import type { JSX } from 'preact';
import { jourCourt } from '../domain/courriels/dates-dites';
import { compte, ditEcart } from '../domain/parcours/dire';
import type { Tache } from '../domain/parcours/tache';
import type { Resume } from '../domain/parcours/vue';
import { jourAt } from '../domain/temps/heure-locale';
import type { CivilDate } from '../domain/temps/jour';
import { renderDocument, type Cadre } from './document';
import { Horloge, type PanneauHorloge } from './horloge';
import { joursRestants, RepereEtape, RepereUrgence } from './reperes';

/** One parcours of a list: what the law says of it, and the names that only the page knows. */
export type LigneListe = {
  readonly resume: Resume;
  readonly personne: string;
  readonly referent: string | null;
};

export type OngletReferent = {
  readonly id: string;
  readonly nom: string;
  readonly structure: string;
  readonly aTraiter: number;
};

export type PageListe = {
  readonly cadre: Cadre;
  readonly horloge: PanneauHorloge;
  readonly referents: readonly OngletReferent[];
  /** The référent whose list it is; null for everybody's. */
  readonly choisi: string | null;
  readonly lignes: readonly LigneListe[];
};

const RANG = { en_retard: 0, a_traiter: 1, a_prevoir: 2 } as const;

/** The most urgent first, then the next échéance, then the name. */
export function compareLignes(x: LigneListe, y: LigneListe): number {
  const rang = (l: LigneListe) => {
    const [tache] = l.resume.taches;
    return tache === undefined ? (l.resume.etape === 'clos' ? 4 : 3) : RANG[tache.urgence];
  };
  const jour = (l: LigneListe) => l.resume.taches[0]?.depuis ?? l.resume.prochaine?.le ?? '9999';
  return rang(x) - rang(y) || jour(x).localeCompare(jour(y)) || x.personne.localeCompare(y.personne, 'fr');
}

export function countTaches(lignes: readonly LigneListe[], ...urgences: readonly Tache['urgence'][]): number {
  return lignes.flatMap((l) => l.resume.taches).filter((t) => urgences.includes(t.urgence)).length;
}

export function renderListe(page: PageListe): string {
  const nom = page.referents.find((r) => r.id === page.choisi)?.nom ?? null;
  const titre = nom === null ? 'Tous les parcours' : `Parcours suivis par ${nom}`;
  return renderDocument({
    titre,
    cadre: page.cadre,
    ici: 'liste',
    children: <Liste {...page} titre={titre} />,
  });
}

function Liste({ titre, ...page }: PageListe & { readonly titre: string }): JSX.Element {
  const lignes = [...page.lignes].sort(compareLignes);
  const pressees = lignes.filter(({ resume }) => resume.taches.some((t) => t.urgence !== 'a_prevoir'));
  const calmes = lignes.filter((l) => !pressees.includes(l) && l.resume.etape !== 'clos');
  const clos = lignes.filter((l) => l.resume.etape === 'clos');
  const le = jourAt(page.cadre.maintenant, page.cadre.zone);
  const tableau = { le, avecReferent: page.choisi === null };
  return (
    <>
      <h1>{titre}</h1>
      <Comptes lignes={lignes} />
      <div class="liste-haut">
        <Onglets {...page} />
        <Horloge {...page.horloge} />
      </div>
      <Tableau
        {...tableau}
        id="a-traiter"
        titre="À traiter aujourd’hui"
        lignes={pressees}
        vide="Rien ne presse : aucune présence à indiquer, aucune décision en attente."
      />
      <Tableau
        {...tableau}
        id="suivis"
        titre="Parcours qui suivent leur cours"
        lignes={calmes}
        vide="Aucun autre parcours ouvert."
      />
      {clos.length > 0 && <Tableau {...tableau} id="clos" titre="Parcours clos" lignes={clos} vide="" />}
    </>
  );
}

function Comptes({ lignes }: { readonly lignes: readonly LigneListe[] }): JSX.Element {
  const enRetard = countTaches(lignes, 'en_retard');
  const ouverts = lignes.filter((l) => l.resume.etape !== 'clos').length;
  return (
    <ul class="comptes">
      <li class="compte compte-fort">
        <strong>{countTaches(lignes, 'en_retard', 'a_traiter')}</strong> à traiter aujourd’hui
      </li>
      <li class={enRetard > 0 ? 'compte compte-retard' : 'compte'}>
        <strong>{enRetard}</strong> en retard
      </li>
      <li class="compte">
        <strong>{countTaches(lignes, 'a_prevoir')}</strong> à prévoir
      </li>
      <li class="compte">
        <strong>{ouverts}</strong> {ouverts < 2 ? 'parcours ouvert' : 'parcours ouverts'}
      </li>
    </ul>
  );
}

function Onglets({ referents, choisi }: PageListe): JSX.Element {
  const structures = [...new Set(referents.map((r) => r.structure))];
  const courant = (id: string | null) => (id === choisi ? { 'aria-current': 'page' as const } : {});
  return (
    <nav class="panneau onglets" aria-labelledby="titre-referents">
      <h2 id="titre-referents">Référents</h2>
      {structures.map((structure) => (
        <div key={structure}>
          <h3>{structure}</h3>
          <ul>
            {referents
              .filter((r) => r.structure === structure)
              .map((r) => (
                <li key={r.id}>
                  <a href={`/?referent=${encodeURIComponent(r.id)}`} {...courant(r.id)}>
                    {r.nom}
                    {r.aTraiter > 0 && <span class="pastille">{`${r.aTraiter} à traiter`}</span>}
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <p>
        <a href="/?referent=tous" {...courant(null)}>
          Tous les parcours
        </a>
      </p>
    </nav>
  );
}

type Section = {
  readonly id: string;
  readonly titre: string;
  readonly vide: string;
  readonly lignes: readonly LigneListe[];
  readonly le: CivilDate;
  readonly avecReferent: boolean;
};

function Tableau({ id, titre, vide, lignes, le, avecReferent }: Section): JSX.Element {
  return (
    <section aria-labelledby={`titre-${id}`}>
      <h2 id={`titre-${id}`}>
        {titre} <span class="nombre">{lignes.length}</span>
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
              <th scope="col">Prochaine échéance</th>
              <th scope="col">Prochain rendez-vous</th>
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
        <RepereEtape etape={resume.etape} />
        {avecReferent && <span class="discret">{referent ?? 'Sans référent'}</span>}
      </th>
      <td data-titre="À faire">
        {taches.length === 0 ? <span class="discret">Rien</span> : <Taches taches={taches} />}
      </td>
      <td data-titre="Prochaine échéance">
        {prochaine === null ? (
          <span class="discret">Aucune</span>
        ) : (
          <>
            <time dateTime={prochaine.le}>{jourCourt(prochaine.le)}</time>{' '}
            <span class="discret">{`${ditEcart(le, prochaine.le)} · ${prochaine.libelle}`}</span>
          </>
        )}
      </td>
      <td data-titre="Prochain rendez-vous">
        {rdv === null ? (
          <span class="discret">Aucun</span>
        ) : (
          <>
            <time dateTime={rdv.debut}>{jourCourt(rdv.le)}</time>{' '}
            <span class="discret">{`à ${rdv.de.replace(':', ' h ')}`}</span>
          </>
        )}
      </td>
      <td
        data-titre="Avant la durée maximale"
        class={joursAvantPlafond !== null && joursAvantPlafond <= 30 ? 'proche' : ''}
      >
        {resume.etape === 'clos' ? <span class="discret">Clos</span> : joursRestants(joursAvantPlafond)}
      </td>
    </tr>
  );
}

function Taches({ taches }: { readonly taches: readonly Tache[] }): JSX.Element {
  return (
    <ul class="taches">
      {taches.map((t) => (
        <li key={`${t.code}${t.sujet ?? ''}`}>
          <RepereUrgence urgence={t.urgence} /> {t.phrase}
        </li>
      ))}
    </ul>
  );
}
