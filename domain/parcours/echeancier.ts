import { echeancesConstat, echeancesEtape } from '../engagement/constats';
import { echeancesDroits } from '../engagement/droits';
import { echeancesPointLegal } from '../engagement/point-legal';
import { echeancesPublics } from '../engagement/publics';
import { echeancesManquement } from '../obligations/echeances-manquement';
import { echeancesPause, echeanceHorsPause } from '../pauses/echeances-pause';
import { echeancesMois } from '../rendez-vous/mois';
import { echeancesPlanification } from '../rendez-vous/planification';
import { echeancesRappel, echeancesStatut } from '../rendez-vous/rappels';
import type { Dispositif } from '../dispositifs/definir-dispositif';
import type { Instant } from '../temps/instant';
import { memoizeParObjet } from '../temps/memoire';
import type { CodeZone } from '../temps/zones';
import { echeancesBilan } from './bilan';
import type { Regles } from './contexte';
import { echeancesContrat } from './contrat';
import { compareEcheances, type Echeance } from './echeance';
import type { Parcours } from './parcours';
import { echeancesFenetre } from './fenetre';
import { echeancesEmploi } from './emploi';
import { echeancesSilence } from './silence';
import { echeancesPlafond } from './plafond';
import { echeancesSuiviSortie } from './suivi-sortie';
import { sujet, type EcheancesDe } from './sujet';

/** All that time may still bring to this parcours, soonest first: a function of its state alone. */
export function echeancier(p: Parcours, r: Regles): readonly Echeance[] {
  return connu(p, r.dispositif, r.zone);
}

/** The states of one decision: what was read, what was due and honoured, what is asked. */
const ETATS = 8;

/** A state never changes: its échéances are computed once, however often they are read in one decision. */
const connu = memoizeParObjet(ETATS, (p: Parcours, dispositif: Dispositif, zone: CodeZone) =>
  findEcheances(p, { dispositif, zone }),
);

function findEcheances(p: Parcours, r: Regles): readonly Echeance[] {
  const echeances: Echeance[] = [];
  for (const echeancesDe of p.sortie === null ? SUJETS : APRES_LA_SORTIE) {
    for (const e of echeancesDe(p, r)) {
      if (p.echues[e.cle] !== undefined) continue;
      const tenue = p.sortie === null ? echeanceHorsPause(e, p, r) : e;
      if (tenue !== null) echeances.push(tenue);
    }
  }
  return echeances.sort(compareEcheances);
}

/** R01, R02, R20 — all that the days of an accompaniment are counted from. */
const CALENDRIER = ['contrat', 'prolongations', 'pauses'] as const;

const SUJETS: readonly EcheancesDe[] = [
  echeancesPause,
  sujet(['id', ...CALENDRIER, 'emplois', 'plafondAtteintA'], echeancesPlafond),
  sujet(['id', ...CALENDRIER, 'rendezVous', 'planifications'], echeancesMois),
  sujet(
    ['id', ...CALENDRIER, 'rendezVous', 'planifications', 'referent', 'plafondAtteintA'],
    echeancesPlanification,
  ),
  sujet(['id', 'manquements', 'pauses'], echeancesManquement),
  sujet(['id', 'rendezVous'], echeancesRappel),
  sujet(['id', 'rendezVous'], echeancesStatut),
  sujet(['id', 'contrat', 'orientation', 'pauses'], echeancesContrat),
  sujet(['id', ...CALENDRIER, 'bilans'], echeancesBilan),
  sujet(['id', ...CALENDRIER, 'engagement'], echeancesPointLegal),
  sujet(['id', ...CALENDRIER, 'engagement'], echeancesConstat),
  sujet(['id', 'engagement'], echeancesDroits),
  sujet(['id', 'engagement', 'pauses'], echeancesEtape),
  sujet(['id', 'contrat', 'engagement'], echeancesPublics),
  sujet(['id', 'editions'], echeancesFenetre),
  echeancesSilence,
  echeancesEmploi,
];

/** R34 — a closed parcours keeps its follow-up, and nothing else. */
const APRES_LA_SORTIE: readonly EcheancesDe[] = [echeancesSuiviSortie];

export function prochaineEcheance(p: Parcours, r: Regles): Echeance | null {
  return echeancier(p, r)[0] ?? null;
}

export function echeancesDues(p: Parcours, r: Regles, maintenant: Instant): readonly Echeance[] {
  return echeancier(p, r).filter((e) => e.a <= maintenant);
}
