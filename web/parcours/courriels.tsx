import type { JSX } from 'preact';
import { ditMoment } from '../../domain/parcours/dire';
import { libelleModele } from '../../domain/parcours/lettres';
import type { LigneCourriel, PageParcours } from './page';

/** The states of a mail, as the base writes them. */
const ETATS: Readonly<Record<string, string>> = {
  a_envoyer: 'À envoyer',
  en_envoi: 'En cours d’envoi',
  envoye: 'Envoyé',
  refuse: 'Refusé par le relais',
  abandonne: 'Abandonné : il n’avait plus de raison d’être',
};

const A_QUI: Readonly<Record<string, string>> = {
  personne: 'La personne',
  referent: 'Le référent',
  responsable: 'Le responsable',
};

export function SectionCourriels({ courriels, zone, vue }: PageParcours): JSX.Element {
  const lettres = vue.taches.filter((t) => t.code === 'lettre_a_faire');
  return (
    <section class="panneau" aria-labelledby="titre-courriels">
      <h2 id="titre-courriels">Courriels et lettres</h2>
      {lettres.length > 0 && <Lettres page={{ courriels, vue }} />}
      {courriels.length === 0 ? (
        <p class="vide">Aucun courriel pour le moment.</p>
      ) : (
        <table class="courriels">
          <caption class="invisible">Courriels de ce parcours, du plus récent au plus ancien</caption>
          <thead>
            <tr>
              <th scope="col">Courriel</th>
              <th scope="col">À</th>
              <th scope="col">État</th>
            </tr>
          </thead>
          <tbody>
            {[...courriels].reverse().map((c) => (
              <tr key={c.cle}>
                <th scope="row">
                  {libelleModele(c.modele)}
                  <span class="discret">{ditMoment(c.envoyeA ?? c.creeA, zone)}</span>
                </th>
                <td>{A_QUI[c.destinataire] ?? c.destinataire}</td>
                <td>
                  <span class={`etat-courriel courriel-${c.etat}`}>{ETATS[c.etat] ?? c.etat}</span>
                  {c.essais > 1 && <span class="discret">{`${c.essais} essais`}</span>}
                  {c.lettre !== null && <a href={c.lettre}>Lettre à imprimer</a>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
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
