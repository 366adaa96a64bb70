import { instantAt } from '../../domain/temps/heure-locale';
import { estOuvre } from '../../domain/temps/calendrier';
import type { Demande, DemandeDe } from '../../domain/parcours/demandes';
import type { Instant } from '../../domain/temps/instant';
import { addJours, type CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import type { Transfert } from '../../domain/transferts/transfert';
import { SEUL, type Alentour, type Vie } from '../vies/vie';
import { ask, walkTo } from './marche';
import { contexteDuMonde, type Monde } from './monde';
import { transferPortefeuille } from './transfert';

/** One gesture of a life: at this instant, a person asked this. */
export type GesteEcrit = {
  readonly a: Instant;
  readonly parcoursId: string;
  readonly vie: string;
  readonly demande: Demande;
};

/** R23, R24 — a whole portfolio passes at that instant, once each person has done what she does that evening. */
export type Passation = { readonly a: Instant; readonly vie: string; readonly transfert: Transfert };

/** `ouverture` is asked on the evening of that day, unless the parcours is open already. */
export type VieSuivie = {
  readonly parcoursId: string;
  readonly vie: Vie;
  readonly autour?: Alentour;
  readonly ouverture?: { readonly le: CivilDate; readonly demande: DemandeDe<'openParcours'> };
};

/** R35 — the parcours that the reorientations of these lives will open, lived by the same people. */
export function suivantsOf(vies: readonly VieSuivie[]): readonly VieSuivie[] {
  return vies.flatMap(({ vie, autour }) => {
    const { joueSuivant } = vie;
    const parcoursId = autour?.suivant?.parcoursId;
    if (joueSuivant === undefined || parcoursId === undefined) return [];
    return [{ parcoursId, vie: { ...vie, joue: joueSuivant } }];
  });
}

const AGENT = 'agent:demonstration';

/** The people of the lives act at that hour of their structure's clock, on its working days. */
export const SOIR = '17:30';

/**
 * Lives each life in memory, day after day, and writes down every gesture with its instant: the same script is
 * then played through the API on the real engine.
 */
export function writeHistoire(
  m: Monde,
  vies: readonly VieSuivie[],
  du: CivilDate,
  au: CivilDate,
  passations: readonly Passation[] = [],
): readonly GesteEcrit[] {
  const gestes: GesteEcrit[] = [];
  for (let le = du; le <= au; le = addJours(le, 1)) {
    for (const { a, suivies } of soirsDu(m, vies, le)) {
      if (a <= m.maintenant) continue;
      walkTo(m, a);
      for (const suivie of suivies) {
        const { parcoursId, vie } = suivie;
        for (const demande of demandesDe(m, suivie, le)) {
          ask(m, parcoursId, demande, AGENT);
          gestes.push({ a, parcoursId, vie: vie.code, demande });
        }
      }
      for (const { transfert } of passations.filter((x) => x.a === a))
        transferPortefeuille(m, transfert, AGENT);
    }
  }
  return gestes;
}

/** The evening of that day, territory by territory, in the order of the sun; none where the day is not worked. */
function soirsDu(
  m: Monde,
  vies: readonly VieSuivie[],
  le: CivilDate,
): readonly { readonly a: Instant; readonly suivies: readonly VieSuivie[] }[] {
  const zones = new Set(vies.map((v) => zoneDe(m, v)));
  return [...zones]
    .filter((zone) => estOuvre(le, zone))
    .map((zone) => ({
      a: instantAt(le, SOIR, zone),
      suivies: vies.filter((v) => zoneDe(m, v) === zone),
    }))
    .sort((x, y) => (x.a < y.a ? -1 : 1));
}

function zoneDe(m: Monde, { parcoursId, ouverture }: VieSuivie): CodeZone {
  return m.parcours.get(parcoursId)?.etat.zone ?? ouverture?.demande.zone ?? 'metropole';
}

function demandesDe(m: Monde, suivie: VieSuivie, le: CivilDate): readonly Demande[] {
  const { parcoursId, vie, ouverture, autour } = suivie;
  const etat = m.parcours.get(parcoursId)?.etat;
  if (etat === undefined) return ouverture !== undefined && le >= ouverture.le ? [ouverture.demande] : [];
  const joue = etat.sortie === null ? vie.joue : vie.apresSortie;
  return joue?.(etat, contexteDuMonde(m, etat), le, autour ?? SEUL) ?? [];
}
