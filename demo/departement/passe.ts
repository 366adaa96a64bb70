import { jour } from '../../domain/temps/jour';
import { instantAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { idOf } from '../identite';
import { writeHistoire } from '../oracle/histoire';
import { walkTo } from '../oracle/marche';
import { createMonde, type Monde } from '../oracle/monde';
import { referents, structures } from './lieux';
import { personnes } from './personnes';

/** The first day of the past, and the instant at which the engine takes over: a Monday, after the digests. */
const DEBUT = jour('2025-01-06');
export const PRESENT: Instant = instantAt(jour('2026-06-15'), '08:05', 'metropole');

export function idBeneficiaire(idExterne: string): string {
  return idOf(`beneficiaire:${idExterne}`);
}

function idParcours(idExterne: string): string {
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
  const suivies = personnes.map((p) => ({
    parcoursId: idParcours(p.vie.idExterne),
    vie: p.vie,
    ouverture: {
      le: p.ouvertLe,
      demande: {
        type: 'openParcours',
        dispositif: { code: 'faire', edition: '2025' },
        structureId: structures[p.structure]?.id ?? '',
        zone: 'metropole',
        beneficiaireId: idBeneficiaire(p.vie.idExterne),
        referentId: p.referent === null ? null : (referents[p.referent]?.id ?? null),
        orientationNotifieeLe: p.orientationNotifieeLe,
        soumisAuxObligations: p.soumis,
      } as const,
    },
  }));
  writeHistoire(m, suivies, DEBUT, jour('2026-06-12'));
  walkTo(m, PRESENT);
  return m;
}
