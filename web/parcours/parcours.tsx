import type { JSX } from 'preact';
import { renderDocument } from '../document';
import { Bilan } from '../formulaires/dessin';
import { formulaireOf } from '../formulaires/gestes';
import { withSujet, type Formulaire } from '../formulaires/formulaire';
import { SectionFrise } from '../frise/frise';
import { Horloge } from '../horloge';
import { SectionAttentes } from './attentes';
import { SectionCourriels } from './courriels';
import { SectionDonnees } from './donnees';
import { SectionEcheances } from './echeances';
import { EnTete } from './en-tete';
import { hrefListe } from '../liens';
import { SectionEngagement } from './engagement';
import { SectionGestes, SectionMaintenant } from './gestes';
import { SectionReponses } from './reponses';
import { SectionJournal } from './journal';
import type { PageParcours } from './page';
import { SectionPreference } from './preference';

const FAITS = {
  openParcours: 'Le parcours est ouvert.',
  preference: 'C’est noté : les courriels qui attendaient suivent ce choix.',
  assignReferent: 'Le référent est désigné.',
  changeReferent: 'Le référent a changé : la personne et les deux référents en sont prévenus.',
  recordOrientation:
    'La nouvelle orientation est enregistrée : le délai pour signer repart de sa notification.',
  correctOrientation: 'Le jour de l’orientation est corrigé : le délai pour signer est recompté.',
  signContrat: 'La signature est enregistrée.',
  addRendezVous: 'Le rendez-vous est fixé : la personne est convoquée.',
  moveRendezVous: 'Le rendez-vous est déplacé : la personne est prévenue.',
  cancelRendezVous: 'Le rendez-vous est annulé : la personne est prévenue.',
  recordStatut: 'La présence est enregistrée. Elle peut être corrigée jusqu’à ce soir.',
  correctStatut: 'La présence est corrigée : ce qui reposait sur l’erreur est retiré.',
  correctRendezVous: 'Le rendez-vous est corrigé.',
  recordRendezVous: 'Le rendez-vous est enregistré.',
  correctContrat: 'La date est corrigée : tout le calendrier est recompté.',
  correctBilan: 'Le bilan est corrigé.',
  recordBilan: 'Le bilan est enregistré.',
  pauseParcours: 'Le parcours est en pause : la personne est prévenue.',
  resumeParcours: 'La reprise est enregistrée.',
  prolongParcours: 'Le parcours est prolongé.',
  recordContact: 'Le contact est enregistré.',
  recordEmploi: 'L’emploi est enregistré : son suivi commence.',
  recordFinEmploi: 'La fin de l’emploi est enregistrée : l’accompagnement reprend.',
  qualifyMotif: 'La qualification est enregistrée.',
  recordLecture: 'La réponse est marquée comme lue : elle n’attend plus personne.',
  recordMotif: 'Le motif est enregistré : il reste à le qualifier.',
  recordRemobilisation: 'La remobilisation est enregistrée : le manquement est clos.',
  recordSuite: 'La suite est enregistrée.',
  recordTransmission: 'La transmission est enregistrée.',
  confirmSignalement: 'Le signalement est confirmé et transmis.',
  postponeSignalement: 'Le signalement est reporté.',
  dropSignalement: 'Le signalement est abandonné : le manquement est clos.',
  recordRemise: 'La remise est enregistrée : les délais courent depuis ce jour.',
  exitParcours: 'Le parcours est clos : plus rien ne partira de lui-même.',
  dropDeces: 'Le décès est démenti : l’accompagnement continue.',
  recordSuivi: 'La situation après la sortie est enregistrée.',
  reorientParcours: 'Le parcours est clos et le suivant est ouvert.',
  moveEdition: 'Le parcours compte pour la nouvelle édition.',
  reviseContrat: 'Le contrat est révisé : la personne est prévenue.',
  recordRefusContrat: 'Le refus est noté.',
  assignPointLegal: 'Le délai du point légal est enregistré.',
  joinPointLegal: 'Le choix est enregistré.',
  recordPointLegal: 'Le point légal est enregistré.',
  recordEntretien: 'Ce qui a été convenu est noté.',
  addDemarche: 'La démarche est ajoutée.',
  recordDemarche: 'La réponse est enregistrée.',
  assignDeclarations: 'Les déclarations à suivre sont enregistrées.',
  recordDeclaration: 'La réponse est enregistrée.',
  recordDroits: 'L’accès aux droits est noté.',
  addEtape: 'L’étape est ajoutée : la personne en est prévenue.',
  moveEtape: 'L’étape est déplacée : la personne en est prévenue.',
  recordEtape: 'La réponse est enregistrée : la personne en est prévenue.',
  assignPublics: 'Les publics prioritaires sont enregistrés.',
} as const satisfies Record<NonNullable<PageParcours['fait']>, string>;

export function renderParcours(page: PageParcours): string {
  const titre = page.refusee === null ? page.personne.nom : `Erreur : ${page.personne.nom}`;
  return renderDocument({
    titre,
    cadre: page.cadre,
    ici: null,
    frise: true,
    children: <Parcours {...page} />,
  });
}

/** The forms of a page, one for each gesture that the law allows. */
export function formulairesOf({
  vue,
  zone,
  referents,
  structures,
  vise,
  textes,
}: Pick<
  PageParcours,
  'vue' | 'zone' | 'referents' | 'structures' | 'vise' | 'textes'
>): readonly Formulaire[] {
  const { rendezVous, lettres, engagement } = vue;
  const entourage = { zone, referents, structures, rendezVous, lettres, engagement, textes };
  return vue.gestes.map((g) => {
    const formulaire = formulaireOf(g, entourage);
    return vise?.geste === g.geste ? withSujet(formulaire, vise.sujet) : formulaire;
  });
}

function Parcours(page: PageParcours): JSX.Element {
  const { vue, refusee, fait } = page;
  const formulaires = formulairesOf(page);
  const refuse = formulaires.find((f) => f.geste === refusee?.geste);
  return (
    <>
      {refusee !== null && (
        <Bilan saisie={refusee.saisie} champs={refuse?.champs ?? []} prefixe={refusee.geste} />
      )}
      {refusee === null && fait !== null && (
        <div class="alerte alerte-fait">
          <p role="status">{FAITS[fait]}</p>
          <a href={page.referent === null ? '/?referent=tous' : hrefListe(page.referent.id)}>
            Revenir à la liste
          </a>
        </div>
      )}
      <EnTete {...page} />
      <SectionFrise frise={vue.frise} />
      <div class="colonnes">
        <div>
          <SectionAttentes vue={vue} />
          <SectionReponses vue={vue} textes={page.textes} />
          <SectionMaintenant page={page} formulaires={formulaires} />
          <SectionEngagement vue={vue} textes={page.textes} />
          <SectionGestes page={page} formulaires={formulaires} />
        </div>
        <div>
          <Horloge {...page.horloge} />
          <SectionEcheances vue={vue} />
          <SectionCourriels {...page} />
          <SectionPreference id={vue.id} personne={page.personne} />
          <SectionJournal journal={vue.journal} />
          <SectionDonnees vue={page.vue} />
        </div>
      </div>
    </>
  );
}
