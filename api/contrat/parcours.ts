import { z } from 'zod';
import { codesPreference } from '../../domain/courriels/preference';
import { natures } from '../../domain/parcours/echeance';
import { reponse } from './reponses';
import { sortie } from './sortie-dite';
import { etapes } from './accuse';
import { dit } from './champs';
import { engagement } from './vue-engagement';

const dispositif = z.strictObject({
  code: dit.texte('Code du dispositif.'),
  edition: dit.texte('Édition.'),
});

const personne = z
  .strictObject({
    id: dit.id('Identifiant de la personne.'),
    idExterne: dit.texte('Identifiant externe.'),
    prenom: dit.texte('Prénom.'),
    nom: dit.texte('Nom.'),
    joignable: dit.oui('A une adresse de courriel.'),
    preference: dit.choix(codesPreference, 'Comment lui écrire (R43).'),
  })
  .meta({ id: 'PersonneSuivie' });

const sontPour = dit.liste(dit.choix(['personne', 'referent', 'responsable'], 'Pour qui.'));

const echeance = z
  .strictObject({
    cle: dit.texte('Clé, unique dans le parcours.'),
    nature: dit.choix(natures, 'Nature.'),
    libelle: dit.texte('Ce qu’elle apportera.'),
    le: dit.jour('Jour dû.'),
    a: dit.instant('Instant où elle sera honorée.'),
    pour: sontPour,
    conditionnelle: dit.oui('N’arrive que si personne n’agit avant.'),
    due: dit.oui('Son heure est venue, le moteur ne l’a pas encore honorée.'),
  })
  .meta({ id: 'Echeance' });

const tache = z
  .strictObject({
    code: dit.texte('Code de la tâche.'),
    phrase: dit.texte('Ce qu’il y a à faire.'),
    depuis: dit.jour('Depuis.'),
    avant: dit.jour('Dernier jour pour le faire sans retard.').nullable(),
    urgence: dit.choix(['en_retard', 'a_traiter', 'a_prevoir'], 'Urgence.'),
    pour: dit.liste(dit.choix(['referent', 'responsable'], 'Pour qui.')),
    geste: dit.texte('Geste qui la règle.').nullable(),
    sujet: dit.texte('Ce dont elle parle : un rendez-vous, un bilan, un manquement, une lettre.').nullable(),
  })
  .meta({ id: 'Tache' });

const commun = {
  id: dit.id('Identifiant du parcours.'),
  rang: dit.nombre('Rang du dernier fait du journal.'),
  etape: dit.choix(etapes, 'Étape.'),
  libelleEtape: dit.texte('Étape, comme on la dit.'),
  structureId: dit.id('Structure.'),
  referentId: dit.id('Référent.').nullable(),
  personne,
  clos: dit.oui('Le parcours est clos.'),
};

export const resumeParcours = z
  .strictObject({
    ...commun,
    dispositif,
    prochaine: echeance.nullable(),
    taches: dit.nombre('Nombre de tâches qui attendent un professionnel.'),
    enRetard: dit.oui('L’une au moins est en retard.'),
    plafondLe: dit.jour('Dernier jour de l’accompagnement.').nullable(),
  })
  .meta({ id: 'ResumeParcours' });

