import type { JSX } from 'preact';
import type { CodeGeste } from '../../domain/parcours/gestes';
import { FormulaireDessine } from '../formulaires/dessin';
import type { Formulaire } from '../formulaires/formulaire';
import type { PageParcours } from './page';

/** The order of the counter: what a visit calls for first, what ends the parcours last. */
const ORDRE: readonly CodeGeste[] = [
  'recordStatut',
  'recordEntretien',
  'assignReferent',
  'signContrat',
  'recordMotif',
  'recordDemarche',
  'recordDeclaration',
  'qualifyMotif',
  'recordTransmission',
  'confirmSignalement',
  'postponeSignalement',
  'dropSignalement',
  'recordSuivi',
  'recordSuite',
  'recordRemobilisation',
  'recordBilan',
  'recordPointLegal',
  'recordDroits',
  'recordContact',
  'recordEmploi',
  'recordFinEmploi',
  'recordRemise',
  'moveRendezVous',
  'cancelRendezVous',
  'addRendezVous',
  'changeReferent',
  'resumeParcours',
  'pauseParcours',
  'recordRendezVous',
  'correctStatut',
  'correctRendezVous',
  'correctContrat',
  'correctBilan',
  'addDemarche',
  'reviseContrat',
  'joinPointLegal',
  'assignDeclarations',
  'assignPointLegal',
  'recordRefusContrat',
  'prolongParcours',
  'moveEdition',
  'reorientParcours',
  'exitParcours',
];

function compareFormulaires(x: Formulaire, y: Formulaire): number {
  return ORDRE.indexOf(x.geste) - ORDRE.indexOf(y.geste);
}

type Props = { readonly page: PageParcours; readonly formulaires: readonly Formulaire[] };

/** One plain form for each gesture that the law allows now; those that something waits for stand open. */
export function SectionGestes({ page, formulaires }: Props): JSX.Element {
  const attendus = new Set(page.vue.taches.filter((t) => t.urgence !== 'a_prevoir').map((t) => t.geste));
  if (attendus.has('prolongParcours')) attendus.add('exitParcours');
  if (attendus.has('confirmSignalement')) attendus.add('postponeSignalement').add('dropSignalement');
  return (
    <section class="panneau" aria-labelledby="titre-gestes">
      <h2 id="titre-gestes">Gestes possibles aujourd’hui</h2>
      {formulaires.length === 0 && <p class="vide">Aucun : ce parcours est clos.</p>}
      {[...formulaires].sort(compareFormulaires).map((f) => {
        const saisie = page.refusee?.geste === f.geste ? page.refusee.saisie : null;
        return (
          <details
            key={f.geste}
            class="geste"
            open={saisie !== null || attendus.has(f.geste)}
            id={`geste-${f.geste}`}
          >
            <summary>
              <h3>{f.titre}</h3>
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
              saisie={saisie}
            />
          </details>
        );
      })}
    </section>
  );
}
