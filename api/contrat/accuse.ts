import { z } from 'zod';
import { libellesEtape, type Etape } from '../../domain/parcours/parcours';
import { dit } from './champs';

export const etapes = Object.keys(libellesEtape) as readonly Etape[];

/** What every accepted demande answers: where the parcours stands after it. */
export const accuse = z
  .strictObject({
    id: dit.id('Identifiant du parcours.'),
    rang: dit.nombre('Rang du dernier fait du journal.'),
    etape: dit.choix(etapes, 'Étape après cette demande.'),
    rendezVousId: dit.nombre('Numéro du dernier rendez-vous du parcours.').nullable(),
    suivantId: dit.id('Parcours ouvert par une réorientation (R35).').nullable(),
  })
  .meta({ id: 'Accuse', description: 'Accusé : la demande est enregistrée.' });
