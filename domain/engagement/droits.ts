import { avertissement } from '../parcours/avertissements';
import type { Regles } from '../parcours/contexte';
import type { Echeance } from '../parcours/echeance';
import type { Parcours } from '../parcours/parcours';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import { addJoursOuvres } from '../temps/calendrier';
import type { CivilDate } from '../temps/jour';
import type { DemandeEngagementDe } from './demandes-engagement';

/** R29 — a moment at which rights are looked at: 0 for the contrat, n for the bilan n, and the day from which it counts. */
export type MomentDroits = { readonly moment: number; readonly depuis: CivilDate };

/** R29 — the contrat once it is recorded, then each bilan that was held. */
export function momentsDroits(p: Pick<Parcours, 'engagement'>): readonly MomentDroits[] {
  return Object.entries(p.engagement.moments).map(([moment, depuis]) => ({
    moment: Number(moment),
    depuis,
  }));
}

/** R29 — the moments whose list is still empty. */
export function momentsVides(p: Pick<Parcours, 'engagement'>): readonly MomentDroits[] {
  return momentsDroits(p).filter(({ moment }) => p.engagement.droits[moment] === undefined);
}

/** R29 — one line of the digest for each list that stays empty; nothing more: it is help, not a duty of the person. */
export function* echeancesDroits(p: Pick<Parcours, 'id' | 'engagement'>, r: Regles): Iterable<Echeance> {
  const { apresJoursOuvres } = r.dispositif.droits;
  for (const { moment, depuis } of momentsVides(p)) {
    const cle = `droits:${moment}`;
    yield avertissement(p.id, r, {
      nature: 'engagement',
      cle: `${cle}:rappel:${apresJoursOuvres}`,
      duLe: addJoursOuvres(depuis, apresJoursOuvres, r.zone),
      avis: 'droits_a_examiner',
      pour: ['referent'],
      serie: cle,
    });
  }
}

/** R29 — which rights were looked at, asked for, opened, refused. Written again, the list replaces the former one. */
export function recordDroits(d: DemandeEngagementDe<'recordDroits'>, p: Parcours): Verdict {
  if (p.contrat === null) return refuse({ code: 'contrat_absent' });
  if (!momentsDroits(p).some(({ moment }) => moment === d.moment)) return refuse({ code: 'bilan_inconnu' });
  if (Object.keys(d.droits).length === 0) return refuse({ code: 'droits_vides' });
  return accepte({ type: 'droits_examines', moment: d.moment, droits: d.droits });
}

/** « au contrat », « au bilan n° 2 ». */
export function momentDit(moment: number): string {
  return moment === 0 ? 'au contrat' : `au bilan n° ${moment}`;
}
