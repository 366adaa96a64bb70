import { limiteReponse } from '../../domain/obligations/echeances-manquement';
import { findManquementOuvert } from '../../domain/obligations/manquement';
import type { Contexte } from '../../domain/parcours/contexte';
import type { Demande } from '../../domain/parcours/demandes';
import type { Parcours } from '../../domain/parcours/parcours';
import type { CivilDate } from '../../domain/temps/jour';
import { recordBilansDus } from './bilans';
import { aRenseigner, recordPresence, signSiRecu, type Vie } from './vie';

/** The text of a decision is a person's: the oracle only knows that there is one. */
const TEXTE = '00000000-0000-5000-8000-000000000001';

/** From the third appointment on, nobody comes; the référent climbs the ladder by hand, rung by rung. */
export const absences: Vie = {
  code: 'absences',
  titre: 'Des absences, jusqu’au signalement confirmé, puis le retour',
  idExterne: 'VAR-0002',
  joue: (p, ctx, le) => [
    ...signSiRecu(p, ctx, le),
    ...aRenseigner(p, ctx).map((r) => recordPresence(r, estLa(r.id, le) ? 'honore' : 'absent')),
    ...decideEchelon(p, ctx, le),
    ...recordBilansDus(p, ctx, le, 0, 'reviser'),
  ],
};

function estLa(rendezVousId: number, le: CivilDate): boolean {
  return rendezVousId <= 2 || le >= '2025-10-01';
}

function decideEchelon(p: Parcours, ctx: Contexte, le: CivilDate): readonly Demande[] {
  const m = findManquementOuvert(p.manquements, 'absence');
  if (m === null) return [];
  const limite = limiteReponse(m, 'demande_motif', p, ctx);
  if (m.etat.etat === 'motif_demande' && limite !== null && le > limite)
    return [{ type: 'qualifyMotif', manquement: m.id, qualification: 'sans_reponse', texteId: null }];
  if (m.etat.etat === 'signalement_propose')
    return [{ type: 'confirmSignalement', manquement: m.id, texteId: TEXTE }];
  return [];
}
