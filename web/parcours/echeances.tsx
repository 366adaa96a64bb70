import type { JSX } from 'preact';
import type { VueEcheance } from '../../domain/parcours/prochaines';
import type { VueParcours } from '../../domain/parcours/vue';
import { compte, majuscule } from '../../domain/parcours/dire';
import { Jour } from '../reperes';
import { insecable } from '../typographie';

const VISIBLES = 6;

const ROLES = { personne: 'la personne', referent: 'le référent', responsable: 'le responsable' } as const;

export function SectionEcheances({ vue }: { readonly vue: VueParcours }): JSX.Element {
  const suite = vue.prochaines.slice(VISIBLES);
  return (
    <section class="panneau" aria-labelledby="titre-echeances">
      <h2 id="titre-echeances">Prochaines échéances</h2>
      {vue.prochaines.length === 0 ? (
        <p class="vide">Aucune échéance n’est attendue.</p>
      ) : (
        <Tableau vue={vue} echeances={vue.prochaines.slice(0, VISIBLES)} legende="Les premières échéances" />
      )}
      {suite.length > 0 && (
        <details>
          <summary>{compte(suite.length, 'échéance plus lointaine', 'échéances plus lointaines')}</summary>
          <Tableau vue={vue} echeances={suite} legende="Les échéances plus lointaines" />
        </details>
      )}
    </section>
  );
}

type Props = {
  readonly vue: VueParcours;
  readonly echeances: readonly VueEcheance[];
  readonly legende: string;
};

function Tableau({ vue, echeances, legende }: Props): JSX.Element {
  return (
    <table class="echeances pile">
      <caption class="invisible">{legende}</caption>
      <thead>
        <tr>
          <th scope="col">Jour</th>
          <th scope="col">Échéance</th>
          <th scope="col">Pour</th>
        </tr>
      </thead>
      <tbody>
        {echeances.map((e) => (
          <tr key={e.cle}>
            <th scope="row">
              <Jour le={e.le} aujourdhui={vue.aujourdhui} />
            </th>
            <td>
              {insecable(e.libelle)}
              {e.conditionnelle && <span class="condition"> si rien n’est fait d’ici là</span>}
            </td>
            <td class="discret">{majuscule(e.pour.map((role) => ROLES[role]).join(', '))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
