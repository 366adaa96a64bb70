import { aujourdhui, type Contexte } from '../../parcours/contexte';
import type { Parcours } from '../../parcours/parcours';
import { plafondOf } from '../../parcours/plafond';
import { estQuestionEcrite, estSuiviAttendu, jourDuSuivi } from '../../parcours/suivi-sortie';
import { findPause } from '../../pauses/pause';
import type { Jours } from '../../rendez-vous/agenda';
import { jourAt } from '../../temps/heure-locale';
import { addJours } from '../../temps/jour';
import type { Redaction } from './matiere';

type ModeleDuSuivi = 'pause' | 'reprise' | 'fin_accompagnement' | 'suivi_sortie';

/** R19–R21, R33–R35 — the accompaniment stops, goes on, ends, and what follows its end. */
export const redactionsDuSuivi: { readonly [M in ModeleDuSuivi]: Redaction<M> } = {
  pause(voulu, { p, ctx, commun }) {
    const pause = findPause(p, voulu.cle);
    const du = pause?.du ?? aujourdhui(ctx);
    return {
      ...commun,
      modele: 'pause',
      du,
      au: pause?.au ?? null,
      excusees: excuseesDepuis(p, ctx, { du, au: pause?.declareeLe ?? du }),
      finLe: plafondOf(p, ctx),
    };
  },
  reprise(voulu, { p, ctx, commun }) {
    const au = findPause(p, voulu.cle)?.au ?? null;
    const le = au === null ? aujourdhui(ctx) : addJours(au, 1);
    return { ...commun, modele: 'reprise', le, finLe: plafondOf(p, ctx) };
  },
  fin_accompagnement: (_, { p, ctx, commun, suivant }) => ({
    ...commun,
    modele: 'fin_accompagnement',
    le: p.sortie?.le ?? aujourdhui(ctx),
    suivant,
    suiviLe: estSuiviAttendu(p) && estQuestionEcrite(p) ? jourDuSuivi(p, ctx) : null,
  }),
  suivi_sortie: (voulu, { p, ctx, commun }) => ({
    ...commun,
    modele: 'suivi_sortie',
    sortieLe: p.sortie?.le ?? aujourdhui(ctx),
    // `suivi:1`, then `suivi:2` (house 6).
    rappel: voulu.cle.endsWith(':2'),
  }),
};

/** R21 — appointments missed between the first day of a pause and the day on which it was declared. */
function excuseesDepuis(p: Parcours, ctx: Contexte, { du, au }: Jours) {
  return p.rendezVous
    .filter((r) => r.issue?.statut === 'excuse' && r.issue.corrige)
    .map((r) => r.creneau.debut)
    .filter((debut) => {
      const le = jourAt(debut, ctx.zone);
      return du <= le && le <= au;
    });
}
