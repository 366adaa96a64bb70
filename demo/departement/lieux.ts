import type { Permanence } from '../../domain/rendez-vous/agenda';
import type { CodeZone } from '../../domain/temps/zones';
import { idOf } from '../identite';

export type StructureFictive = {
  readonly id: string;
  readonly code: string;
  readonly nom: string;
  readonly zone: CodeZone;
  readonly adresse: string;
  readonly telephone: string;
  readonly responsableNom: string;
  readonly responsableCourriel: string;
};

export type ReferentFictif = {
  readonly id: string;
  readonly structureId: string;
  readonly prenom: string;
  readonly nom: string;
  readonly courriel: string;
  readonly telephone: string;
  readonly maximumParJour: number;
  readonly permanences: readonly (Permanence & { readonly lieu: string | null })[];
};

/** Invented places and people: no number here rings, no address receives. */
export const structures: readonly StructureFictive[] = [
  {
    id: idOf('structure:littoral'),
    code: 'LITTORAL',
    nom: 'Maison de l’insertion du Littoral',
    zone: 'metropole',
    adresse: '2 quai des Pêcheurs, 83000 Toulon',
    telephone: '04 00 00 00 10',
    responsableNom: 'Hélène Astier',
    responsableCourriel: 'helene.astier@example.org',
  },
  {
    id: idOf('structure:collines'),
    code: 'COLLINES',
    nom: 'Maison de l’insertion des Collines',
    zone: 'metropole',
    adresse: '15 allée des Micocouliers, 83300 Draguignan',
    telephone: '04 00 00 00 20',
    responsableNom: 'Marc Thévenin',
    responsableCourriel: 'marc.thevenin@example.org',
  },
];

/** Where the lives of `npm run demo -- --toutes` also go; not in the département that `npm start` shows. */
const saintDenis: StructureFictive = {
  id: idOf('structure:saint-denis'),
  code: 'SAINTDENIS',
  nom: 'Maison de l’insertion de Saint-Denis',
  zone: 'la_reunion',
  adresse: '9 rue de la Compagnie, 97400 Saint-Denis',
  telephone: '02 62 00 00 30',
  responsableNom: 'Josiane Hoarau',
  responsableCourriel: 'josiane.hoarau@example.org',
};

const saintPierre: StructureFictive = {
  id: idOf('structure:saint-pierre'),
  code: 'SAINTPIERRE',
  nom: 'Maison de l’insertion de Saint-Pierre',
  zone: 'saint_pierre_et_miquelon',
  adresse: '3 rue Maître Georges Lefèvre, 97500 Saint-Pierre',
  telephone: '05 08 00 00 40',
  responsableNom: 'Yves Detcheverry',
  responsableCourriel: 'yves.detcheverry@example.org',
};

const golfe: StructureFictive = {
  id: idOf('structure:golfe'),
  code: 'GOLFE',
  nom: 'Maison de l’insertion du Golfe',
  zone: 'metropole',
  adresse: '7 rue des Cordiers, 83120 Sainte-Maxime',
  telephone: '04 00 00 00 50',
  responsableNom: 'Lucie Brémond',
  responsableCourriel: 'lucie.bremond@example.org',
};

/** Every place where a written life may be lived, by rank. */
export const lieuxDesVies = [...structures, saintDenis, saintPierre, golfe];
export type LieuDeVie = 0 | 1 | 2 | 3 | 4;

type Jour = Permanence['jourDeSemaine'];

function permanence(
  cle: string,
  jourDeSemaine: Jour,
  heures: Pick<Permanence, 'de' | 'a'>,
  lieu: string | null,
) {
  const id = idOf(`permanence:${cle}:${jourDeSemaine}`);
  return { id, jourDeSemaine, ...heures, dureeMinutes: 30, dureeBilanMinutes: 60, lieu };
}

const MATIN = { de: '09:00', a: '12:00' } as const;
const APRES_MIDI = { de: '14:00', a: '17:00' } as const;

function referent(
  structure: number,
  prenom: string,
  nom: string,
  [matin, apresMidi]: readonly [Jour, Jour],
  lieu: string | null = null,
): ReferentFictif {
  const cle = `${prenom}.${nom}`.toLowerCase();
  return {
    id: idOf(`referent:${cle}`),
    structureId: lieuxDesVies[structure]?.id ?? '',
    prenom,
    nom,
    courriel: `${cle}@example.org`,
    telephone: `04 00 00 01 0${structure * 2 + (matin % 2)}`,
    maximumParJour: 5,
    permanences: [permanence(cle, matin, MATIN, null), permanence(cle, apresMidi, APRES_MIDI, lieu)],
  };
}

/** Receives every day, with room for a portfolio: eight people a day. */
function recoitTousLesJours(r: ReferentFictif): ReferentFictif {
  const permanences = ([1, 2, 3, 4, 5] as const).flatMap((j) => [
    permanence(`${r.courriel}:matin`, j, MATIN, null),
    permanence(`${r.courriel}:soir`, j, APRES_MIDI, null),
  ]);
  return { ...r, maximumParJour: 8, permanences };
}

export const referents: readonly ReferentFictif[] = [
  referent(0, 'Camille', 'Perrin', [2, 4]),
  referent(0, 'Nadia', 'Rossi', [1, 3], 'Mairie annexe, 1 place de la Fontaine, 83130 La Garde'),
  referent(1, 'Paul', 'Vidal', [2, 5]),
  referent(1, 'Sofia', 'Lambert', [1, 4], 'https://visio.example.org/sofia'),
];

export const referentsDesVies: readonly ReferentFictif[] = [
  ...referents,
  referent(2, 'Marie', 'Payet', [2, 4]),
  referent(3, 'Anne', 'Poulain', [1, 4]),
  recoitTousLesJours(referent(4, 'Judith', 'Arnaud', [1, 2])),
  recoitTousLesJours(referent(4, 'Bruno', 'Keller', [2, 1])),
];
