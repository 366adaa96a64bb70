import { lieuxDesVies, referentsDesVies, type LieuDeVie } from '../../demo/departement/lieux';
import { idOf } from '../../demo/identite';
import { suivantsOf, type VieSuivie } from '../../demo/oracle/histoire';
import { createMonde, type Monde } from '../../demo/oracle/monde';
import { programmeOf, type Alentour, type Vie } from '../../demo/vies/vie';
import { instantAt } from '../../domain/temps/heure-locale';
import type { Instant } from '../../domain/temps/instant';
import { jour, type CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import type { Base } from '../../registre/base';
import type { Permanence } from '../../domain/rendez-vous/agenda';
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
  /** Hours at which every référent receives, instead of his own. */
  readonly permanences?: readonly Permanence[];
  /** False: everybody is followed by the first référent of the place. */
  readonly alternes?: boolean;
  /** How many référents share the people, by turns: the two of the demonstration unless more are asked. */
  readonly referents?: number;
  /** R37 — the territory of the structure. */
  readonly zone?: CodeZone;
  /** Ids chosen rather than drawn. */
  readonly parcoursIdOf?: (vie: Vie) => string;
};

/** The référents of one place, as many as asked: beyond its own, others who receive at the same hours. */
function listEquipe(structureId: string, voulus?: number) {
  const siens = referentsDesVies.filter((r) => r.structureId === structureId);
  return Array.from({ length: voulus ?? siens.length }, (_, i) => {
    const modele = siens[i % siens.length];
    if (modele === undefined) throw new Error('Aucun référent.');
    return i < siens.length ? modele : { ...modele, prenom: `${modele.prenom} ${i}` };
  });
}

type Lieu = ReturnType<typeof createLieu>;

function createLieu(o: Peuplement, rang: LieuDeVie) {
  const sel = (nom: string) => idOf(`${o.jumeauDe ?? o.nom}:${nom}`);
  const lieu = lieuxDesVies[rang];
  if (lieu === undefined) throw new Error('Aucune structure.');
  const id = sel(rang === 0 ? 'structure' : `structure:${lieu.code}`);
  const structure = { ...lieu, id, zone: o.zone ?? lieu.zone };
  const equipe = listEquipe(lieu.id, rang === 0 ? o.referents : undefined).map((r) => ({
    ...r,
    id: sel(`referent:${r.prenom}`),
    structureId: structure.id,
    maximumParJour: o.maximumParJour ?? r.maximumParJour,
    permanences: (o.permanences ?? r.permanences).map((p) => ({
      ...p,
      id: sel(`permanence:${r.prenom}:${p.id}`),
    })),
  }));
  return { structure, equipe };
}

/** The places of these lives, and the one where a reorientation would lead. */
function listLieux(o: Peuplement): ReadonlyMap<LieuDeVie, Lieu> {
  const rangs = new Set<LieuDeVie>([0, ...o.vies.map((v) => v.lieu ?? 0)]);
  if (o.vies.some((v) => v.joueSuivant !== undefined)) rangs.add(1);
  return new Map([...rangs].map((rang) => [rang, createLieu(o, rang)]));
}

function alentourOf(o: Peuplement, vie: Vie, lieux: ReadonlyMap<LieuDeVie, Lieu>): Alentour {
  const ailleurs = lieux.get(1);
  return {
    equipe: lieux.get(vie.lieu ?? 0)?.equipe.map((r) => r.id) ?? [],
    suivant:
      ailleurs === undefined
        ? null
        : {
            parcoursId: idOf(`${o.jumeauDe ?? o.nom}:parcours:${vie.idExterne}:2`),
            structureId: ailleurs.structure.id,
            zone: ailleurs.structure.zone,
            referentId: ailleurs.equipe[0]?.id ?? '',
          },
  };
}

/** Their structures and référents, one person a life; the same in the base and in the oracle. */
export async function peuple(
  base: Base,
  o: Peuplement,
): Promise<{ monde: Monde; suivies: readonly VieSuivie[] }> {
  const sel = (nom: string) => idOf(`${o.jumeauDe ?? o.nom}:${nom}`);
  const lieux = listLieux(o);
  await freezeHorloge(base, DEPART);
  for (const { structure, equipe } of lieux.values()) {
    await base.structure.create({ data: structure });
    for (const { permanences, ...referent } of equipe)
      await base.referent.create({ data: { ...referent, permanences: { create: [...permanences] } } });
  }
  const ouvertes = o.vies.map((vie, i) => {
    const { structure, equipe } = lieux.get(vie.lieu ?? 0) ?? createLieu(o, 0);
    return {
      parcoursId: o.parcoursIdOf?.(vie) ?? sel(`parcours:${vie.idExterne}`),
      vie,
      autour: alentourOf(o, vie, lieux),
      ouverture: {
        le: vie.debut?.ouvertLe ?? DEBUT,
        demande: {
          type: 'openParcours',
          ...programmeOf(vie),
          structureId: structure.id,
          zone: structure.zone,
          beneficiaireId: sel(`beneficiaire:${vie.idExterne}`),
          referentId: equipe[o.alternes === false ? 0 : i % equipe.length]?.id ?? null,
          orientationNotifieeLe: vie.debut?.notifieeLe ?? jour('2025-01-03'),
          soumisAuxObligations: true,
        } as const,
      },
    };
  });
  await base.beneficiaire.createMany({
    data: ouvertes.map(({ vie, ouverture }) => ({
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
    structures: [...lieux.values()].map(({ structure: { id, zone } }) => ({ id, zone, fermetures: [] })),
    referents: [...lieux.values()].flatMap(({ equipe }) => equipe.map((r) => ({ ...r, absences: [] }))),
    personnes: ouvertes.map((s) => [s.ouverture.demande.beneficiaireId, 'joignable'] as const),
  });
  return { monde, suivies: [...ouvertes, ...suivantsOf(ouvertes)] };
}
