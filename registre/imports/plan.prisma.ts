import type { Salve } from '../salve';

/** When the import should act next, for whoever watches over it: reconciliation, a walk of the clock. */
const PLAN = `
  UPDATE import i SET prochaine_a = CASE
    WHEN EXISTS (SELECT 1 FROM import_ligne l WHERE l.import_id = i.id AND l.etat = 'a_inscrire') THEN i.confirme_a
    ELSE COALESCE((SELECT min(l.ouvre_a) FROM import_ligne l WHERE l.import_id = i.id AND l.etat = 'a_ouvrir'), i.confirme_a) END
  WHERE i.id = $1::uuid AND i.etat = 'en_cours'`;
export const scheduleImport = (tx: Salve, id: string) =>
  tx.write({ name: 'import_plan', text: PLAN, values: [id] });
