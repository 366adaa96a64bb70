import { z } from 'zod';
import { codesMotifChangement, motifsChangement } from '../../domain/parcours/referent';
import { choix, dit, identifiant } from './champs';
import { DESORDRE, enOrdre, periode } from './structures';

const motifs = codesMotifChangement.map((code) => `\`${code}\` : ${motifsChangement[code]}`).join(' ; ');

const commun = {
  deId: identifiant('Référent qui suit ces parcours.'),
  versId: identifiant('Référent de la même structure, qui les reçoit.'),
  parcoursIds: z
    .array(identifiant('Identifiant d’un parcours.'))
    .min(1, 'donnez au moins un parcours.')
    .nullable()
    .default(null)
    .meta({ description: 'Seulement ceux-là ; absent : tous ses parcours ouverts.' }),
};

/** R23, R24 — for good, or for the days of an absence. Nothing is done before it is confirmed. */
export const nouveauTransfert = z
  .discriminatedUnion(
    'genre',
    [
      z.strictObject({
        genre: choix(['definitif'], 'Les parcours changent de référent (R22, R23).'),
        ...commun,
        motif: choix(codesMotifChangement, `Motif du changement. ${motifs}.`),
      }),
      z
        .strictObject({
          genre: choix(['remplacement'], 'Le référent est absent ces jours-là, un autre le remplace (R24).'),
          ...commun,
          ...periode,
        })
        .refine(enOrdre, DESORDRE),
    ],
    'donnez « genre » : definitif ou remplacement.',
  )
  .meta({ id: 'NouveauTransfert' });

export const transfert = z
  .strictObject({
    id: dit.id('Identifiant du transfert.'),
    structureId: dit.id('Structure.'),
    deId: dit.id('Référent qui suivait.'),
    versId: dit.id('Référent qui reçoit.'),
    genre: dit.choix(['definitif', 'remplacement', 'retour'], 'Genre.'),
    motif: dit.texte('Motif d’un transfert définitif.').nullable(),
    du: dit.jour('Premier jour d’un remplacement.').nullable(),
    au: dit.jour('Dernier jour d’un remplacement, inclus.').nullable(),
    etat: dit.choix(['apercu', 'en_cours', 'fini'], 'Aperçu (rien n’est fait), en cours, fini.'),
    creeA: dit.instant('Demandé.'),
    finiA: dit.instant('Fini.').nullable(),
    total: dit.nombre('Parcours concernés.'),
    faits: dit.nombre('Parcours passés.'),
    ecartes: dit.nombre('Parcours écartés : clos, ou suivis par un autre depuis.'),
    deplaces: dit.nombre('Rendez-vous déplacés, ou qui le seraient tant que c’est un aperçu.'),
    aReplacer: dit.nombre('Rendez-vous sans créneau, à replacer par une personne.'),
    parcours: dit.liste(
      z
        .strictObject({
          parcoursId: dit.id('Parcours.'),
          etat: dit.choix(['a_faire', 'fait', 'ecarte'], 'Ce qu’il en est.'),
          raison: dit.texte('Pourquoi il est, ou serait, écarté.').nullable(),
          deplaces: dit.nombre('Rendez-vous déplacés.'),
          aReplacer: dit.nombre('Rendez-vous à replacer.'),
        })
        .meta({ id: 'ParcoursTransfere' }),
    ),
  })
  .meta({ id: 'Transfert' });
