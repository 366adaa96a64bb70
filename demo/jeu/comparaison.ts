import type { FaitInscrit } from '../../domain/parcours/faits';
import { sequenceOf } from '../../domain/courriels/ics';
import type { CourrielParti, Monde } from '../oracle/monde';

/** What is compared between the oracle and the real engine: nothing else proves that the engine did its work. */
export type Releve = {
  /** Per parcours, in order: each échéance with its clé, its day and its instant. */
  readonly echeances: ReadonlyMap<string, readonly string[]>;
  /** Every mail accepted by the relay: modèle, role, clé, SEQUENCE. */
  readonly courriels: readonly string[];
  /** Every slot given, moved or freed, and who receives. */
  readonly creneaux: ReadonlyMap<string, readonly string[]>;
};

type FaitLu = Pick<FaitInscrit, 'a'> & {
  readonly type: string;
  readonly cle: string | null;
  readonly duLe: string | null;
  readonly donnees: Readonly<Record<string, unknown>>;
};

export function echeancesOf(faits: readonly FaitLu[]): readonly string[] {
  return faits.flatMap(({ cle, duLe, a }) => (cle === null ? [] : [`${cle} due le ${duLe ?? '?'} à ${a}`]));
}

export function creneauxOf(faits: readonly FaitLu[]): readonly string[] {
  return faits.flatMap(({ type, donnees }) => {
    const creneau = donnees['creneau'] as { debut: string; fin: string } | undefined;
    if (creneau === undefined) return [];
    const { rendezVousId, referentId = 'le même' } = donnees;
    const quand = `${creneau.debut} – ${creneau.fin}`;
    return [`${type} n° ${String(rendezVousId)} : ${quand}, avec ${String(referentId)}`];
  });
}

export function courrielDit(x: {
  readonly parcours: string;
  readonly modele: string;
  readonly destinataire: string;
  readonly cle: string;
  readonly sequence: number | null;
}): string {
  return `${x.parcours} ${x.modele} à ${x.destinataire} (${x.cle}) SEQUENCE ${x.sequence ?? '-'}`;
}

/** What the law expects: the oracle's journals and mails. */
export function releveDuMonde(m: Monde): Releve {
  const lus = [...m.parcours].map(([id, { journal }]) => [id, journal.map(luOf)] as const);
  return {
    echeances: new Map(lus.map(([id, faits]) => [id, echeancesOf(faits)])),
    creneaux: new Map(lus.map(([id, faits]) => [id, creneauxOf(faits)])),
    courriels: m.courriels.map((c) =>
      courrielDit({ ...c, parcours: c.parcoursId ?? 'structure', sequence: sequenceDe(c) }),
    ),
  };
}

/** The SEQUENCE that the .ics of this mail must carry, when it carries one: an appointment that is over has none. */
function sequenceDe({ modele, destinataire, revision }: CourrielParti): number | null {
  if (destinataire !== 'personne' || revision === null || modele === 'rectification_presence') return null;
  return sequenceOf({ methode: modele === 'annulation' ? 'CANCEL' : 'REQUEST', revision });
}

function luOf({ a, echeance, fait }: FaitInscrit): FaitLu {
  const { type, ...donnees } = fait;
  return { a, type, cle: echeance?.cle ?? null, duLe: echeance?.duLe ?? null, donnees };
}

/** Every difference, as a sentence; none when the engine did exactly what the law says. */
export function differences(attendu: Releve, obtenu: Releve): readonly string[] {
  return [
    ...diffListes('échéance', attendu.echeances, obtenu.echeances),
    ...diffListes('créneau', attendu.creneaux, obtenu.creneaux),
    ...diffSacs(attendu.courriels, obtenu.courriels),
  ];
}

function diffListes(
  quoi: string,
  attendues: ReadonlyMap<string, readonly string[]>,
  obtenues: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const ids = [...new Set([...attendues.keys(), ...obtenues.keys()])].sort();
  return ids.flatMap((id) => {
    const [a, b] = [attendues.get(id) ?? [], obtenues.get(id) ?? []];
    const rang = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).find((i) => a[i] !== b[i]);
    return rang === undefined
      ? []
      : [`${quoi} ${rang + 1} de ${id} : attendu « ${a[rang] ?? 'rien'} », obtenu « ${b[rang] ?? 'rien'} »`];
  });
}

function diffSacs(attendus: readonly string[], obtenus: readonly string[]): readonly string[] {
  const comptes = new Map<string, number>();
  for (const x of attendus) comptes.set(x, (comptes.get(x) ?? 0) + 1);
  for (const x of obtenus) comptes.set(x, (comptes.get(x) ?? 0) - 1);
  return [...comptes]
    .filter(([, n]) => n !== 0)
    .map(([x, n]) => (n > 0 ? `courriel manquant (${n}) : ${x}` : `courriel en trop (${-n}) : ${x}`));
}
