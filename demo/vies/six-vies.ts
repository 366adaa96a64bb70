import { absences } from './absences';
import { bilanTardif } from './bilan-tardif';
import { emploi } from './emploi';
import { plafond } from './plafond';
import { statutOublie } from './statut-oublie';
import { tranquille } from './tranquille';
import type { Vie } from './vie';

export const sixVies: readonly Vie[] = [tranquille, absences, statutOublie, bilanTardif, plafond, emploi];
