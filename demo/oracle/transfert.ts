import { etapeOf } from '../../domain/parcours/parcours';
import type { Acteur } from '../../domain/parcours/faits';
import { jourAt } from '../../domain/temps/heure-locale';
import { demandeOf, type Transfert } from '../../domain/transferts/transfert';
import { ask } from './marche';
import { getDuMonde, type Monde } from './monde';

/**
 * R23, R24 — a person has confirmed: every parcours of a référent passes, one after the other by ascending id, each
 * asked as if it were alone; then one summary on each side. A replacement declares the absence first.
 */
export function transferPortefeuille(m: Monde, t: Transfert, par: Acteur): void {
  const { structureId } = getDuMonde(m.referents, t.deId);
  const { zone } = getDuMonde(m.structures, structureId);
  if (t.passage.genre === 'remplacement') {
    const de = getDuMonde(m.referents, t.deId);
    const { du, au } = t.passage;
    m.referents.set(de.id, { ...de, absences: [...de.absences, { du, au }] });
    const pret = { id: t.id, referentId: t.versId, du, au };
    m.remplacements.set(de.id, [...(m.remplacements.get(de.id) ?? []), pret]);
  }
  for (const parcoursId of listConfies(m, t.deId))
    ask(m, parcoursId, demandeOf(t, jourAt(m.maintenant, zone)), par);
  for (const cote of ['de', 'vers'])
    m.courriels.push({
      ...{ parcoursId: null, structureId, revision: null, voulu: null, a: m.maintenant },
      ...{ cle: `transfert:${t.id}:${cote}`, modele: 'transfert', destinataire: 'referent' },
    });
}

/** Those that are open, and those whose follow-up is awaited (R34). */
function listConfies(m: Monde, referentId: string): readonly string[] {
  return [...m.parcours]
    .filter(([, { etat, prochaine }]) => {
      const attendu = etat.sortie === null || prochaine !== null || etapeOf(etat) === 'suivi_sortie';
      return etat.referent?.id === referentId && attendu;
    })
    .map(([id]) => id)
    .sort();
}
