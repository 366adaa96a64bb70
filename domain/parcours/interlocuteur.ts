import type { CourrielVoulu } from '../courriels/courriel';
import type { Parcours } from './parcours';

/**
 * R18, R22 — whom a mail names, and who gets its answer: for the person, the référent who holds the appointment of
 * which it speaks, else the one who follows the parcours; for professionals, the one who follows it.
 */
export function interlocuteurOf(
  p: Pick<Parcours, 'referent' | 'rendezVous'>,
  { destinataire, rendezVousId }: Pick<CourrielVoulu, 'destinataire' | 'rendezVousId'>,
): string | null {
  const rdv = destinataire === 'personne' ? p.rendezVous.find((r) => r.id === rendezVousId) : undefined;
  return rdv?.referentId ?? p.referent?.id ?? null;
}
