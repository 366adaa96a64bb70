import { z } from 'zod';
import { dit } from './champs';

export const courriels = z
  .strictObject({
    courriels: dit.liste(
      z
        .strictObject({
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
        })
        .meta({ id: 'Courriel' }),
    ),
  })
  .meta({ id: 'CourrielsDuParcours' });

export const lettre = z.string().meta({ description: 'Page à imprimer, en A4.' });
