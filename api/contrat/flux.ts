import { z } from 'zod';
import { dit } from './champs';

const flux = {
  id: dit.id('Identifiant de l’adresse.'),
  creeA: dit.instant('Créée.'),
  revoqueA: dit.instant('Révoquée ; null : elle est lue.').nullable(),
};

export const fluxCree = z
  .strictObject({
    ...flux,
    url: dit.texte('L’adresse à donner au logiciel d’agenda : montrée cette fois seulement.'),
  })
  .meta({ id: 'FluxAgendaCree' });

export const listeFlux = z
  .strictObject({ flux: dit.liste(z.strictObject(flux).meta({ id: 'FluxAgenda' })) })
  .meta({ id: 'FluxAgendas' });

export const calendrier = z.string().meta({ description: 'Calendrier (RFC 5545).' });
