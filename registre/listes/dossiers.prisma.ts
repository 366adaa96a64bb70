import type { Preference } from '../../domain/courriels/preference';
import type { Regles } from '../../domain/parcours/contexte';
import type { Etape, Parcours } from '../../domain/parcours/parcours';
import type { Instant } from '../../domain/temps/instant';
import { Prisma } from '../../prisma/client/client';
import type { Base } from '../base';
import { horlogeOf } from '../horloge/horloge';
import { contexteOf } from '../journal/lecture.prisma';

/** One parcours as people open it: its state, the rules it lives under, now, and the names around it. */
export type Dossier = {
  readonly parcours: Parcours;
  readonly regles: Regles;
  readonly maintenant: Instant;
  readonly personne: {
    readonly id: string;
    readonly idExterne: string;
    readonly prenom: string;
    readonly nom: string;
    readonly joignable: boolean;
    readonly preference: Preference;
  };
  readonly referent: { readonly id: string; readonly prenom: string; readonly nom: string } | null;
  readonly structure: { readonly id: string; readonly code: string; readonly nom: string };
};

export type FiltreDossiers = {
  readonly referentId?: string | null;
  readonly structureId?: string | null;
  readonly beneficiaireId?: string | null;
  /** Code of the dispositif. */
  readonly dispositif?: string | null;
  readonly etape?: Etape | null;
  readonly clos?: boolean | null;
  /** Something is expected before this instant. */
  readonly echeanceAvant?: Instant | null;
  readonly sansReferent?: boolean;
  /** Only after this id, in the order of ids. */
  readonly apres?: string | null;
  readonly limite?: number;
};

type Ligne = {
  etat: Parcours;
  personne: Dossier['personne'];
  referent: Dossier['referent'];
  structure: Dossier['structure'];
  reel: Date;
  decalage_ms: bigint;
  figee_a: Date | null;
  version: number;
};

const LECTURE = Prisma.sql`
  SELECT p.etat,
    json_build_object('id', b.id, 'idExterne', b.id_externe, 'prenom', b.prenom, 'nom', b.nom,
      'joignable', b.courriel IS NOT NULL, 'preference', b.preference) AS personne,
    CASE WHEN r.id IS NULL THEN NULL
      ELSE json_build_object('id', r.id, 'prenom', r.prenom, 'nom', r.nom) END AS referent,
    json_build_object('id', s.id, 'code', s.code, 'nom', s.nom) AS structure,
    clock_timestamp() AS reel, h.decalage_ms, h.figee_a, h.version
  FROM parcours p
  JOIN beneficiaire b ON b.id = p.beneficiaire_id
  JOIN structure s ON s.id = p.structure_id
  LEFT JOIN referent r ON r.id = p.referent_id
  CROSS JOIN horloge h`;

export async function findDossier(base: Base, parcoursId: string): Promise<Dossier | null> {
  const [ligne] = await base.$queryRaw<Ligne[]>`${LECTURE} WHERE p.id = ${parcoursId}::uuid AND h.id = 1`;
  return ligne === undefined ? null : dossierOf(ligne);
}

/** By id, so that pages of a list neither skip nor repeat one. */
export async function listDossiers(base: Base, filtre: FiltreDossiers): Promise<Dossier[]> {
  const { referentId, structureId, etape, sansReferent, apres, limite } = filtre;
  const { beneficiaireId, dispositif, clos, echeanceAvant } = filtre;
  const conditions = [
    Prisma.sql`h.id = 1`,
    ...(given(referentId) ? [Prisma.sql`p.referent_id = ${referentId}::uuid`] : []),
    ...(given(structureId) ? [Prisma.sql`p.structure_id = ${structureId}::uuid`] : []),
    ...(given(etape) ? [Prisma.sql`p.etape = ${etape}`] : []),
    ...(given(beneficiaireId) ? [Prisma.sql`p.beneficiaire_id = ${beneficiaireId}::uuid`] : []),
    ...(given(dispositif) ? [Prisma.sql`p.dispositif = ${dispositif}`] : []),
    ...(given(clos) ? [Prisma.sql`p.clos = ${clos}`] : []),
    ...(given(echeanceAvant) ? [Prisma.sql`p.prochaine_a < ${echeanceAvant}::timestamptz`] : []),
    ...(sansReferent === true ? [Prisma.sql`p.referent_id IS NULL`] : []),
    ...(given(apres) ? [Prisma.sql`p.id > ${apres}::uuid`] : []),
  ];
  const lignes = await base.$queryRaw<Ligne[]>`
    ${LECTURE} WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY p.id LIMIT ${limite ?? 500}`;
  return lignes.map(dossierOf);
}

function given<T>(valeur: T | null | undefined): valeur is T {
  return valeur !== null && valeur !== undefined;
}

function dossierOf({ etat, personne, referent, structure, ...horloge }: Ligne): Dossier {
  const { maintenant, dispositif, zone } = contexteOf(etat, horlogeOf(horloge), personne, null);
  return { parcours: etat, regles: { dispositif, zone }, maintenant, personne, referent, structure };
}
