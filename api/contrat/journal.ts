import { z } from 'zod';
import { dit } from './champs';
import { suivantParRang } from './pages';

export const fait = z
  .strictObject({
    rang: dit.nombre('Rang, de 1 en 1.'),
    a: dit.instant('Instant de l’horloge.'),
    par: dit.texte(
      '« jalons », « agent:<id> » du jeton employé, ou « personne:<id> » par le lien d’un courriel (R42).',
    ),
    type: dit.texte('Type du fait.'),
    cle: dit.texte('Clé de l’échéance honorée.').nullable(),
    duLe: dit.jour('Jour où elle était due.').nullable(),
    horsFenetre: dit.oui('Acte hors de la fenêtre de l’édition (R36).'),
    donnees: z.record(z.string(), z.unknown()).meta({ description: 'Codes, identifiants et jours.' }),
  })
  .meta({ id: 'Fait' });

export const textes = z.record(z.string(), z.string()).meta({
  description: 'Textes libres cités par les faits, par identifiant ; un texte effacé est absent.',
});

export const journal = z
  .strictObject({
    rang: dit.nombre('Rang du dernier fait du journal entier.'),
    suivant: suivantParRang,
    faits: dit.liste(fait),
    textes,
  })
  .meta({ id: 'Journal' });
