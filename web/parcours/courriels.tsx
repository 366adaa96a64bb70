import type { JSX } from 'preact';
import { heureEnLettres } from '../../domain/courriels/dates-dites';
import { compte, ditJour } from '../../domain/parcours/dire';
import { libelleModele } from '../../domain/parcours/lettres';
import { jourAt } from '../../domain/temps/heure-locale';
import type { CodeZone } from '../../domain/temps/zones';
import type { LigneCourriel, PageParcours } from './page';

const VISIBLES = 6;

/** The states of a mail, as the base writes them. */
const ETATS: Readonly<Record<string, string>> = {
  a_envoyer: 'À envoyer',
  en_envoi: 'En cours d’envoi',
  envoye: 'Envoyé',
  refuse: 'Refusé par le relais',
  contenu_refuse: 'Contenu refusé par le relais',
  abandonne: 'Abandonné, devenu inutile',
};

const A_QUI: Readonly<Record<string, string>> = {
  personne: 'à la personne',
  referent: 'au référent',
  responsable: 'au responsable',
};

export function SectionCourriels({ courriels, zone, vue }: PageParcours): JSX.Element {
  const recents = [...courriels].reverse();
  const lettres = vue.taches.filter((t) => t.code === 'lettre_a_faire');
  return (
    <section class="panneau" aria-labelledby="titre-courriels">
      <h2 id="titre-courriels">Courriels et lettres</h2>
      {lettres.length > 0 && <Lettres page={{ courriels, vue }} />}
      {courriels.length === 0 ? (
        <p class="vide">Aucun courriel pour le moment.</p>
      ) : (
        <>
          <Tableau courriels={recents.slice(0, VISIBLES)} zone={zone} legende="Les derniers courriels" />
          {recents.length > VISIBLES && (
            <details>
              <summary>
                {compte(recents.length - VISIBLES, 'courriel plus ancien', 'courriels plus anciens')}
              </summary>
              <Tableau courriels={recents.slice(VISIBLES)} zone={zone} legende="Les courriels plus anciens" />
            </details>
          )}
        </>
      )}
    </section>
  );
}

type Props = {
  readonly courriels: readonly LigneCourriel[];
  readonly zone: CodeZone;
  readonly legende: string;
};

function Tableau({ courriels, zone, legende }: Props): JSX.Element {
  return (
    <table class="courriels pile">
      <caption class="invisible">{legende}</caption>
      <thead>
        <tr>
          <th scope="col">Jour</th>
          <th scope="col">Courriel</th>
          <th scope="col">État</th>
        </tr>
      </thead>
      <tbody>
        {courriels.map((c) => {
          const a = c.envoyeA ?? c.creeA;
          return (
            <tr key={c.cle}>
              <th scope="row">
                <time dateTime={a}>{ditJour(jourAt(a, zone))}</time>
                <span class="discret">{heureEnLettres(a, zone)}</span>
              </th>
              <td>
                {libelleModele(c.modele)}
                <span class="discret">{A_QUI[c.destinataire] ?? c.destinataire}</span>
              </td>
              <td>
                <span class={`etat-courriel courriel-${c.etat}`}>{ETATS[c.etat] ?? c.etat}</span>
                {c.essais > 1 && <span class="discret">{`${c.essais} essais`}</span>}
                {c.lettre !== null && <a href={c.lettre}>Lettre à imprimer</a>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** R18 — letters that no mail can replace: they come first, because a delay may wait for them. */
function Lettres({ page }: { readonly page: Pick<PageParcours, 'courriels' | 'vue'> }): JSX.Element {
  const adresse = (cle: string | null) =>
    page.courriels.find((c: LigneCourriel) => c.cle === cle)?.lettre ?? null;
  return (
    <ul class="a-faire">
      {page.vue.taches
        .filter((t) => t.code === 'lettre_a_faire')
        .map((t) => {
          const lien =
            adresse(t.sujet) ?? `/parcours/${page.vue.id}/lettres/${encodeURIComponent(t.sujet ?? '')}`;
          return (
            <li key={t.sujet}>
              <span class="a-faire-phrase">{t.phrase}</span>
              <a class="vers-geste" href={lien}>
                Imprimer
              </a>
            </li>
          );
        })}
    </ul>
  );
}
