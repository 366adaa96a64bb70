import { joursAvantPlafond } from '../rendez-vous/mois';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import { aujourdhui, type Regles } from './contexte';
import { echeancier } from './echeancier';
import { rendezVousDe, type VueRendezVous } from './frise';
import { etapeOf, libellesEtape, type Etape, type Parcours } from './parcours';
import { plafondOf } from './plafond';
import { vueEcheance, type VueEcheance } from './prochaines';
import type { Tache } from './tache';
import { tachesOf } from './taches';

/** One line of a list: what a référent needs on a Monday morning to know where to go first. */
export type Resume = {
  readonly id: string;
  readonly etape: Etape;
  readonly libelleEtape: string;
  readonly prochaine: VueEcheance | null;
  readonly prochainRendezVous: VueRendezVous | null;
  /** The most urgent first. */
  readonly taches: readonly Tache[];
  readonly enRetard: boolean;
  readonly joursAvantPlafond: number | null;
  readonly plafondLe: CivilDate | null;
};

export function resume(p: Parcours, r: Regles, maintenant: Instant): Resume {
  const le = aujourdhui({ maintenant, zone: r.zone });
  const echeances = echeancier(p, r);
  const taches = tachesOf(p, echeances, r, maintenant);
  const [prochaine] = echeances;
  const clos = p.sortie !== null;
  return {
    id: p.id,
    etape: etapeOf(p),
    libelleEtape: libellesEtape[etapeOf(p)],
    prochaine: prochaine === undefined ? null : vueEcheance(prochaine, maintenant),
    prochainRendezVous: clos
      ? null
      : (rendezVousDe(p, r, maintenant)
          .filter((rdv) => rdv.etat === 'a_venir')
          .sort((x, y) => (x.debut < y.debut ? -1 : 1))[0] ?? null),
    taches,
    enRetard: taches.some((t) => t.urgence === 'en_retard'),
    joursAvantPlafond: clos ? null : joursAvantPlafond(p, r, le),
    plafondLe: clos ? null : plafondOf(p, r),
  };
}
