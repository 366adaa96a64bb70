import { structures, referents } from '../../demo/departement/lieux';
import { idOf } from '../../demo/identite';
import type { VieSuivie } from '../../demo/oracle/histoire';
import { createMonde, type Monde } from '../../demo/oracle/monde';
import type { Vie } from '../../demo/vies/vie';
import { instantAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { jour, type CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import type { Base } from '../../registre/base';
import { freezeHorloge } from '../../registre/horloge/horloge';

/** The first Monday of the demonstration, in the morning. */
export const DEBUT: CivilDate = jour('2025-01-06');
export const DEPART: Instant = instantAt(DEBUT, '09:00', 'metropole');

export type Peuplement = {
  /** Names the database, the task queue and the ids: one département of its own. */
  readonly nom: string;
  readonly vies: readonly Vie[];
  /** Ids drawn from another name: the same people in two databases. */
  readonly jumeauDe?: string;
  readonly maximumParJour?: number;
  /** How many référents share the people, by turns: the two of the demonstration unless more are asked. */
  readonly referents?: number;
  /** R37 — the territory of the structure. */
  readonly zone?: CodeZone;
  /** Ids chosen rather than drawn. */
  readonly parcoursIdOf?: (vie: Vie) => string;
};

/** The référents of one place, as many as asked: beyond its own, others who receive at the same hours. */
function listEquipe(structureId: string, voulus?: number) {
  const siens = referents.filter((r) => r.structureId === structureId);
  return Array.from({ length: voulus ?? siens.length }, (_, i) => {
    const modele = siens[i % siens.length];
    if (modele === undefined) throw new Error('Aucun référent.');
    return i < siens.length ? modele : { ...modele, prenom: `${modele.prenom} ${i}` };
  });
}

/** One structure, its two référents, one person a life; the same in the base and in the oracle. */
export async function peuple(
  base: Base,
  o: Peuplement,
): Promise<{ monde: Monde; suivies: readonly VieSuivie[] }> {
  const sel = (nom: string) => idOf(`${o.jumeauDe ?? o.nom}:${nom}`);
  const [lieu] = structures;
  if (lieu === undefined) throw new Error('Aucune structure.');
  const structure = { ...lieu, id: sel('structure'), zone: o.zone ?? lieu.zone };
  const equipe = listEquipe(lieu.id, o.referents).map((r) => ({
    ...r,
    id: sel(`referent:${r.prenom}`),
    structureId: structure.id,
    maximumParJour: o.maximumParJour ?? r.maximumParJour,
    permanences: r.permanences.map((p) => ({ ...p, id: sel(`permanence:${r.prenom}:${p.id}`) })),
  }));
  await freezeHorloge(base, DEPART);
  await base.structure.create({ data: structure });
  for (const { permanences, ...referent } of equipe)
    await base.referent.create({ data: { ...referent, permanences: { create: [...permanences] } } });
  const suivies = o.vies.map((vie, i) => ({
    parcoursId: o.parcoursIdOf?.(vie) ?? sel(`parcours:${vie.idExterne}`),
    vie,
    ouverture: {
      le: DEBUT,
      demande: {
        type: 'openParcours',
        dispositif: { code: 'faire', edition: '2025' },
        structureId: structure.id,
        zone: structure.zone,
        beneficiaireId: sel(`beneficiaire:${vie.idExterne}`),
        referentId: equipe[i % equipe.length]?.id ?? null,
        orientationNotifieeLe: jour('2025-01-03'),
        soumisAuxObligations: true,
      } as const,
    },
  }));
  await base.beneficiaire.createMany({
    data: suivies.map(({ vie, ouverture }) => ({
      id: ouverture.demande.beneficiaireId,
      idExterne: vie.idExterne,
      prenom: 'Personne',
      nom: vie.code,
      courriel: `${vie.code}@example.org`,
      telephone: null,
      adresse: '1 rue des Lilas, 83000 Toulon',
    })),
  });
  const monde = createMonde({
    maintenant: DEPART,
    structures: [{ id: structure.id, zone: structure.zone, fermetures: [] }],
    referents: equipe.map((r) => ({ ...r, absences: [] })),
    personnes: suivies.map((s) => [s.ouverture.demande.beneficiaireId, 'joignable'] as const),
  });
  return { monde, suivies };
}
