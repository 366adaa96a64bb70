import type { Preference } from '../courriels/preference';
import type { Dispositif } from '../dispositifs/definir-dispositif';
import { findDispositif, type RefDispositif } from '../dispositifs/en-vigueur';
import type { Agenda } from '../rendez-vous/agenda';
import { instantAt, jourAt } from '../temps/heure-locale';
import { addMinutes, epochMsOf, instantOf, type Instant } from '../temps/instant';
import { minutesOf } from '../temps/heure-locale';
import type { CivilDate } from '../temps/jour';
import type { Remplacement } from './lecteur';
import { memoize } from '../temps/memoire';
import type { CodeZone } from '../temps/zones';

/** All that a decision needs from outside the journal, as values (house 9, rule 7). */
export type Contexte = {
  readonly maintenant: Instant;
  readonly dispositif: Dispositif;
  readonly zone: CodeZone;
  /** Read under the référent's lock; null when this decision cannot need a slot. */
  readonly agenda: Agenda | null;
  /** R24 — who stands in for the référent that the demande names, as it was confirmed; absent: nobody. */
  readonly remplacements?: readonly Remplacement[];
  /** False for a person without an address: every mail becomes a letter and a task (R18). */
  readonly joignable: boolean;
  /** R43 — absent: she has said nothing. */
  readonly preference?: Preference;
};

export function aujourdhui(ctx: Pick<Contexte, 'maintenant' | 'zone'>): CivilDate {
  return jourAt(ctx.maintenant, ctx.zone);
}

/** R36 — the same context under the edition of that parcours: an act may have moved it to another. */
export function contexteOf<C extends Regles>(ctx: C, p: { readonly dispositif: RefDispositif }): C {
  const { code, edition } = p.dispositif;
  if (ctx.dispositif.code === code && ctx.dispositif.edition === edition) return ctx;
  return { ...ctx, dispositif: findDispositif(p.dispositif) ?? ctx.dispositif };
}

/** What computes a calendar, without "now". */
export type Regles = Pick<Contexte, 'dispositif' | 'zone'>;

/**
 * R06 — "in the morning": an instant drawn from the parcours id inside the window of the edition, the same every
 * day, to the second, so that thousands of parcours do not wake together.
 */
export function matinOf(parcoursId: string, le: CivilDate, { dispositif, zone }: Regles): Instant {
  return matinAt(le, parcoursId, dispositif, zone);
}

const matinAt = memoize(
  (le: CivilDate, parcoursId: string, { matin }: Dispositif, zone: CodeZone): Instant => {
    const secondes = empreinte(parcoursId) % ((minutesOf(matin.a) - minutesOf(matin.de)) * 60);
    return instantOf(epochMsOf(instantAt(le, matin.de, zone)) + secondes * 1000);
  },
);

/** R17 — the hour of the digest. */
export function recapitulatifAt(le: CivilDate, { dispositif, zone }: Regles): Instant {
  return addMinutes(instantAt(le, dispositif.matin.recapitulatif, zone), 0);
}

/** FNV-1a on 32 bits: spreads ids, promises nothing else. */
function empreinte(texte: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < texte.length; i += 1) {
    h ^= texte.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return h >>> 0;
}
