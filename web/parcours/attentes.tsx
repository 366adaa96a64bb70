import type { JSX } from 'preact';
import type { AttenduDe, Attente } from '../../domain/parcours/attentes';
import type { Tache } from '../../domain/parcours/tache';
import type { VueParcours } from '../../domain/parcours/vue';
import { joursEntre, type CivilDate } from '../../domain/temps/jour';
import { compte, ditDepuis, ditEcart, ditJour } from '../../domain/parcours/dire';
import { RepereUrgence } from '../reperes';
import { hrefTache } from '../liens';
import { insecable } from '../typographie';
import { nomCourt } from './familles';

/** A decision with several outcomes is not named after one of them. */
const DECISIONS: Readonly<Partial<Record<Tache['code'], string>>> = {
  plafond_a_decider: 'Prolonger ou clore',
  fenetre_a_decider: 'Réorienter ou clore',
  signalement_a_decider: 'Décider',
};

/** What the parcours waits for: tasks of professionals with the way to settle them, then the person, then time. */
export function SectionAttentes({ vue }: { readonly vue: VueParcours }): JSX.Element {
  const autres = (de: AttenduDe) => vue.attend.filter((a) => a.de === de);
  const duResponsable = autres('responsable').filter((a) => !vue.taches.some((t) => t.phrase === a.phrase));
  return (
    <section class="panneau" aria-labelledby="titre-attend">
      <h2 id="titre-attend">Ce que le parcours attend</h2>
      {vue.attend.length === 0 && <p class="vide">{rienDit(vue)}</p>}
      {vue.taches.length > 0 && <Taches taches={vue.taches} vue={vue} />}
      <Groupe titre="De la personne" attentes={autres('personne')} le={vue.aujourdhui} />
      <Groupe
        titre="De l’organisme qui a reçu le signalement"
        attentes={autres('organisme')}
        le={vue.aujourdhui}
      />
      <Groupe titre="Du responsable" attentes={duResponsable} le={vue.aujourdhui} />
      <Groupe titre="Du temps : Jalons s’en charge" attentes={autres('jalons')} le={vue.aujourdhui} />
    </section>
  );
}

function rienDit({ sortie, prochaines }: VueParcours): string {
  if (sortie === null) return 'Rien pour le moment : personne n’a rien à faire.';
  const [suite] = prochaines;
  return suite === undefined
    ? 'Plus rien : il est clos.'
    : `Rien d’ici le ${ditJour(suite.le)} : il est clos.`;
}

function Taches({
  taches,
  vue,
}: {
  readonly taches: readonly Tache[];
  readonly vue: VueParcours;
}): JSX.Element {
  return (
    <>
      <h3>
        {taches.some((t) => t.pour.includes('responsable')) ? 'Du référent et du responsable' : 'Du référent'}
      </h3>
      <ul class="a-faire">
        {taches.map((t) => (
          <li key={`${t.code}${t.sujet ?? ''}`}>
            <RepereUrgence urgence={t.urgence} />
            <span class="a-faire-phrase">
              {insecable(t.phrase)}
              <span class="discret">{insecable(` · ${ancienneteOf(t, vue.aujourdhui)}`)}</span>
            </span>
            <span class="vers-geste">
              {DOSSIERS.has(t.code) && (
                <a href={`/parcours/${vue.id}/manquements/${t.sujet ?? ''}`}>Dossier des faits</a>
              )}
              {t.geste !== null && vue.gestes.some((g) => g.geste === t.geste) && (
                <a href={hrefTache(vue.id, t)}>{DECISIONS[t.code] ?? nomCourt(t.geste)}</a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** R31 — what is transmitted goes with its facts. */
const DOSSIERS: ReadonlySet<Tache['code']> = new Set<Tache['code']>([
  'signalement_a_decider',
  'suite_a_enregistrer',
  'signal_a_transmettre',
]);

/** What is late says by how much; the rest, since when it waits. */
function ancienneteOf({ urgence, avant, depuis }: Tache, le: CivilDate): string {
  const retard = avant === null ? 0 : joursEntre(avant, le);
  return urgence === 'en_retard' && retard > 0
    ? `en retard de ${compte(retard, 'jour')}`
    : ditDepuis(depuis, le);
}

type PropsGroupe = { readonly titre: string; readonly attentes: readonly Attente[]; readonly le: CivilDate };

function Groupe({ titre, attentes, le }: PropsGroupe): JSX.Element | null {
  if (attentes.length === 0) return null;
  return (
    <>
      <h3>{titre}</h3>
      <ul class="attentes">
        {attentes.map(({ phrase, jusquA }) => (
          <li key={phrase}>
            {insecable(phrase)}
            {jusquA !== null && <span class="discret">{insecable(` · ${ditEcart(le, jusquA)}`)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
