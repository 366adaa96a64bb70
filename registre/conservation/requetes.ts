/** Nobody opens a parcours for her meanwhile: an opening waits on this row (FOR KEY SHARE of its foreign key). */
export const PERSONNE = 'SELECT efface_a, cree_a FROM beneficiaire WHERE id = $1::uuid FOR UPDATE';

/** An import that will list her again, or open for her, once somebody has confirmed it. */
export const IMPORT_EN_ATTENTE = `EXISTS (
  SELECT 1 FROM import i JOIN import_ligne l ON l.import_id = i.id AND l.id_externe = b.id_externe
  WHERE i.etat <> 'fini' AND l.etat IN ('a_inscrire', 'a_ouvrir'))`;

export const COURRIEL_EN_ATTENTE = `EXISTS (
  SELECT 1 FROM courriel c JOIN parcours p ON p.id = c.parcours_id
  WHERE p.beneficiaire_id = b.id AND c.etat IN ('a_envoyer', 'en_envoi'))`;

/** Read once her rows are locked: what stands now, not what stood when the wait began. */
export const ATTENTES = `
  SELECT (SELECT count(*)::int FROM parcours p WHERE p.beneficiaire_id = b.id) AS parcours,
    ${COURRIEL_EN_ATTENTE} AS courriel, ${IMPORT_EN_ATTENTE} AS import
  FROM beneficiaire b WHERE b.id = $1::uuid`;

/** Her mails and the digests of her structures, held until the end: how many are leaving at this very moment. */
export const ENVOIS = `
  SELECT count(*) FILTER (WHERE etat = 'en_envoi' AND bail_jusqua > clock_timestamp())::int AS en_cours
  FROM (SELECT etat, bail_jusqua FROM courriel
    WHERE parcours_id = ANY($1::uuid[])
      OR (parcours_id IS NULL AND structure_id = ANY($2::uuid[]) AND (octets IS NOT NULL OR etat = 'en_envoi'))
    ORDER BY id FOR UPDATE) AS tenus`;

/** A row of a file is hers by its external id; a row set aside has none: by what its cells say, name and id, or address. */
const SA_LIGNE = `(l.parcours_id = ANY($2::uuid[]) OR l.id_externe = b.id_externe
  OR EXISTS (SELECT 1 FROM unnest(l.cellules) c WHERE lower(btrim(c)) = lower(b.courriel))
  OR (EXISTS (SELECT 1 FROM unnest(l.cellules) c WHERE lower(btrim(c)) = lower(b.id_externe))
    AND EXISTS (SELECT 1 FROM unnest(l.cellules) c WHERE lower(btrim(c)) = lower(b.nom))))`;

const EN_ATTENTE = "l.etat IN ('a_inscrire', 'a_ouvrir')";

/**
 * R45 — every place of the base that may say who she is; each part reads what stood before the statement.
 * $1 person, $2 parcours, $3 structures, $4 and $5 what stands for her name, $6 now, $7 her ids, $8 the kept answer.
 */
export const EFFACE = `
  WITH b AS MATERIALIZED (SELECT * FROM beneficiaire WHERE id = $1::uuid),
  textes AS (DELETE FROM texte WHERE parcours_id = ANY($2::uuid[]) RETURNING 1),
  documents AS (DELETE FROM document WHERE parcours_id = ANY($2::uuid[]) RETURNING 1),
  liens AS (DELETE FROM lien WHERE beneficiaire_id = $1::uuid OR parcours_id = ANY($2::uuid[]) RETURNING 1),
  lignes AS (DELETE FROM ligne WHERE parcours_id = ANY($2::uuid[]) AND emise_a IS NULL RETURNING 1),
  courriels AS (
    UPDATE courriel SET octets = NULL, bail_jusqua = NULL,
      etat = CASE WHEN etat IN ('a_envoyer', 'en_envoi') THEN 'abandonne' ELSE etat END
    WHERE parcours_id = ANY($2::uuid[]) AND (octets IS NOT NULL OR etat IN ('a_envoyer', 'en_envoi')) RETURNING 1),
  recapitulatifs AS (
    UPDATE courriel SET octets = NULL
    WHERE parcours_id IS NULL AND structure_id = ANY($3::uuid[]) AND octets IS NOT NULL),
  imports AS (
    UPDATE import_ligne l SET cellules = array_fill(''::text, ARRAY[cardinality(l.cellules)]),
      id_externe = NULL, saisie = NULL, ouvre_a = NULL,
      raisons = '[{"colonne": "", "raison": "Cette personne a été effacée."}]',
      etat = CASE WHEN ${EN_ATTENTE} THEN 'rejetee' ELSE l.etat END,
      verdict = CASE WHEN ${EN_ATTENTE} THEN 'rejete' ELSE l.verdict END
    FROM b WHERE ${SA_LIGNE} RETURNING 1),
  reponses AS (
    UPDATE idempotence k SET statut = 409, reponse = $8::jsonb FROM b
    WHERE EXISTS (SELECT 1 FROM unnest($7::text[]) AS x(id) WHERE position(x.id IN k.reponse::text) > 0)
      AND (position(to_json(b.nom)::text IN k.reponse::text) > 0
        OR position(to_json(b.id_externe)::text IN k.reponse::text) > 0)),
  identite AS (
    UPDATE beneficiaire SET prenom = $4, nom = $5, courriel = NULL, telephone = NULL, adresse = NULL, preference = 'courriel',
      id_externe = 'efface:' || id, efface_a = $6::timestamptz
    WHERE id = $1::uuid)
  SELECT (SELECT count(*)::int FROM textes) AS textes, (SELECT count(*)::int FROM documents) AS documents,
    (SELECT count(*)::int FROM liens) AS liens, (SELECT count(*)::int FROM courriels) AS courriels,
    (SELECT count(*)::int FROM lignes) AS lignes, (SELECT count(*)::int FROM imports) AS imports`;