export const parcours = z
  .strictObject({
    ...commun,
    dispositif: dispositif.extend({ libelle: dit.texte('Nom du dispositif.') }),
    aujourdhui: dit.jour('Jour de l’horloge, sur le mur de la structure.'),
    ouvertLe: dit.jour('Ouverture.'),
    orientationNotifieeLe: dit.jour('Notification de l’orientation.'),
    soumisAuxObligations: dit.oui('Soumis aux obligations.'),
    contrat: z.strictObject({ signeLe: dit.jour('Signature.') }).nullable(),
    aSignerAvant: dit.jour('Dernier jour pour signer (R13).').nullable(),
    plafond: z
      .strictObject({
        dernierJour: dit.jour('Dernier jour, inclus (R02).'),
        joursRestants: dit.nombre('Jours restants ; négatif une fois dépassé.'),
        prolonge: dit.oui('Prolongé.'),
        atteint: dit.oui('Atteint.'),
      })
      .nullable(),
    prochaines: dit.liste(echeance, 'Les prochaines échéances.'),
    attend: dit.liste(
      z.strictObject({
        de: dit.choix(['personne', 'referent', 'responsable', 'organisme', 'jalons'], 'De qui.'),
        phrase: dit.texte('Ce que le parcours attend.'),
        depuis: dit.jour('Depuis.').nullable(),
        jusquA: dit.jour('Jusqu’à.').nullable(),
      }),
    ),
    taches: dit.liste(tache),
    gestes: dit.liste(
      z
        .looseObject({ geste: dit.texte('Nom du geste.') })
        .meta({ id: 'GestePermis', description: 'Un geste permis maintenant, avec les valeurs acceptées.' }),
    ),
    rendezVous: dit.liste(
      z
        .strictObject({
          id: dit.nombre('Numéro.'),
          le: dit.jour('Jour.'),
          de: dit.texte('Début.'),
          a: dit.texte('Fin.'),
          debut: dit.instant('Début.'),
          etat: dit.texte('État.'),
          mois: dit.nombre('Mois du parcours.').nullable(),
          bilan: dit.nombre('Bilan tenu à ce rendez-vous.').nullable(),
          deplace: dit.oui('Déplacé.'),
          origine: dit.choix(['jalons', 'referent'], 'Qui l’a placé.'),
          horsFenetre: dit.oui('Un jour que l’édition du parcours ne couvre pas (R36).'),
        })
        .meta({ id: 'RendezVous' }),
    ),
    mois: dit.liste(
      z
        .strictObject({
          rang: dit.nombre('Mois n.'),
          du: dit.jour('Premier jour.'),
          au: dit.jour('Dernier jour.'),
          etat: dit.texte('État.'),
          cause: dit.texte('Cause, quand il est manqué.').nullable(),
        })
        .meta({ id: 'MoisDuParcours' }),
    ),
    bilans: dit.liste(
      z
        .strictObject({
          rang: dit.nombre('Bilan n.'),
          aTenirLe: dit.jour('À tenir le.'),
          tenuLe: dit.jour('Tenu le.').nullable(),
          etat: dit.texte('État.'),
        })
        .meta({ id: 'BilanDuParcours' }),
    ),
    engagement,
    journal: dit.liste(
      z
        .strictObject({
          rang: dit.nombre('Rang.'),
          le: dit.jour('Jour.'),
          heure: dit.texte('Heure.'),
          a: dit.instant('Instant.'),
          par: dit.choix(['jalons', 'professionnel', 'personne'], 'Qui.'),
          type: dit.texte('Type du fait.'),
          phrase: dit.texte('Le fait, en une phrase.'),
          horsFenetre: dit.oui('Acte hors de la fenêtre de l’édition (R36).'),
        })
        .meta({ id: 'LigneJournal' }),
    ),
    reponses: dit.liste(
      reponse,
      'Ce que la personne a dit par le lien de ses courriels, le plus récent d’abord (R42).',
    ),
    sortie,
    fenetre: z.strictObject({
      du: dit.jour('Premier jour de la fenêtre de l’édition.'),
      au: dit.jour('Dernier jour, inclus (R36).'),
      finie: dit.oui('Elle est finie.'),
    }),
    precedentId: dit.id('Parcours que celui-ci continue (R35).').nullable(),
    suivantId: dit.id('Parcours qui le continue (R35).').nullable(),
  })
  .meta({ id: 'Parcours' });

export const echeancierComplet = z
  .strictObject({ echeances: dit.liste(echeance) })
  .meta({ id: 'Echeancier' });
