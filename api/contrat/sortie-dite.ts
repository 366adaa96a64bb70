import { z } from 'zod';
import { classesSortie, codesMotifSortie, type ClasseSortie } from '../../domain/parcours/sortie';
import { codesSituation } from '../../domain/parcours/suivi-sortie';
import { dit } from './champs';

/** R33, R34 — how a parcours ended, and what became of the person. */
export const sortie = z
  .strictObject({
    motif: dit.choix(codesMotifSortie, 'Motif.'),
    libelle: dit.texte('Motif, comme on le dit.'),
    le: dit.jour('Jour.'),
    classe: dit.choix(Object.keys(classesSortie) as ClasseSortie[], 'Classe de la sortie (R33).'),
    libelleClasse: dit.texte('Classe, comme on la dit.'),
    dynamique: dit.oui('Sortie dynamique : l’une des trois premières classes.'),
    emploi: z
      .strictObject({ debutLe: dit.jour('Premier jour.'), finLe: dit.jour('Dernier jour.').nullable() })
      .nullable(),
    suivi: z
      .strictObject({
        prevuLe: dit.jour('Jour où la situation est demandée (R34).'),
        demandeLe: dit.jour('Jour où elle l’a été.').nullable(),
        situation: dit.choix(codesSituation, 'Situation enregistrée.').nullable(),
        libelle: dit.texte('Situation, comme on la dit.').nullable(),
        le: dit.jour('Jour auquel elle vaut.').nullable(),
      })
      .nullable(),
  })
  .nullable();
