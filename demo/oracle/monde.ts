import { estAnnule } from '../../domain/rendez-vous/rendez-vous';
import type { Ligne } from '../../domain/courriels/lignes';
import type { CourrielVoulu } from '../../domain/courriels/courriel';
import { findDispositif } from '../../domain/dispositifs/en-vigueur';
import type { Contexte } from '../../domain/parcours/contexte';
import type { Echeance } from '../../domain/parcours/echeance';
import type { FaitInscrit } from '../../domain/parcours/faits';
import type { Remplacement } from '../../domain/parcours/lecteur';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Agenda, Jours, Permanence } from '../../domain/rendez-vous/agenda';
import type { Instant } from '../../domain/temps/instant';
import type { CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';

/** The world of the oracle: the pure core folded in memory, with a relay that accepts or refuses at once. */
export type ReferentDuMonde = {
  readonly id: string;
  readonly structureId: string;
  readonly permanences: readonly Permanence[];
  readonly absences: readonly Jours[];
  readonly maximumParJour: number;
};

export type StructureDuMonde = {
  readonly id: string;
  readonly zone: CodeZone;
  readonly fermetures: readonly Jours[];
};

/** How the relay answers for a person: no address at all, a refused one, or a mail that arrives. */
export type Joignabilite = 'joignable' | 'sans_adresse' | 'adresse_refusee';

export type CourrielParti = {
  readonly parcoursId: string | null;
  readonly structureId: string;
  readonly cle: string;
  readonly modele: string;
  readonly destinataire: string;
  readonly revision: number | null;
  readonly a: Instant;
  readonly voulu: CourrielVoulu | null;
};

export type LigneDuMonde = Ligne & {
  readonly parcoursId: string;
  readonly structureId: string;
  readonly le: CivilDate;
  readonly emise: boolean;
};

export type Monde = {
  maintenant: Instant;
  readonly structures: Map<string, StructureDuMonde>;
  readonly referents: Map<string, ReferentDuMonde>;
  /** R24 — who stands in for a référent, as a person confirmed it. */
  readonly remplacements: Map<string, readonly Remplacement[]>;
  /** By beneficiary. */
  readonly personnes: Map<string, Joignabilite>;
  /** `prochaine` is a function of the state alone: computed once for each state. */
  readonly parcours: Map<string, { etat: Parcours; journal: FaitInscrit[]; prochaine: Echeance | null }>;
  readonly courriels: CourrielParti[];
  lignes: LigneDuMonde[];
  /** Mornings with something to say, by structure. */
  readonly matinees: Map<string, Set<CivilDate>>;
};

export function createMonde(x: {
  readonly maintenant: Instant;
  readonly structures: readonly StructureDuMonde[];
  readonly referents: readonly ReferentDuMonde[];
  readonly personnes: Iterable<readonly [string, Joignabilite]>;
}): Monde {
  return {
    maintenant: x.maintenant,
    structures: new Map(x.structures.map((s) => [s.id, s])),
    referents: new Map(x.referents.map((r) => [r.id, r])),
    remplacements: new Map(),
    personnes: new Map(x.personnes),
    parcours: new Map(),
    courriels: [],
    lignes: [],
    matinees: new Map(),
  };
}

/** Looks a thing up that the lives themselves have put there. */
export function getDuMonde<K, V>(table: ReadonlyMap<K, V>, cle: K): V {
  const valeur = table.get(cle);
  if (valeur === undefined) throw new Error(`Inconnu de l’oracle : ${String(cle)}`);
  return valeur;
}

export function contexteDuMonde(
  m: Monde,
  p: Pick<Parcours, 'dispositif' | 'structureId' | 'beneficiaireId' | 'referent' | 'remplacements'>,
  referentId = p.referent?.id ?? null,
): Contexte {
  const dispositif = findDispositif(p.dispositif);
  if (dispositif === null) throw new Error(`Édition inconnue : ${p.dispositif.code}`);
  return {
    maintenant: m.maintenant,
    dispositif,
    zone: getDuMonde(m.structures, p.structureId).zone,
    // Read when a slot is looked for, and only then: most decisions never do.
    get agenda() {
      if (referentId === null) return null;
      const agenda = agendaDuMonde(m, referentId);
      if (referentId !== p.referent?.id || p.remplacements.length === 0) return agenda;
      const remplacants = p.remplacements.map((r) => ({ ...r, agenda: agendaDuMonde(m, r.referentId) }));
      return { ...agenda, remplacants };
    },
    joignable: m.personnes.get(p.beneficiaireId) !== 'sans_adresse',
  };
}

function agendaDuMonde(m: Monde, referentId: string): Agenda {
  const { permanences, absences, maximumParJour, structureId } = getDuMonde(m.referents, referentId);
  const pris = [...m.parcours.values()].flatMap(({ etat }) =>
    etat.rendezVous
      .filter((r) => r.referentId === referentId)
      .filter((r) => !estAnnule(r) && !r.apresCoup)
      .map((r) => r.creneau),
  );
  const { fermetures } = getDuMonde(m.structures, structureId);
  return { permanences, absences, fermetures, maximumParJour, pris };
}
