import type { JSX } from 'preact';
import type { VueDemarche, VueEngagement, VueVersion } from '../../domain/engagement/vue-engagement';
import { issuesConstatDites } from '../../domain/engagement/journal-engagement';
import { compte, ditEcart, ditJour } from '../../domain/parcours/dire';
import type { VueParcours } from '../../domain/parcours/vue';
import type { CivilDate } from '../../domain/temps/jour';
import { insecable } from '../typographie';
import { EtapesConvenues } from './etapes';

type Textes = Readonly<Record<string, string>>;
type Props = { readonly vue: VueParcours; readonly textes: Textes };

/** R25 — what was agreed, to be read again before the next appointment. */
export function SectionEngagement({ vue, textes }: Props): JSX.Element | null {
  const e = vue.engagement;
  const version = e.versions.at(-1) ?? null;
  if (version === null && e.dernierEntretien === null && e.demarches.length === 0) return null;
  return (
    <section class="panneau" aria-labelledby="titre-engagement">
      <h2 id="titre-engagement">Ce qui est convenu</h2>
      <DernierEntretien e={e} textes={textes} />
      <EtapesConvenues etapes={e.etapes} ditTexte={(id) => ditTexte(textes, id)} />
      <Demarches e={e} textes={textes} le={vue.aujourdhui} />
      {version !== null && <Contrat e={e} version={version} textes={textes} le={vue.aujourdhui} />}
      <Droits e={e} />
    </section>
  );
}

/** An erased text says so: the journal keeps that something was written. */
function ditTexte(textes: Textes, id: string | null): string | null {
  return id === null ? null : (textes[id] ?? 'texte effacé');
}

function DernierEntretien({ e, textes }: { readonly e: VueEngagement; readonly textes: Textes }) {
  const { dernierEntretien } = e;
  if (dernierEntretien === null) return null;
  const texte = ditTexte(textes, dernierEntretien.texteId);
  return (
    <>
      <h3>{insecable(`Au rendez-vous n° ${dernierEntretien.rendezVousId}`)}</h3>
      {texte !== null && <p>{texte}</p>}
      <p class="discret">{`Noté le ${ditJour(dernierEntretien.le)}`}</p>
    </>
  );
}

type PropsListe = { readonly e: VueEngagement; readonly textes: Textes; readonly le: CivilDate };

function Demarches({ e, textes, le }: PropsListe): JSX.Element | null {
  const ouvertes = e.demarches.filter((d) => d.etat === 'a_faire' || d.etat === 'a_constater');
  const closes = e.demarches.filter((d) => !ouvertes.includes(d));
  if (e.demarches.length === 0) return null;
  return (
    <>
      <h3>Prochaines étapes</h3>
      {ouvertes.length === 0 && <p class="vide">Aucune n’est en cours.</p>}
      <ul class="attentes">
        {ouvertes.map((d) => (
          <li key={d.numero}>
            {insecable(demarcheDite(d, textes))}
            <span class="discret">{insecable(` · ${ditEcart(le, d.avantLe)}`)}</span>
          </li>
        ))}
      </ul>
      {closes.length > 0 && (
        <details>
          <summary>{compte(closes.length, 'étape terminée', 'étapes terminées')}</summary>
          <ul class="attentes">
            {closes.map((d) => (
              <li key={d.numero}>
                {insecable(demarcheDite(d, textes))}
                <span class="discret">{` · ${etatDit(d)}`}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function demarcheDite(d: VueDemarche, textes: Textes): string {
  const texte = ditTexte(textes, d.texteId);
  const qui = d.de === 'personne' ? '' : ' (le service)';
  return `N° ${d.numero}, ${d.libelle}${texte === null ? '' : ` : ${texte}`}${qui}, pour le ${ditJour(d.avantLe)}`;
}

function etatDit({ etat }: VueDemarche): string {
  return etat === 'a_faire' || etat === 'a_constater' ? '' : issuesConstatDites[etat].toLowerCase();
}

function Contrat({ e, version, textes, le }: PropsListe & { readonly version: VueVersion }): JSX.Element {
  const { prevu, libelleRegime } = e.pointLegal;
  return (
    <>
      <h3>
        {version.version === 1 ? 'Contrat' : `Contrat, version ${version.version} du ${ditJour(version.le)}`}
      </h3>
      <ul class="attentes">
        <li>{insecable(`Activités : ${version.heuresDites}`)}</li>
        {version.objectifs.map((o, i) => (
          <li key={o.texteId}>
            {insecable(`Objectif ${i + 1} : ${ditTexte(textes, o.texteId) ?? ''}`)}
            {o.libelleFrein !== null && (
              <span class="discret">{` · frein : ${o.libelleFrein.toLowerCase()}`}</span>
            )}
          </li>
        ))}
        {prevu !== null && (
          <li>
            {insecable(`Point légal le ${ditJour(prevu.aTenirLe)} au plus tard`)}
            <span class="discret">
              {insecable(
                ` · ${ditEcart(le, prevu.aTenirLe)}${prevu.avecBilan === null ? '' : `, avec le bilan n° ${prevu.avecBilan}`}`,
              )}
            </span>
          </li>
        )}
        {prevu === null && e.pointLegal.regime === 'sans_objet' && <li>{libelleRegime}</li>}
        {e.declarations.map((d) => (
          <li key={d.genre}>
            {insecable(
              d.prochaineLe === null ? d.libelle : `${d.libelle}, la prochaine le ${ditJour(d.prochaineLe)}`,
            )}
          </li>
        ))}
      </ul>
      {e.versions.length > 1 && (
        <details>
          <summary>{compte(e.versions.length - 1, 'version antérieure', 'versions antérieures')}</summary>
          <ul class="attentes">
            {e.versions.slice(0, -1).map((v) => (
              <li key={v.version}>
                {insecable(`Version ${v.version}, du ${ditJour(v.le)} : ${v.heuresDites}`)}
                {v.objectifs.length > 0 && (
                  <span class="discret">
                    {` · ${v.objectifs.map((o) => ditTexte(textes, o.texteId) ?? '').join(' ; ')}`}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Droits({ e }: { readonly e: VueEngagement }): JSX.Element | null {
  const dernier = e.droits.findLast(({ droits }) => droits.length > 0);
  if (dernier === undefined) return null;
  return (
    <>
      <h3>{`Accès aux droits, ${dernier.libelle}`}</h3>
      <ul class="attentes">
        {dernier.droits.map((d) => (
          <li key={d.droit}>{insecable(`${d.libelle} : ${d.libelleIssue.toLowerCase()}`)}</li>
        ))}
      </ul>
    </>
  );
}
