import { addJoursOuvres, joursAvant, reporteAuJourOuvre } from '../temps/calendrier';
import { addDuree, plusTard, type CivilDate } from '../temps/jour';
import { decalageOf, decale } from '../pauses/pause';
import { avertissement, escalades } from './avertissements';
import type { Regles } from './contexte';
import type { Echeance } from './echeance';
import type { Parcours } from './parcours';

/** R13 — last day to sign the contrat: one month from the notification of orientation (D.5411-14-1), moved by R04. */
export function limiteSignature(
  p: Pick<Parcours, 'pauses'> & { readonly orientation: Pick<Parcours['orientation'], 'notifieeLe'> },
  { dispositif, zone }: Regles,
): CivilDate {
  const { notifieeLe } = p.orientation;
  return reporteAuJourOuvre(
    decale(p.pauses, notifieeLe, addDuree(notifieeLe, dispositif.contrat.delai)),
    zone,
  );
}

/** R13 — reminders before the deadline, then the delay told to the référent, to the manager, and R12. */
export function* echeancesContrat(
  p: Pick<Parcours, 'id' | 'contrat' | 'orientation' | 'pauses'>,
  r: Regles,
): Iterable<Echeance> {
  if (p.contrat !== null) return;
  const { rappels, retardReferentJoursOuvres, retardResponsableJoursOuvres } = r.dispositif.contrat;
  const limite = limiteSignature(p, r);
  const cle = `contrat:${p.orientation.rang}`;
  const sansPause = limiteSignature({ ...p, pauses: [] }, r);
  const decalage = decalageOf(sansPause, limite);
  // What is late already when it is recorded is said from that day on, to each in turn: nobody could act before.
  const { connueLe } = p.orientation;
  const tardif = plusTard(limite, connueLe);
  const decalageTardif = decalageOf(plusTard(sansPause, connueLe), tardif);
  const auReferent = { nature: 'contrat', pour: ['referent'], serie: `${cle}:referent` } as const;
  for (const n of rappels) {
    const duLe = joursAvant(limite, n, r.zone);
    yield avertissement(p.id, r, {
      cle: `${cle}:rappel:${n}${decalage}`,
      duLe,
      avis: 'contrat_a_signer',
      ...auReferent,
    });
  }
  yield avertissement(p.id, r, {
    cle: `${cle}:retard:${retardReferentJoursOuvres}${decalageTardif}`,
    duLe: addJoursOuvres(tardif, retardReferentJoursOuvres, r.zone),
    avis: 'contrat_en_retard',
    ...auReferent,
  });
  const retard = addJoursOuvres(tardif, retardResponsableJoursOuvres, r.zone);
  const auResponsable = {
    nature: 'contrat',
    avis: 'contrat_en_retard',
    serie: `${cle}:responsable`,
  } as const;
  yield avertissement(p.id, r, {
    cle: `${cle}:retard:${retardResponsableJoursOuvres}${decalageTardif}`,
    duLe: retard,
    pour: ['responsable'],
    ...auResponsable,
  });
  yield* escalades(p.id, r, retard, { cle, decalage: decalageTardif, ...auResponsable });
}
