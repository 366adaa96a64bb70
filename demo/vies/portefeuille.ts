import { instantAt, jourAt } from '../../domain/temps/heure-locale';
import { jour, type CivilDate } from '../../domain/temps/jour';
import type { Contexte } from '../../domain/parcours/contexte';
import type { Demande } from '../../domain/parcours/demandes';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Passage } from '../../domain/transferts/transfert';
import { idDeLApi } from '../identite';
import { SOIR, type Passation, type VieSuivie } from '../oracle/histoire';
import { aRenseigner, recordPresence, signSiRecu, type Vie } from './vie';

const CODE = 'portefeuille';

/** How many people follow the référent from the first day; one more is confided to her during her leave. */
export const SUIVIS = 40;

export const OUVERTURE = jour('2026-05-04');
/** R24 — a week of leave, the first in which they would be received; Ascension is in it. */
export const CONGE = { du: jour('2026-05-11'), au: jour('2026-05-15') };
export const ARRIVEE = jour('2026-05-13');
/** R23 — back for two days, then gone for good. */
export const DEPART = jour('2026-05-19');

/** The replacement writes nothing on that evening: it is to him that the presences are asked (R11, R24). */
const OUBLI = jour('2026-05-12');
/** The operation ends with the month of June: whoever is received from that day on is received for the last time. */
const DERNIERS = jour('2026-06-08');

function joue(p: Parcours, ctx: Contexte, le: CivilDate): readonly Demande[] {
  const passes = aRenseigner(p, ctx).filter(
    (r) => le !== OUBLI || jourAt(r.creneau.debut, ctx.zone) !== OUBLI,
  );
  return [
    ...signSiRecu(p, ctx, le),
    ...passes.map((r) => recordPresence(r)),
    ...(le >= DERNIERS && passes.length > 0
      ? [{ type: 'exitParcours', motif: 'fin_operation', le } as const]
      : []),
  ];
}

/** R23, R24 — one référent and all her people, who meet her leave, her return and her departure. */
export const portefeuille: readonly Vie[] = Array.from({ length: SUIVIS + 1 }, (_, i) => {
  const ouvertLe = i < SUIVIS ? OUVERTURE : ARRIVEE;
  return {
    code: CODE,
    titre: 'Une référente en congé, remplacée, puis partie, avec quarante personnes',
    idExterne: `VAR-${1001 + i}`,
    lieu: 4,
    debut: { ouvertLe, notifieeLe: jour('2026-04-27') },
    joue,
  };
});

/** Her leave is confirmed on the first evening, her departure on the last one: nobody else touches them (R23, R24). */
export function passationsOf(suivies: readonly VieSuivie[]): readonly Passation[] {
  const [deId, versId] = suivies.find(({ vie }) => vie.code === CODE)?.autour?.equipe ?? [];
  if (deId === undefined || versId === undefined) return [];
  const passation = (rang: number, le: CivilDate, passage: Passage): Passation => ({
    a: instantAt(le, SOIR, 'metropole'),
    vie: CODE,
    transfert: { id: idDeLApi(`transfert:${deId}:${rang}`), deId, versId, passage },
  });
  return [
    passation(1, OUVERTURE, { genre: 'remplacement', ...CONGE }),
    passation(2, DEPART, { genre: 'definitif', motif: 'depart' }),
  ];
}
