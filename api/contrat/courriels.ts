import { z } from 'zod';
import { dit } from './champs';
import { page, pageDe, suivant } from './pages';

const suivi = {
  id: dit.id('Identifiant du courriel.'),
  cle: dit.texte('Clé, unique dans le parcours.'),
  modele: dit.texte('Modèle.'),
  destinataire: dit.texte('À qui.'),
  etat: dit.texte('État de l’envoi.'),
  essais: dit.nombre('Nombre d’essais.'),
  creeA: dit.instant('Écrit à.'),
  essaiApres: dit.instant('Prochain essai, au plus tôt.'),
  envoyeA: dit.instant('Accepté par le relais à.').nullable(),
  derniereReponse: dit.texte('Dernière réponse du relais : un code.').nullable(),
};
export const courriel = z.strictObject(suivi).meta({ id: 'Courriel' });

export const courriels = z
  .strictObject({ courriels: dit.liste(courriel), suivant })
  .meta({ id: 'CourrielsDuParcours' });

/** Those of all the parcours, to find what did not leave. */
export const tousLesCourriels = pageDe(
  'Courriels',
  z
    .strictObject({
      ...suivi,
      parcoursId: dit.id('Parcours ; null : un récapitulatif.').nullable(),
      structureId: dit.id('Structure.'),
    })
    .meta({ id: 'CourrielSuivi' }),
);

const code = (description: string) =>
  z
    .string()
    .regex(/^[a-z_]{1,40}$/, 'donnez un code, par exemple convocation.')
    .optional()
    .meta({ description });

export const filtreCourriels = {
  etat: code('Ceux dont l’envoi en est là : a_envoyer, en_envoi, envoye, refuse…'),
  modele: code('Ceux de ce modèle.'),
  destinataire: code('Ceux adressés à : personne, referent, responsable.'),
  ...page,
};

export const lettre = z.string().meta({ description: 'Page à imprimer, en A4.' });
