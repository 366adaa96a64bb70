import { z } from 'zod';
import { dit, entier, fichier, listeRecue, ouiNon } from './champs';

export const listeEnvoyee = listeRecue(
  'Le fichier : UTF-8 ou Windows-1252, séparé par « ; », « , » ou une tabulation, la première ligne nomme les colonnes.',
);

export const parJour = entier(
  'Ouvertures par jour ouvré et par référent, étalées de 9 h à 17 h ; 0 : toutes à la fois, et leurs convocations avec.',
  0,
  9999,
);

const SILENCIEUX =
  'Vrai : rien n’est écrit à la personne, ni à un professionnel, parce que le parcours s’ouvre ; sa première convocation est à imprimer et à remettre.';
export const silencieuxEnvoye = ouiNon(SILENCIEUX);
export const silencieux = z.boolean('donnez true ou false.').meta({ description: SILENCIEUX });

export const verdicts = ['cree', 'corrige', 'inchange', 'rejete'] as const;

export const importation = z
  .strictObject({
    id: dit.id('Identifiant de l’import.'),
    etat: dit.choix(
      ['lecture', 'apercu', 'en_cours', 'fini'],
      'En lecture, aperçu (rien n’est inscrit), en cours, fini.',
    ),
    par: dit.texte('Qui l’a envoyé.'),
    parJour: dit.nombre('Ouvertures par jour ouvré et par référent ; 0 : toutes à la fois.'),
    silencieux: dit.oui('Rien n’est écrit parce que les parcours s’ouvrent.'),
    jours: dit.nombre('Jours ouvrés sur lesquels elles s’étalent.'),
    creeA: dit.instant('Envoyé.'),
    finiA: dit.instant('Fini.').nullable(),
    total: dit.nombre('Lignes lues.'),
    crees: dit.nombre('Une personne ou un parcours de plus.'),
    corriges: dit.nombre('Des coordonnées changées.'),
    inchanges: dit.nombre('Rien à faire.'),
    rejetes: dit.nombre('Lignes rejetées.'),
    aInscrire: dit.nombre('Personnes qui restent à inscrire.'),
    aOuvrir: dit.nombre('Parcours qui restent à ouvrir, chacun à son heure.'),
    derniereOuvertureA: dit.instant('Dernière ouverture prévue.').nullable(),
    colonnes: dit.liste(z.string(), 'Colonnes du fichier.'),
    colonnesIgnorees: dit.liste(z.string(), 'À l’envoi seulement : colonnes que l’import ne lit pas.'),
  })
  .meta({ id: 'Import' });

export const ligneImportee = z
  .strictObject({
    numero: dit.nombre('Ligne du fichier.'),
    idExterne: dit.texte('Identifiant externe, quand la ligne est acceptée.').nullable(),
    verdict: dit.choix(verdicts, 'Ce qu’il en est.'),
    raisons: dit.liste(
      z
        .strictObject({
          colonne: dit.texte('Colonne, telle que le fichier la nomme ; vide : la ligne entière.'),
          raison: dit.texte('Pourquoi, et quoi faire.'),
        })
        .meta({ id: 'RaisonDeRejet' }),
    ),
  })
  .meta({ id: 'LigneImportee' });

export const rejetsCsv = fichier(
  'Les lignes rejetées telles qu’envoyées, avec leur numéro et leur motif : à corriger et à renvoyer.',
);
