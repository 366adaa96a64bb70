/**
 * The form of the stored state: what the fold writes and where the next échéance is read. One more each time either
 * changes, so that what an older version kept is rebuilt from its journal at the next start
 * (docs/exploitation/reconstruire.md).
 */
export const FORME = 2;
