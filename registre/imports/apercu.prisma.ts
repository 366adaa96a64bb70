import type { CodeZone } from '../../domain/temps/zones';
import type { Coordonnees } from '../annuaire/beneficiaires.prisma';
import type { Base } from '../base';
import { colonneOfInstant } from '../dates';
import { readHorloge } from '../horloge/horloge';
import { insertionOf } from '../insertion';
import type { LigneALire, LigneImport, NouvelImport } from './imports';

export async function createImport(base: Base, x: NouvelImport): Promise<void> {
  const { maintenant } = await readHorloge(base);
  const { colonnes, ...reste } = x;
  await base.import.create({
    data: { ...reste, colonnes: [...colonnes], creeA: colonneOfInstant(maintenant) },
  });
}

/** What one row names, as the base knows it; each part is null when it does not. */
export type Connu = {
  readonly numero: number;
  readonly structureId: string | null;
  readonly zone: CodeZone | null;
  readonly referentId: string | null;
  readonly personne: Coordonnees | null;
  /** She has a parcours that is open, or has had one for this very orientation: none is opened. */
  readonly suivie: boolean;
  /** How many she has had. */
  readonly parcours: number;
  /** The line of this same file that already has her. */
  readonly dejaLigne: number | null;
};

const CONNUS = `
  SELECT x.numero, s.id::text AS "structureId", s.zone,
    (SELECT r.id::text FROM referent r WHERE r.structure_id = s.id AND lower(r.courriel) = x.referent LIMIT 1) AS "referentId",
    CASE WHEN b.id IS NULL THEN NULL ELSE jsonb_build_object('prenom', b.prenom, 'nom', b.nom, 'courriel', b.courriel,
      'telephone', b.telephone, 'adresse', b.adresse) END AS personne,
    EXISTS (SELECT 1 FROM parcours p WHERE p.beneficiaire_id = b.id
      AND (NOT p.clos OR p.etat->'orientation'->>'notifieeLe' = x.orientation)) AS suivie,
    (SELECT count(*)::int FROM parcours p WHERE p.beneficiaire_id = b.id) AS parcours,
    (SELECT l.numero FROM import_ligne l WHERE l.import_id = $2::uuid AND l.id_externe = x.id_externe) AS "dejaLigne"
  FROM jsonb_to_recordset($1::jsonb) AS x(numero int, structure text, referent text, id_externe text, orientation text)
  LEFT JOIN structure s ON s.code = x.structure
  LEFT JOIN beneficiaire b ON b.id_externe = x.id_externe`;

/** Asked once for many rows. */
export async function listConnus(
  base: Base,
  importId: string,
  lues: readonly (LigneALire & { readonly numero: number })[],
): Promise<ReadonlyMap<number, Connu>> {
  const demandes = lues.map((l) => ({
    ...{ numero: l.numero, structure: l.structure, referent: l.referent },
    ...{ id_externe: l.idExterne, orientation: l.orientationNotifieeLe },
  }));
  const { rows } = await base.pool.query<Connu>({
    ...{ name: 'import_connus', text: CONNUS, values: [JSON.stringify(demandes), importId] },
  });
  return new Map(rows.map((r) => [r.numero, r]));
}

type Colonne = Omit<LigneImport, 'cellules'> & {
  readonly importId: string;
  readonly cellules: readonly string[];
};

const INSERTION = insertionOf<Colonne & { readonly parcoursId: string }>('import_ligne', {
  importId: ['import_id', 'uuid'],
  numero: ['numero', 'int'],
  cellules: ['cellules', 'text[]'],
  idExterne: ['id_externe', 'text'],
  saisie: ['saisie', 'jsonb'],
  verdict: ['verdict', 'text'],
  etat: ['etat', 'text'],
  raisons: ['raisons', 'jsonb'],
  rang: ['rang', 'int'],
  parcoursId: ['parcours_id', 'uuid'],
});

export async function writeLignes(
  base: Base,
  importId: string,
  lignes: readonly (LigneImport & { readonly parcoursId: string })[],
): Promise<void> {
  const rangees = JSON.stringify(lignes.map((l) => ({ ...l, importId })));
  await base.pool.query({ name: 'import_lignes', text: INSERTION, values: [rangees] });
}

/** The file has been read to its end: its preview may be shown, and confirmed. */
export async function concludeLecture(base: Base, id: string): Promise<void> {
  await base.import.update({ where: { id }, data: { etat: 'apercu' } });
}

/** A file that could not be read to its end leaves nothing. */
export async function dropImport(base: Base, id: string): Promise<void> {
  await base.import.deleteMany({ where: { id, etat: 'lecture' } });
}
