import type { JSX } from 'preact';
import { FormulaireDessine } from '../formulaires/dessin';
import type { Formulaire } from '../formulaires/formulaire';
import { compareGestes, familleOf, familles, gestesAttendus, nomCourt, type CodeFamille } from './familles';
import type { PageParcours } from './page';

type Props = { readonly page: PageParcours; readonly formulaires: readonly Formulaire[] };

/** The forms that today's tasks call for: first, and open. */
export function SectionMaintenant({ page, formulaires }: Props): JSX.Element | null {
  const attendus = gestesAttendus(page.vue.taches);
  const appeles = formulaires.filter((f) => attendus.has(f.geste)).sort(compareGestes);
  if (appeles.length === 0) return null;
  return (
    <section class="panneau gestes" aria-labelledby="titre-maintenant">
      <h2 id="titre-maintenant">À faire maintenant</h2>
      {appeles.map((f) => (
        <Geste key={f.geste} page={page} formulaire={f} ouvert />
      ))}
    </section>
  );
}

/** Every other form that the law allows now, by what the person wants to do. Without JavaScript. */
export function SectionGestes({ page, formulaires }: Props): JSX.Element | null {
  const attendus = gestesAttendus(page.vue.taches);
  const autres = formulaires.filter((f) => !attendus.has(f.geste)).sort(compareGestes);
  if (formulaires.length > 0 && autres.length === 0) return null;
  const codes = (Object.keys(familles) as CodeFamille[]).filter((c) =>
    autres.some((f) => familleOf(f.geste) === c),
  );
  return (
    <section class="panneau gestes" aria-labelledby="titre-gestes">
      <h2 id="titre-gestes">Gestes possibles aujourd’hui</h2>
      {formulaires.length === 0 && <p class="vide">Aucun : ce parcours est clos.</p>}
      {codes.map((code) => (
        <Famille
          key={code}
          code={code}
          page={page}
          formulaires={autres.filter((f) => familleOf(f.geste) === code)}
        />
      ))}
    </section>
  );
}

/** A family of one is that form itself: nobody opens two boxes to reach one thing. */
function Famille({ code, page, formulaires }: Props & { readonly code: CodeFamille }): JSX.Element {
  const [seul, second] = formulaires;
  if (seul !== undefined && second === undefined)
    return <Geste page={page} formulaire={seul} ouvert={estVise(page, seul)} />;
  return (
    <details class="famille" id={`famille-${code}`} open={formulaires.some((f) => estVise(page, f))}>
      <summary>
        <h3>{familles[code]}</h3>
        <span class="discret">{formulaires.map((f) => nomCourt(f.geste)).join(' · ')}</span>
      </summary>
      {formulaires.map((f) => (
        <Geste key={f.geste} page={page} formulaire={f} ouvert={estVise(page, f)} dansFamille />
      ))}
    </details>
  );
}

/** The form that came back with a refus, or the one that a task has led to. */
function estVise({ refusee, vise }: PageParcours, { geste }: Formulaire): boolean {
  return refusee?.geste === geste || vise?.geste === geste;
}

type PropsGeste = {
  readonly page: PageParcours;
  readonly formulaire: Formulaire;
  readonly ouvert: boolean;
  readonly dansFamille?: boolean;
};

function Geste({ page, formulaire: f, ouvert, dansFamille }: PropsGeste): JSX.Element {
  const Titre = dansFamille === true ? 'h4' : 'h3';
  return (
    <details class="geste" open={ouvert} id={`geste-${f.geste}`}>
      <summary>
        <Titre>{f.titre}</Titre>
      </summary>
      <p class="suite">{f.suite}</p>
      <FormulaireDessine
        prefixe={f.geste}
        action={`/parcours/${page.vue.id}/${f.geste}`}
        champs={f.champs}
        bouton={f.bouton}
        grave={f.grave}
        reponses={f.reponses}
        cle={page.cles[f.geste]}
        saisie={page.refusee?.geste === f.geste ? page.refusee.saisie : null}
      />
    </details>
  );
}
