import { bilansPrevus } from '../parcours/bilan';
import type { Regles } from '../parcours/contexte';
import { statutsRendezVous, type StatutRendezVous } from '../rendez-vous/rendez-vous';
import { type GestePermis } from '../parcours/gestes';
import type { Parcours } from '../parcours/parcours';
import { findJourHorsPause, findPauseDu } from '../pauses/pause';
import { plusTot, type CivilDate } from '../temps/jour';
import { estEnPause, findStatut, jourDuPremier } from './rendez-vous';

/** R32 — corrections: the values that the law accepts now. */
export type DemandesCorrection = {
  readonly correctOrientation: { readonly notifieeLe: CivilDate; readonly au: CivilDate };
  readonly correctStatut: {
    readonly rendezVous: readonly { readonly id: number; readonly statut: StatutRendezVous }[];
    readonly statuts: readonly StatutRendezVous[];
  };
  readonly correctRendezVous: {
    readonly rendezVous: readonly number[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly recordRendezVous: {
    readonly statuts: readonly StatutRendezVous[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly correctContrat: { readonly signeLe: CivilDate; readonly du: CivilDate; readonly au: CivilDate };
  readonly correctBilan: {
    readonly bilans: readonly {
      readonly rang: number;
      readonly tenuLe: CivilDate;
      readonly du: CivilDate;
    }[];
    readonly au: CivilDate;
  };
};

/** R32 — what was recorded and may be put right today. */
export function* gestesCorrection(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const renseignes = p.rendezVous.flatMap((rdv) => {
    const statut = findStatut(rdv);
    return statut === null || estEnPause(p, rdv.creneau.debut, r) ? [] : [{ id: rdv.id, statut }];
  });
  const du = jourDuPremier(p, r);
  const enPause = findPauseDu(p.pauses, le) !== null;
  if (renseignes.length > 0)
    yield { geste: 'correctStatut', rendezVous: renseignes, statuts: statutsRendezVous };
  if (renseignes.length > 0 && !enPause) {
    yield { geste: 'correctRendezVous', rendezVous: renseignes.map(({ id }) => id), du, au: le };
  }
  if (p.referent !== null && !enPause)
    yield { geste: 'recordRendezVous', statuts: statutsRendezVous, du, au: le };
  const { notifieeLe } = p.orientation;
  yield {
    geste: 'correctOrientation',
    notifieeLe,
    au: p.contrat === null ? le : plusTot(le, p.contrat.signeLe),
  };
  if (p.contrat !== null) {
    const [signeLe, premier] = [p.contrat.signeLe, p.orientation.notifieeLe];
    const [, revision] = p.engagement.versions;
    const au = revision === undefined ? le : plusTot(le, revision.le);
    if (premier < au || signeLe !== au) yield { geste: 'correctContrat', signeLe, du: premier, au };
  }
  const au = findJourHorsPause(p.pauses, le, 'avant');
  const tenus = p.bilans.flatMap(({ rang, tenuLe }) => {
    const prevu = bilansPrevus(p, r).find((b) => b.rang === rang);
    const du = prevu === undefined ? null : findJourHorsPause(p.pauses, prevu.annonceLe, 'apres');
    const reste = du !== null && au !== null && du <= au && (du < au || tenuLe !== au);
    return reste ? [{ rang, tenuLe, du }] : [];
  });
  if (tenus.length > 0 && au !== null) yield { geste: 'correctBilan', bilans: tenus, au };
}
