import { listFiles, namesOf, readFile } from './lire';

/** House rules on names, where a machine can check them. A first word that is not here asks its author to choose. */
const VERBES = {
  /** What people ask and what the core does. */
  demandes:
    'open correct admit sign assign change add schedule move cancel confirm record qualify announce answer propose postpone drop pause revise join resume prolong reorient transfer exit decide evolve',
  machine:
    'look honour deliver send wake walk reconcile ask trigger enforce escalate find get list parse render explain append create',
  /** What adapters do to rows, files, sockets and types, and what composes the law without deciding it. */
  adaptateurs:
    'read write count define delete erase remove correct store lock take freeze release restore revoke check compose start ensure mount memoize compare conclude fold live nest',
};

/** A predicate: it answers yes or no. */
const PREDICATS = /^(?:est|is|needs|demandeNeeds|couvre|seChevauchent)(?=[A-Z]|$)/;
/** What a thing is, has or becomes elsewhere: `etapeOf`, `jourAt`, `minutesBetween`. */
const ACCESSEURS = /(?:Of|At|Between)(?=[A-Z]|$)/;

/** Nouns and participles of the field with which an exported function begins: it answers with that thing. */
const NOMS =
  'absences accompagnement agenda attentes aujourdhui avertissement bilans cible cle contenu courriel courriels creneaux declarations delai ' +
  'duree echeance echeances echeancier edition entier escalades fiche gestes heure heures html identifiant importation instant issue issues jour jours lettres ' +
  'libelle lien ligne lignes limite liste matinee mentions mois moment moments next new nom objet ouvert page paragraphe plafond purge ' +
  'offre plus point points politique precision prochaine raison rang recapitulatif reconciliation rendez salutation signature statuts ' +
  'sujet taches telephone titre transfert typographie une vue';

/** Short functions that build a value or say it, and read as French sentences where they are called. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  accepte: 'construit un verdict : return accepte(fait)',
  refuse: 'construit un verdict : return refuse({ code })',
  rends: 'construit une réponse : return rends(200, corps)',
  transige: 'la seule porte des demandes ; un verbe français, faute de nom anglais juste',
  tenacement: 'un adverbe : tenacement<Activites>(…)',
  definirDispositif: 'le mot de la maison pour un programme ; defineDispositif irait avec defineRoute',
  reporteAuJourOuvre: 'répond un jour',
  decale: 'répond un jour',
  avanceAuJourOuvre: 'répond un jour',
  aApporter: 'passage de courriel',
  auxRoles: 'passage de courriel',
  boutonTelephone: 'passage de courriel',
  compte: 'dit un nombre : compte(3, « jour »)',
  deNom: 'passage de courriel',
  ditDepuis: 'dit une date',
  ditEcart: 'dit une date',
  ditHeure: 'dit une date',
  ditJour: 'dit une date',
  ditMoment: 'dit une date',
  joindre: 'passage de courriel',
  majuscule: 'met une majuscule',
  minuscule: 'met une minuscule',
  siImpossible: 'passage de courriel',
  reopen: 'rouvre une échelle',
  revisionDite: 'partie d’une clé',
  direSiVient: 'passage de courriel',
  boutonReponse: 'passage de courriel',
  siErreur: 'passage de courriel',
  faitDit: 'passage de courriel',
  reglementDit: 'passage de courriel',
  objetDit: 'dit ce qui a ouvert un manquement',
  choix: 'champ d’un contrat de l’API',
  inTransaction: 'une transaction autour d’un travail',
  enOrdre: 'champ d’un contrat de l’API',
  expressPath: 'à renommer cheminExpress',
  inSalve: 'une transaction autour d’un travail',
  sqlAttente: 'un morceau de SQL',
  lecteurDans: 'passage de lecteur : dans une transaction',
  inTime: 'un délai autour d’un travail',
  ouiNon: 'champ d’un contrat de l’API',
  fichier: 'champ d’un contrat de l’API',
  given: 'ce qui a été donné : given(corps)',
};

const PERMIS = new Set(Object.values(VERBES).join(' ').split(' '));
const CONNUS = new Set(NOMS.split(' '));
const INTERDITS = /^(?:handle|process|manage|do|perform|update)(?=[A-Z]|$)/;
const DECLARATION =
  /^export (?:async )?function\*? (\w+)|^export const (\w+) = (?:async )?(?:\([^=]*\) =>|<\w|\w+ =>)/gm;

const dossiers = ['domain', 'registre', 'workflows', 'activities', 'api', 'temporal', 'sante', 'worker'];
const fonctions = dossiers.flatMap((dossier) =>
  listFiles(dossier, /\.tsx?$/).flatMap((fichier) =>
    [...readFile(fichier).matchAll(DECLARATION)].map(([, f, c]) => ({ fichier, nom: f ?? c ?? '' })),
  ),
);

function estPermis(nom: string): boolean {
  const [premier = ''] = /^[a-z]+/.exec(nom) ?? [];
  return (
    PERMIS.has(premier) ||
    CONNUS.has(premier) ||
    PREDICATS.test(nom) ||
    ACCESSEURS.test(nom) ||
    nom in EXCEPTIONS
  );
}

describe('Les noms', () => {
  test('une fonction exportée commence par un verbe des listes, un nom du métier, ou figure parmi les exceptions', () => {
    expect(fonctions.length).toBeGreaterThan(200);
    expect(fonctions.filter(({ nom }) => !estPermis(nom))).toEqual([]);
  });

  test('aucune ne commence par un verbe interdit', () => {
    expect(fonctions.filter(({ nom }) => INTERDITS.test(nom))).toEqual([]);
  });

  test('une exception qui ne sert plus est retirée', () => {
    const noms = new Set(fonctions.map(({ nom }) => nom));
    expect(Object.keys(EXCEPTIONS).filter((nom) => !noms.has(nom))).toEqual([]);
  });

  test('les verbes des demandes sont ceux du domaine', () => {
    const types = namesOf(readFile('domain/parcours/demandes.ts'), /readonly type: '([a-z]+)[A-Z]\w*'/g);
    const demandes = VERBES.demandes.split(' ');
    expect(types.filter((verbe) => !demandes.includes(verbe))).toEqual([]);
  });
});
