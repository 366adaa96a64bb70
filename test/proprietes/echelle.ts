import type { FaitInscrit } from '../../domain/parcours/faits';
import { addJoursOuvres, reporteAuJourOuvre } from '../../domain/temps/calendrier';
import { jourAt } from '../../domain/temps/heure-locale';
import { addJours, type CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import type { Dossier, Monde } from '../domain/monde';
import { exige } from './faute';

/** What one ladder has gone through, read from the journal alone: this file knows R14 and not its code. */
type Trace = {
  ouvertLe: CivilDate;
  demande: boolean;
  qualification: 'non_legitime' | 'sans_reponse' | null;
  relances: number;
  propose: boolean;
  remises: Partial<Record<string, CivilDate>>;
};

/** R14 — no rung without the deadline of the one before, nor without the human who stands between two rungs. */
export function verifieEchelle({ journal }: Dossier, { zone }: Monde): void {
  const traces = new Map<number, Trace>();
  for (const inscrit of journal) {
    const { fait } = inscrit;
    const le = jourAt(inscrit.a, zone);
    if (fait.type === 'manquement_ouvert') {
      traces.set(fait.manquement, {
        ouvertLe: le,
        demande: false,
        qualification: null,
        relances: 0,
        propose: false,
        remises: {},
      });
      continue;
    }
    if (fait.type === 'remise_constatee' && fait.lettre !== null) {
      const trace = traces.get(fait.lettre.manquement);
      if (trace !== undefined) trace.remises[fait.lettre.nom] = fait.le;
    }
    if (!('manquement' in fait)) continue;
    const t = traces.get(fait.manquement);
    exige(t !== undefined, 'R14 — un échelon d’un manquement jamais ouvert', inscrit);
    if (t !== undefined) monte(t, inscrit, le, zone);
  }
}

function monte(t: Trace, inscrit: FaitInscrit, le: CivilDate, zone: CodeZone): void {
  const { fait, par } = inscrit;
  const humain = par.startsWith('agent:');
  switch (fait.type) {
    case 'motif_demande':
      exige(
        le >= addJoursOuvres(t.ouvertLe, 1, zone),
        'R14 — le motif n’est pas demandé le jour même',
        inscrit,
      );
      t.demande = true;
      return;
    case 'motif_qualifie':
      exige(humain, 'R14 — un humain qualifie', inscrit);
      if (fait.qualification === 'legitime') return;
      exige(t.demande, 'R14 — le motif a d’abord été demandé', inscrit);
      if (fait.qualification === 'sans_reponse')
        exige(
          fini(t.remises['demande_motif'], 7, le, zone),
          'R14 — la personne pouvait encore répondre',
          inscrit,
        );
      t.qualification = fait.qualification;
      return;
    case 'relance_envoyee':
      t.relances += 1;
      exige(fait.rang === t.relances, 'R14 — les relances se suivent', inscrit);
      if (fait.rang === 1)
        exige(humain && t.qualification !== null, 'R14 — un humain fait partir la première', inscrit);
      else exige(echu(t.remises['relance_1'], 15, le, zone), 'R14 — la seconde attend quinze jours', inscrit);
      return;
    case 'signalement_propose':
      exige(t.relances === 2, 'R14 — deux relances avant de proposer', inscrit);
      exige(echu(t.remises['relance_2'], 15, le, zone), 'R14 — la proposition attend quinze jours', inscrit);
      t.propose = true;
      return;
    case 'signalement_confirme':
      exige(humain && t.propose, 'R14 — rien n’est transmis sans un humain', inscrit);
      return;
    case 'signalement_reporte':
      exige(humain && t.propose, 'R14 — un humain reporte', inscrit);
      t.propose = false;
      return;
    default:
  }
}

/** So many days from the delivery, moved by R04, are over: a human may say so on any day. */
function fini(remise: CivilDate | undefined, jours: number, le: CivilDate, zone: CodeZone): boolean {
  return remise !== undefined && le > reporteAuJourOuvre(addJours(remise, jours), zone);
}

/** The working day after so many days from the delivery, moved by R04, has come. */
function echu(remise: CivilDate | undefined, jours: number, le: CivilDate, zone: CodeZone): boolean {
  return (
    remise !== undefined && le >= addJoursOuvres(reporteAuJourOuvre(addJours(remise, jours), zone), 1, zone)
  );
}
