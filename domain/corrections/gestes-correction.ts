import { bilansPrevus } from '../parcours/bilan';
import type { Regles } from '../parcours/contexte';
import { statutsRendezVous } from '../rendez-vous/rendez-vous';
import { type GestePermis } from '../parcours/gestes';
import type { Parcours } from '../parcours/parcours';
import { findPauseDu } from '../pauses/pause';
import type { CivilDate } from '../temps/jour';
import { estEnPause, findStatut, jourDuPremier } from './rendez-vous';

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
  if (p.contrat !== null) {
    const [signeLe, premier] = [p.contrat.signeLe, p.orientation.notifieeLe];
    if (premier < le || signeLe !== le) yield { geste: 'correctContrat', signeLe, du: premier, au: le };
  }
  const tenus = p.bilans.flatMap(({ rang, tenuLe }) => {
    const prevu = bilansPrevus(p, r).find((b) => b.rang === rang);
    const reste = prevu !== undefined && (prevu.annonceLe < le || tenuLe !== le) && prevu.annonceLe <= le;
    return reste ? [{ rang, tenuLe, du: prevu.annonceLe }] : [];
  });
  if (tenus.length > 0) yield { geste: 'correctBilan', bilans: tenus, au: le };
}
