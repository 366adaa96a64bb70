import type { JSX } from 'preact';
import type { Tache } from '../domain/parcours/tache';
import { jourAt } from '../domain/temps/heure-locale';
import { jourCourt } from '../domain/courriels/dates-dites';
import { ditHeure } from '../domain/parcours/dire';
import type { CivilDate } from '../domain/temps/jour';
import { renderDocument, type Cadre } from './document';
import { Horloge, type PanneauHorloge } from './horloge';
import { hrefListe } from './liens';
import { TableauParcours, type LigneListe } from './liste-tableau';
import { insecable } from './typographie';

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
        <RendezVousDuJour lignes={lignes} le={le} />
        <Onglets {...page} />
        <Horloge {...page.horloge} />
      </div>
      <TableauParcours
        {...tableau}
        id="a-traiter"
        titre="À traiter aujourd’hui"
        lignes={pressees}
        vide="Rien ne presse : aucune présence à indiquer, aucune décision en attente."
      />
      <TableauParcours
        {...tableau}
        id="suivis"
        titre="Parcours qui suivent leur cours"
        lignes={calmes}
        vide="Aucun autre parcours ouvert."
      />
      {clos.length > 0 && (
        <TableauParcours {...tableau} id="clos" titre="Parcours clos" lignes={clos} vide="" />
      )}
    </>
  );
}

/** Who comes today, in the order of the day: the first thing that a référent looks for in the morning. */
function RendezVousDuJour({
  lignes,
  le,
}: {
  readonly lignes: readonly LigneListe[];
  readonly le: CivilDate;
}) {
  const attendus = lignes
    .flatMap(({ resume: { id, prochainRendezVous: rdv }, personne, referent }) =>
      rdv?.le === le ? [{ id, rdv, personne, referent }] : [],
    )
    .sort((x, y) => x.rdv.debut.localeCompare(y.rdv.debut) || x.personne.localeCompare(y.personne, 'fr'));
  return (
    <section class="panneau du-jour" aria-labelledby="titre-du-jour">
      <h2 id="titre-du-jour">{`Rendez-vous à venir ce ${jourCourt(le)}`}</h2>
      {attendus.length === 0 ? (
        <p class="vide">Aucun.</p>
      ) : (
        <ol>
          {attendus.map(({ id, rdv, personne }) => (
            <li key={id}>
              <time dateTime={rdv.debut}>{insecable(ditHeure(rdv.de))}</time>{' '}
              <a href={`/parcours/${id}`}>{personne}</a>
              {rdv.bilan !== null && (
                <span class="discret">{insecable(` avec le bilan n° ${rdv.bilan}`)}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Comptes({ lignes }: { readonly lignes: readonly LigneListe[] }): JSX.Element {
  const enRetard = countTaches(lignes, 'en_retard');
  const ouverts = lignes.filter((l) => l.resume.etape !== 'clos').length;
  return (
    <ul class="comptes">
      <li class="compte compte-fort">
        <a href="#titre-a-traiter">
          <strong>{countTaches(lignes, 'en_retard', 'a_traiter')}</strong> à traiter aujourd’hui
        </a>
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
                  <a href={hrefListe(r.id)} {...courant(r.id)}>
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
      {choisi !== null && (
        <p>
          <a href={`/referents/${choisi}/agenda`}>Son adresse d’agenda</a>
        </p>
      )}
      {choisi !== null && (
        <p>
          <a href={`/transferts/nouveau?de=${encodeURIComponent(choisi)}`}>
            Confier ses parcours, ou le remplacer
          </a>
        </p>
      )}
    </nav>
  );
}
