import { FichierIllisible } from './illisible';

/** What a row says, in the order in which it is documented, and the headers under which départements write it. */
const ENTETES = {
  idExterne: [
    'identifiant',
    'identifiant externe',
    'id externe',
    'id',
    'numero',
    'numero allocataire',
    'matricule',
  ],
  prenom: ['prenom', 'prenoms'],
  nom: ['nom', 'nom de famille', 'nom d usage'],
  courriel: ['courriel', 'email', 'e mail', 'mail', 'adresse electronique', 'adresse de courriel'],
  telephone: ['telephone', 'tel', 'portable', 'mobile', 'numero de telephone'],
  adresse: ['adresse', 'adresse postale'],
  structure: ['structure', 'code structure', 'code de la structure'],
  referent: [
    'referent',
    'courriel du referent',
    'courriel referent',
    'email du referent',
    'mail du referent',
  ],
  programme: ['programme', 'dispositif', 'edition', 'programme edition', 'programme et edition'],
  orientation: [
    'date d orientation',
    'orientation',
    'orientation notifiee le',
    'date orientation',
    'date de notification',
  ],
  obligations: ['soumis aux obligations', 'obligations', 'soumis obligations', 'soumise aux obligations'],
  contrat: ['contrat signe le', 'date du contrat', 'signature du contrat', 'date de signature', 'contrat'],
} as const;

export type Champ = keyof typeof ENTETES;

const OBLIGATOIRES: readonly Champ[] = [
  'idExterne',
  'prenom',
  'nom',
  'structure',
  'programme',
  'orientation',
  'obligations',
];

/** Columns that a rejets.csv adds, and that a file sent again brings back. */
export const COLONNES_DE_REJET = ['ligne', 'motif du rejet'] as const;

export type Colonnes = {
  /** The headers as they were written. */
  readonly entetes: readonly string[];
  readonly places: ReadonlyMap<Champ, number>;
  readonly ignorees: readonly string[];
};

/** Accents, case, punctuation and spaces say nothing. */
export function simplifie(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const CHAMPS = new Map<string, Champ>(
  Object.entries<readonly string[]>(ENTETES).flatMap(([champ, noms]) =>
    noms.map((nom) => [nom, champ as Champ] as const),
  ),
);

export function readColonnes(entetes: readonly string[]): Colonnes {
  const places = new Map<Champ, number>();
  const ignorees: string[] = [];
  for (const [i, entete] of entetes.entries()) {
    const champ = CHAMPS.get(simplifie(entete));
    if (champ === undefined) ignorees.push(entete);
    else if (places.has(champ))
      throw new FichierIllisible(`Deux colonnes disent la même chose : « ${entete} » est de trop.`);
    else places.set(champ, i);
  }
  const manquantes = OBLIGATOIRES.filter((champ) => !places.has(champ)).map(nomOf);
  if (manquantes.length > 0)
    throw new FichierIllisible(
      `Il manque ${manquantes.map((m) => `« ${m} »`).join(', ')} à la première ligne, celle qui nomme les colonnes : ajoutez ce qui manque.`,
    );
  const siennes: readonly string[] = COLONNES_DE_REJET;
  return { entetes, places, ignorees: ignorees.filter((e) => !siennes.includes(simplifie(e))) };
}

/** How a field is named where it is documented, with its accents. */
const NOMS: Readonly<Partial<Record<Champ, string>>> = {
  prenom: 'prénom',
  telephone: 'téléphone',
  structure: 'code structure',
  referent: 'courriel du référent',
  orientation: 'date d’orientation',
  obligations: 'soumis aux obligations',
  contrat: 'contrat signé le',
};

function nomOf(champ: Champ): string {
  return NOMS[champ] ?? ENTETES[champ][0];
}

/** How a field is named in the file that was sent. */
export function enteteOf({ entetes, places }: Colonnes, champ: Champ): string {
  return entetes[places.get(champ) ?? -1] ?? nomOf(champ);
}
