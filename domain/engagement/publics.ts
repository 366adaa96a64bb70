import { avertissement } from '../parcours/avertissements';
import type { Contexte, Regles } from '../parcours/contexte';
import type { Echeance } from '../parcours/echeance';
import type { Parcours } from '../parcours/parcours';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import type { Refus } from '../refus';
import { addJoursOuvres } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import type { CivilDate } from '../temps/jour';
import type { CodePublic } from './codes';
import type { DemandeEngagementDe } from './demandes-engagement';

/** R41 — publics are said where the programme names some, among those that it names. */
export function findRefusPublics(
  publics: readonly CodePublic[],
  { dispositif }: Pick<Regles, 'dispositif'>,
): Refus | null {
  const prioritaires: readonly string[] = dispositif.publics?.prioritaires ?? [];
  const dits = dispositif.publics !== null && publics.every((x) => prioritaires.includes(x));
  return dits ? null : { code: 'hors_dispositif' };
}

/** R41 — what was seen with the person, in the order of the programme; a new answer replaces the former one. */
export function assignPublics(d: DemandeEngagementDe<'assignPublics'>, p: Parcours, ctx: Contexte): Verdict {
  const refus = findRefusPublics(d.publics, ctx);
  if (refus !== null) return refuse(refus);
  const publics = listPublics(d.publics, ctx);
  if (p.engagement.publics?.join() === publics.join()) return refuse({ code: 'rien_a_corriger' });
  return accepte({ type: 'publics_indiques', publics });
}

export function listPublics(
  publics: readonly CodePublic[],
  { dispositif }: Pick<Regles, 'dispositif'>,
): readonly CodePublic[] {
  return (dispositif.publics?.prioritaires ?? []).filter((x) => publics.includes(x));
}

/** R41 — the day from which an answer is expected: once the contrat is recorded; null where none is. */
export function jourDesPublics(
  p: Pick<Parcours, 'contrat' | 'engagement'>,
  { dispositif, zone }: Regles,
): CivilDate | null {
  const attendue = dispositif.publics !== null && p.engagement.publics === null && p.contrat !== null;
  return attendue ? jourAt(p.contrat.enregistreA, zone) : null;
}

/** R41 — one line of the digest, and nothing more: it says whom the programme reaches, it asks nothing of the person. */
export function* echeancesPublics(
  p: Pick<Parcours, 'id' | 'contrat' | 'engagement'>,
  r: Regles,
): Iterable<Echeance> {
  const depuis = jourDesPublics(p, r);
  if (depuis === null || r.dispositif.publics === null) return;
  const { apresJoursOuvres } = r.dispositif.publics;
  yield avertissement(p.id, r, {
    nature: 'engagement',
    cle: `publics:rappel:${apresJoursOuvres}`,
    duLe: addJoursOuvres(depuis, apresJoursOuvres, r.zone),
    avis: 'publics_a_indiquer',
    pour: ['referent'],
    serie: 'publics',
  });
}
