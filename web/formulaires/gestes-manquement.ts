import { genres, qualifications, signauxDits, suites } from '../../domain/obligations/manquement-dit';
import { motifsManquement } from '../../domain/obligations/motifs';
import type { GestePermisDe } from '../../domain/parcours/gestes';
import { choixOuCache, jourEntre, mot } from './champs-frequents';
import type { Champ, Formulaire } from './formulaire';

type GesteManquement = GestePermisDe<
  | 'qualifyMotif'
  | 'recordMotif'
  | 'recordRemobilisation'
  | 'recordSuite'
  | 'recordTransmission'
  | 'confirmSignalement'
  | 'postponeSignalement'
  | 'dropSignalement'
>;

/** R14, R30, R31 — the machine proposes; each of these is the act of a human, and says what will follow. */
export function formulaireManquement(g: GesteManquement): Formulaire {
  switch (g.geste) {
    case 'qualifyMotif':
      return formulaireQualification(g);
    case 'recordMotif':
      return {
        geste: g.geste,
        titre: 'Enregistrer le motif donné par la personne',
        suite: 'Le motif est gardé ; il reste à le qualifier. Aucun détail de santé n’est nécessaire.',
        champs: [
          choixManquement(g.manquements),
          {
            nature: 'choix',
            nom: 'motif',
            libelle: 'Motif',
            options: g.motifs.map((m) => ({ valeur: m, libelle: motifsManquement[m] })),
          },
          jourEntre('recuLe', 'Jour où il a été reçu', g.du, g.au),
          { nature: 'texte', nom: 'commentaire', libelle: 'Ce que la personne a dit', facultatif: true },
        ],
        bouton: 'Enregistrer le motif',
        grave: false,
      };
    case 'recordRemobilisation':
      return {
        geste: g.geste,
        titre: 'Constater que la personne s’est remobilisée',
        suite:
          'Le manquement est clos, à tout échelon. S’il était transmis, la remobilisation est à transmettre aussi.',
        champs: [
          choixManquement(g.manquements),
          jourEntre('le', 'Depuis le', premierOf(g), g.au),
          facultatif(),
        ],
        bouton: 'Enregistrer la remobilisation',
        grave: false,
      };
    case 'recordSuite':
      return {
        geste: g.geste,
        titre: 'Enregistrer la suite donnée au signalement',
        suite:
          'La décision appartient à l’organisme qui a reçu le signalement ; elle est seulement notée ici.',
        champs: [
          choixManquement(g.manquements),
          {
            nature: 'boutons',
            nom: 'suite',
            libelle: 'Suite',
            options: g.suites.map((s) => ({ valeur: s, libelle: suites[s] })),
          },
          jourEntre('le', 'Jour où elle a été connue', premierOf(g), g.au),
          facultatif(),
        ],
        bouton: 'Enregistrer la suite',
        grave: false,
      };
    case 'recordTransmission':
      return {
        geste: g.geste,
        titre: 'Indiquer qu’une information a été transmise',
        suite: `À transmettre : ${g.manquements.map((m) => signauxDits[m.quoi]).join(', ')}.`,
        champs: [choixManquement(g.manquements), jourEntre('le', 'Transmis le', premierOf(g), g.au)],
        bouton: 'Enregistrer la transmission',
        grave: false,
      };
    default:
      return formulaireSignalement(g);
  }
}

function formulaireQualification(g: GestePermisDe<'qualifyMotif'>): Formulaire {
  const permises = [...new Set(g.manquements.flatMap((m) => m.qualifications))];
  return {
    geste: g.geste,
    titre: 'Qualifier le motif',
    suite: 'Un motif légitime clôt le manquement, ou le lève s’il est déjà clos. Sinon, une relance part.',
    champs: [
      choixManquement(g.manquements),
      {
        nature: 'boutons',
        nom: 'qualification',
        libelle: 'Qualification',
        options: permises.map((q) => ({ valeur: q, libelle: qualifications[q] })),
      },
      { nature: 'texte', nom: 'commentaire', libelle: 'Ce que la personne a dit', facultatif: true },
    ],
    bouton: 'Enregistrer la qualification',
    grave: false,
  };
}

function formulaireSignalement(
  g: GestePermisDe<'confirmSignalement' | 'postponeSignalement' | 'dropSignalement'>,
): Formulaire {
  const numero = choixManquement(g.manquements);
  switch (g.geste) {
    case 'confirmSignalement':
      return {
        geste: g.geste,
        titre: 'Confirmer le signalement',
        suite:
          'Imprimez le dossier des faits et transmettez-le. Rien n’est décidé pour la personne par ce geste.',
        champs: [numero, mot('Pourquoi confirmer')],
        bouton: 'Confirmer et transmettre',
        grave: true,
      };
    case 'postponeSignalement':
      return {
        geste: g.geste,
        titre: 'Reporter le signalement',
        suite: 'Il sera proposé de nouveau le jour choisi.',
        champs: [numero, jourEntre('au', 'Proposer de nouveau le', g.du, null), mot('Pourquoi reporter')],
        bouton: 'Reporter',
        grave: false,
      };
    case 'dropSignalement':
      return {
        geste: g.geste,
        titre: 'Abandonner le signalement',
        suite: 'Le manquement est clos, sans suite pour la personne.',
        champs: [numero, mot('Pourquoi abandonner')],
        bouton: 'Abandonner le signalement',
        grave: false,
      };
  }
}

type Choix = GestePermisDe<'confirmSignalement'>['manquements'];

function choixManquement(manquements: Choix): Champ {
  const options = manquements.map(({ id, genre }) => ({
    valeur: String(id),
    libelle: `N° ${id}, ${genres[genre].toLowerCase()}`,
  }));
  return choixOuCache('cible.numero', 'Manquement', options);
}

function premierOf(g: GestePermisDe<'recordRemobilisation' | 'recordSuite' | 'recordTransmission'>) {
  return g.manquements.map((m) => m.du).sort()[0] ?? g.au;
}

function facultatif(): Champ {
  return { nature: 'texte', nom: 'commentaire', libelle: 'Commentaire', facultatif: true };
}
