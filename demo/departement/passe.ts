import { jour } from '../../domain/temps/jour';
import { instantAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { idOf } from '../identite';
import { suivantsOf, writeHistoire, type VieSuivie } from '../oracle/histoire';
import { walkTo } from '../oracle/marche';
import { createMonde, type Monde } from '../oracle/monde';
import { referents, structures } from './lieux';
import { personnes, type PersonneFictive } from './personnes';

/** The first day of the past, and the instant at which the engine takes over: a Monday, after the digests. */
const DEBUT = jour('2025-01-06');
export const PRESENT: Instant = instantAt(jour('2026-06-15'), '08:05', 'metropole');

export function idBeneficiaire(idExterne: string): string {
  return idOf(`beneficiaire:${idExterne}`);
}

export function idParcours(idExterne: string): string {
  return idOf(`parcours:${idExterne}`);
}

/** Eighteen months of twenty-four lives, written by the pure core in seconds. */
export function writePasse(): Monde {
  const m = createMonde({
    maintenant: instantAt(DEBUT, '08:00', 'metropole'),
    structures: structures.map(({ id, zone }) => ({ id, zone, fermetures: [] })),
    referents: referents.map((r) => ({ ...r, absences: [] })),
    personnes: personnes.map(
      (p) => [idBeneficiaire(p.vie.idExterne), p.courriel ? 'joignable' : 'sans_adresse'] as const,
    ),
  });
  const suivies = personnes.map(suivieOf);
  writeHistoire(m, [...suivies, ...suivantsOf(suivies)], DEBUT, jour('2026-06-12'));
  walkTo(m, PRESENT);
  return m;
}

function suivieOf({ vie, ...p }: PersonneFictive): VieSuivie {
  return {
    parcoursId: idParcours(vie.idExterne),
    vie,
    autour: { equipe: [], suivant: ailleurs(vie.idExterne) },
    ouverture: {
      le: p.ouvertLe,
      demande: {
        type: 'openParcours',
        dispositif: p.dispositif,
        structureId: structures[p.structure]?.id ?? '',
        zone: 'metropole',
        beneficiaireId: idBeneficiaire(vie.idExterne),
        referentId: p.referent === null ? null : (referents[p.referent]?.id ?? null),
        orientationNotifieeLe: p.orientationNotifieeLe,
        soumisAuxObligations: p.soumis,
      },
    },
  };
}

/** R35 — where a reorientation leads. */
function ailleurs(idExterne: string): NonNullable<VieSuivie['autour']>['suivant'] {
  const [, collines] = structures;
  const paul = referents.find((r) => r.structureId === collines?.id);
  if (collines === undefined || paul === undefined) return null;
  return {
    parcoursId: idParcours(`${idExterne}:suivant`),
    structureId: collines.id,
    zone: collines.zone,
    referentId: paul.id,
  };
}
