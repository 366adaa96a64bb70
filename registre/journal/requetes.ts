import { insertionOf } from '../insertion';
import type {
  colonnesOfCourriel,
  colonnesOfFait,
  colonnesOfLigne,
  colonnesOfParcours,
  ligneOfAgenda,
} from './colonnes';

const INSTANT = 'timestamptz';

export const OUVERTURE = insertionOf<ReturnType<typeof colonnesOfParcours> & { id: string }>(
  'parcours',
  {
    id: ['id', 'uuid'],
    structureId: ['structure_id', 'uuid'],
    beneficiaireId: ['beneficiaire_id', 'uuid'],
    referentId: ['referent_id', 'uuid'],
    dispositif: ['dispositif', 'text'],
    edition: ['edition', 'text'],
    etape: ['etape', 'text'],
    etat: ['etat', 'jsonb'],
    rang: ['rang', 'int'],
    prochaineA: ['prochaine_a', INSTANT],
    prochaineCle: ['prochaine_cle', 'text'],
    prochaineNature: ['prochaine_nature', 'text'],
    clos: ['clos', 'boolean'],
  },
  // R45 — nobody opens anything for an erased person; whoever waited for an erasure reads it here.
  `WHERE EXISTS (SELECT 1 FROM beneficiaire b
    WHERE b.id = x."beneficiaireId" AND b.efface_a IS NULL FOR KEY SHARE)
  ON CONFLICT DO NOTHING RETURNING id`,
);

const FAITS = insertionOf<ReturnType<typeof colonnesOfFait>>(
  'fait',
  {
    parcoursId: ['parcours_id', 'uuid'],
    rang: ['rang', 'int'],
    type: ['type', 'text'],
    donnees: ['donnees', 'jsonb'],
    a: ['a', INSTANT],
    par: ['par', 'text'],
    cle: ['cle', 'text'],
    duLe: ['du_le', 'date'],
  },
  '',
  '$11',
);

/** R08 — the exclusion constraint stands behind the lock. */
const AGENDA = insertionOf<ReturnType<typeof ligneOfAgenda>>(
  'rendez_vous',
  {
    parcoursId: ['parcours_id', 'uuid'],
    numero: ['numero', 'int'],
    referentId: ['referent_id', 'uuid'],
    debut: ['debut', INSTANT],
    fin: ['fin', INSTANT],
    permanenceId: ['permanence_id', 'uuid'],
    occupe: ['occupe', 'boolean'],
  },
  `ON CONFLICT (parcours_id, numero) DO UPDATE SET referent_id = EXCLUDED.referent_id, debut = EXCLUDED.debut,
    fin = EXCLUDED.fin, permanence_id = EXCLUDED.permanence_id, occupe = EXCLUDED.occupe`,
  '$12',
);

const COURRIELS = insertionOf<ReturnType<typeof colonnesOfCourriel>>(
  'courriel',
  {
    id: ['id', 'uuid'],
    parcoursId: ['parcours_id', 'uuid'],
    structureId: ['structure_id', 'uuid'],
    referentId: ['referent_id', 'uuid'],
    cle: ['cle', 'text'],
    modele: ['modele', 'text'],
    destinataire: ['destinataire', 'text'],
    voulu: ['voulu', 'jsonb'],
    creeA: ['cree_a', INSTANT],
    essaiApres: ['essai_apres', INSTANT],
  },
  'ON CONFLICT DO NOTHING',
  '$13',
);

export const LIGNES = insertionOf<ReturnType<typeof colonnesOfLigne>>(
  'ligne',
  {
    parcoursId: ['parcours_id', 'uuid'],
    cle: ['cle', 'text'],
    structureId: ['structure_id', 'uuid'],
    referentId: ['referent_id', 'uuid'],
    pour: ['pour', 'text'],
    avis: ['avis', 'text'],
    rendezVousId: ['rendez_vous_id', 'int'],
    le: ['le', 'date'],
    lecteurId: ['lecteur_id', 'uuid'],
  },
  'ON CONFLICT DO NOTHING',
);

export const TEXTES = insertionOf<{ id: string; parcoursId: string; contenu: string; creeA: Date }>('texte', {
  id: ['id', 'uuid'],
  parcoursId: ['parcours_id', 'uuid'],
  contenu: ['contenu', 'text'],
  creeA: ['cree_a', INSTANT],
});

/** R42 — its bytes as they came: erased without touching the journal. */
export const DOCUMENT = `INSERT INTO document (id, parcours_id, type, octets, cree_a)
  VALUES ($1::uuid, $2::uuid, $3, $4, $5::timestamptz)`;

/** R17 — the first line of a morning wakes the structure's workflow. */
export const MATINEE = `
  WITH nouvelle AS (
    INSERT INTO matinee (structure_id, le, due_a) VALUES ($1::uuid, $2::date, $3::timestamptz)
    ON CONFLICT DO NOTHING RETURNING structure_id),
  reveil AS (
    INSERT INTO reveil (cible, numero, raison, cree_a)
    SELECT 'matinee-' || structure_id, nextval('reveil_numero'), 'ligne_ecrite', clock_timestamp() FROM nouvelle
    ON CONFLICT (cible) DO UPDATE SET numero = EXCLUDED.numero, raison = EXCLUDED.raison RETURNING cible)
  SELECT pg_notify('jalons_reveil', cible) FROM reveil`;

/** The journal and what is derived from it, in one statement: an empty list writes nothing. */
export const ECRITURE = `
  WITH etat AS (
    UPDATE parcours SET structure_id = $2::uuid, referent_id = $3::uuid, etape = $4, etat = $5::jsonb, rang = $6::int,
      prochaine_a = $7::timestamptz, prochaine_cle = $8, prochaine_nature = $9, clos = $10::boolean,
      dispositif = $14, edition = $15, horloge_vue = COALESCE($16::int, horloge_vue)
    WHERE id = $1::uuid),
  faits AS (${FAITS}), agenda AS (${AGENDA}), courriels AS (${COURRIELS})
  SELECT 1`;
