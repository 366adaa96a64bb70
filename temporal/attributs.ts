import { temporal } from '@temporalio/proto';

const { INDEXED_VALUE_TYPE_KEYWORD } = temporal.api.enums.v1.IndexedValueType;

/** The search attributes of a parcours. Values are never encrypted: codes, opaque ids and days only. */
export const ATTRIBUTS_DE_RECHERCHE = {
  JalonsEtape: INDEXED_VALUE_TYPE_KEYWORD,
  JalonsDispositif: INDEXED_VALUE_TYPE_KEYWORD,
  JalonsStructure: INDEXED_VALUE_TYPE_KEYWORD,
  JalonsReferent: INDEXED_VALUE_TYPE_KEYWORD,
  /** The day of the next échéance (`2025-03-31`). */
  JalonsProchaine: INDEXED_VALUE_TYPE_KEYWORD,
  JalonsAlerte: INDEXED_VALUE_TYPE_KEYWORD,
} as const;
