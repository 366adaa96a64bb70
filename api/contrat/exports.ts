import { z } from 'zod';
import { beneficiaire } from './beneficiaires';
import { dit, fichier } from './champs';
import { courriel } from './courriels';
import { fait, textes } from './journal';
import { parcours } from './parcours';

const nomme = z.strictObject({ prenom: dit.texte('Prénom.'), nom: dit.texte('Nom.') });

/** What the house holds of one person, whole: to hand to her (GDPR, art. 15 and 20). */
export const exportPersonne = z
  .strictObject({
    editeA: dit.instant('Établi à.'),
    personne: beneficiaire,
    parcours: dit.liste(
      z
        .strictObject({
          structure: dit.texte('Structure.'),
          referent: nomme.nullable(),
          suivi: parcours,
          faits: dit.liste(fait, 'Le journal entier.'),
          textes,
          courriels: dit.liste(courriel, 'Les courriels et les lettres.'),
        })
        .meta({ id: 'DossierExporte' }),
      'Ses parcours, clos compris.',
    ),
  })
  .meta({ id: 'ExportPersonne' });

export type ExportPersonne = z.input<typeof exportPersonne>;

export const exportPdf = fichier('Le même contenu, à lire et à remettre.');
export const tableau = fichier(
  'Tableau séparé par « ; », en UTF-8 avec son indicateur : un tableur l’ouvre tel quel, sans exécuter de formule.',
);

export const listes = ['beneficiaires', 'parcours', 'referents', 'courriels'] as const;
