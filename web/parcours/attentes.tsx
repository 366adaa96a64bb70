import type { JSX } from 'preact';
import type { AttenduDe, Attente } from '../../domain/parcours/attentes';
import type { CodeGeste } from '../../domain/parcours/gestes';
import type { Tache } from '../../domain/parcours/tache';
import type { VueParcours } from '../../domain/parcours/vue';
import type { CivilDate } from '../../domain/temps/jour';
import { Jour, RepereUrgence } from '../reperes';

const REGLE = {
  recordStatut: 'Indiquer la présence',
  signContrat: 'Enregistrer la signature',
  assignReferent: 'Désigner',
  addRendezVous: 'Ajouter un rendez-vous',
  recordBilan: 'Enregistrer le bilan',
  prolongParcours: 'Prolonger',
  exitParcours: 'Clore',
  qualifyMotif: 'Qualifier',
  confirmSignalement: 'Décider',
  recordRemise: 'Indiquer la remise',
  moveRendezVous: 'Déplacer',
  cancelRendezVous: 'Annuler',
  postponeSignalement: 'Reporter',
  dropSignalement: 'Abandonner',
} as const satisfies Record<CodeGeste, string>;

/** What the parcours waits for: tasks of professionals with the way to settle them, then the person, then time. */
export function SectionAttentes({ vue }: { readonly vue: VueParcours }): JSX.Element {
  const autres = (de: AttenduDe) => vue.attend.filter((a) => a.de === de);
  const duResponsable = autres('responsable').filter((a) => !vue.taches.some((t) => t.phrase === a.phrase));
  return (
    <section class="panneau" aria-labelledby="titre-attend">
      <h2 id="titre-attend">Ce que le parcours attend</h2>
      {vue.attend.length === 0 && (
        <p class="vide">{vue.sortie === null ? 'Rien pour le moment.' : 'Plus rien : il est clos.'}</p>
      )}
      {vue.taches.length > 0 && <Taches taches={vue.taches} vue={vue} />}
      <Groupe titre="De la personne" attentes={autres('personne')} le={vue.aujourdhui} />
      <Groupe titre="Du responsable" attentes={duResponsable} le={vue.aujourdhui} />
      <Groupe titre="Du temps : Jalons s’en charge" attentes={autres('jalons')} le={vue.aujourdhui} />
    </section>
  );
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
              {t.phrase}
              <span class="discret">
                {' · depuis le '}
                <Jour le={t.depuis} aujourdhui={vue.aujourdhui} />
              </span>
            </span>
            {t.geste !== null && vue.gestes.some((g) => g.geste === t.geste) && (
              <a class="vers-geste" href={`#${t.geste}`}>
                {REGLE[t.geste]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
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
            {phrase}
            {jusquA !== null && (
              <span class="discret">
                {' · jusqu’au '}
                <Jour le={jusquA} aujourdhui={le} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
