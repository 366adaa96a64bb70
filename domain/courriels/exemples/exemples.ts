import { exemplesAccompagnement } from './accompagnement';
import { exemplesEtapes } from './etapes';
import { exemplesObligations } from './obligations';
import type { Exemple } from './personnages';
import { exemplesProfessionnels } from './professionnels';
import { exemplesRendezVous } from './rendez-vous';
import { exemplesSortie } from './sortie';

export type { Exemple };

/** R18 — every modèle, in a rich form and a minimal one: the approved texts and the gallery read the same ones. */
export const exemples: readonly Exemple[] = [
  ...exemplesRendezVous,
  ...exemplesAccompagnement,
  ...exemplesEtapes,
  ...exemplesObligations,
  ...exemplesSortie,
  ...exemplesProfessionnels,
];
