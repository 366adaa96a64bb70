import { absenceCorrigee, deuxAbsences, motifApresCoup, pauseRetroactive, retour } from './absences-suivies';
import { pointDeplace } from './revisions';
import { versLEmploi } from './programme-emploi';
import {
  heureDEte,
  maladieAuPlafond,
  outreMer,
  suivi,
  trenteEtUnAout,
  vingtNeufFevrier,
} from './calendriers';
import { deces, finDeFenetre, referentPart, reorientation } from './changements';
import type { Vie } from './vie';

/** One life at least for each situation of the whole law. */
export const viesDeLaLoi: readonly Vie[] = [
  deuxAbsences,
  motifApresCoup,
  retour,
  absenceCorrigee,
  pauseRetroactive,
  referentPart,
  reorientation,
  finDeFenetre,
  deces,
  maladieAuPlafond,
  trenteEtUnAout,
  vingtNeufFevrier,
  outreMer,
  heureDEte,
  suivi,
  pointDeplace,
  versLEmploi,
];
