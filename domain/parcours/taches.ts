import { estEffacee } from '../conservation/effacement';
import { tachesEngagement } from '../engagement/taches-engagement';
import type { Instant } from '../temps/instant';
import { aujourdhui, type Regles } from './contexte';
import type { Echeance } from './echeance';
import type { Parcours } from './parcours';
import { compareTaches, type Tache } from './tache';
import { tachesLettre, tachesManquement } from './taches-manquement';
import { tachesAReplacer, tachesCreneau, tachesStatut } from './taches-rendez-vous';
import { tachesFenetre, tachesSuiviSortie } from './taches-sortie';
import { tachesDeces } from './deces';
import { tachesEmploi } from './emploi';
import { tachesSilence } from './silence';
import { tachesReponse } from '../reponses/taches-reponse';
import { tachesPause } from '../pauses/taches-pause';
import { tachesBilan, tachesContrat, tachesPlafond, tachesReferent } from './taches-suivi';

/** What professionals still have to do for this parcours, the most urgent first. */
export function tachesOf(
  p: Parcours,
  echeances: readonly Echeance[],
  r: Regles,
  maintenant: Instant,
): readonly Tache[] {
  if (estEffacee(p)) return [];
  const le = aujourdhui({ maintenant, zone: r.zone });
  if (p.sortie !== null)
    return [...tachesSuiviSortie(p, r, le), ...tachesLettre(p, r, maintenant)].sort(compareTaches);
  return [
    ...tachesReferent(p, r),
    ...tachesDeces(p, r),
    ...tachesStatut(p, r, maintenant),
    ...tachesReponse(p, r, maintenant),
    ...tachesContrat(p, r, le),
    ...tachesAReplacer(p, r, maintenant),
    ...tachesCreneau(p, echeances, r),
    ...tachesBilan(p, r, le),
    ...tachesPause(p, r, le),
    ...tachesPlafond(p, r, le),
    ...tachesSilence(p, r, le),
    ...tachesEmploi(p, r, le),
    ...tachesFenetre(p, r, le),
    ...tachesEngagement(p, r, le),
    ...tachesManquement(p, r, le),
    ...tachesLettre(p, r, maintenant),
  ].sort(compareTaches);
}
