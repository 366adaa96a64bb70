import { conclude, findSelonPreference, type Conclusion } from '../parcours/conclusion';
import type { Contexte } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import type { CourrielVoulu } from './courriel';
import { findRemplacant, raisonPeremption } from './perime';

/**
 * R09, R14, R43 — what becomes of a mail whose reason has gone while it waited, or that is not wanted any more: the
 * journal says that it was dropped, and what it alone would have said leaves instead. Null when it may leave.
 */
export function dropSiPerime(voulu: CourrielVoulu, p: Parcours, ctx: Contexte): Conclusion | null {
  const auteur = { par: 'jalons', a: ctx.maintenant, echeance: null } as const;
  const raison = raisonPeremption(voulu, p, ctx);
  if (raison === null) {
    const fait = voulu.destinataire === 'personne' ? findSelonPreference(voulu, ctx) : null;
    return fait === null ? null : conclude(p.id, p, [fait], auteur, ctx);
  }
  const fait = { type: 'courriel_abandonne', courrielCle: voulu.cle, raison } as const;
  const conclusion = conclude(p.id, p, [fait], auteur, ctx);
  const remplacant = findRemplacant(voulu, p, ctx);
  return remplacant === null
    ? conclusion
    : { ...conclusion, courriels: [...conclusion.courriels, remplacant] };
}
