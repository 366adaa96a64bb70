import { z } from 'zod';
import { codesRaisonDeGarder, raisonsDeGarder } from '../../domain/conservation/conservation';
import { codesOf, dit } from './champs';

const comptes = z
  .strictObject({
    textes: dit.nombre('Textes libres.'),
    documents: dit.nombre('Documents joints à une réponse.'),
    liens: dit.nombre('Liens de réponse.'),
    courriels: dit.nombre('Courriels dont le texte est gardé, ou qui attendent de partir.'),
    lignes: dit.nombre('Lignes d’un récapitulatif à venir.'),
    imports: dit.nombre('Lignes de listes envoyées.'),
  })
  .meta({ id: 'ComptesEffacement' });

export const effacement = z
  .strictObject({
    beneficiaireId: dit.id('Personne.'),
    effaceeLe: dit.jour('Jour de l’effacement ; null : elle ne l’est pas.').nullable(),
    suivie: dit.oui('Un de ses parcours est ouvert : il faut d’abord enregistrer sa sortie.'),
    comptes,
  })
  .meta({ id: 'Effacement' });

export const purge = z
  .strictObject({
    id: dit.id('Identifiant de la purge.'),
    etat: dit.choix(['apercu', 'en_cours', 'fini'], 'Aperçu (rien n’est effacé), en cours, finie.'),
    mois: dit.nombre('Mois de conservation après le dernier contact.'),
    par: dit.texte('Qui l’a demandée.'),
    creeA: dit.instant('Demandée.'),
    confirmePar: dit.texte('Qui l’a confirmée.').nullable(),
    confirmeA: dit.instant('Confirmée.').nullable(),
    finiA: dit.instant('Finie.').nullable(),
    total: dit.nombre('Personnes de l’aperçu.'),
    effacees: dit.nombre('Personnes effacées.'),
    ecartees: dit.nombre('Personnes écartées : quelque chose a changé depuis l’aperçu.'),
    comptes,
  })
  .meta({ id: 'Purge' });

export const personnePurgee = z
  .strictObject({
    id: dit.id('Identifiant de la personne.'),
    etat: dit.choix(['a_effacer', 'effacee', 'ecartee'], 'Ce qu’il en est.'),
    raison: dit
      .choix(codesRaisonDeGarder, `Pourquoi elle est écartée. ${codesOf(raisonsDeGarder)}.`)
      .nullable(),
    contactLe: dit.jour('Dernier contact (R44).'),
    comptes,
  })
  .meta({ id: 'PersonnePurgee' });
