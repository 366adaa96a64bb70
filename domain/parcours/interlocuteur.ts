import type { CourrielVoulu } from '../courriels/courriel';
import type { CivilDate } from '../temps/jour';
import type { Parcours } from './parcours';
import { lecteurOf } from './lecteur';

/**
 * R18, R22, R24 — whom a mail names, and who gets its answer: for the person, the référent who holds the appointment
 * of which it speaks, else the one who follows the parcours that day; for professionals, the latter.
 */
export function interlocuteurOf(
  p: Pick<Parcours, 'referent' | 'remplacements' | 'rendezVous'>,
  { destinataire, rendezVousId }: Pick<CourrielVoulu, 'destinataire' | 'rendezVousId'>,
  le: CivilDate,
): string | null {
  const rdv = destinataire === 'personne' ? p.rendezVous.find((r) => r.id === rendezVousId) : undefined;
  return rdv?.referentId ?? lecteurOf(p, le);
}
