import { jourEnLettres } from '../domain/courriels/dates-dites';
import type { JSX } from 'preact';
import { libellesEtape, type Etape } from '../domain/parcours/parcours';
import type { Urgence } from '../domain/parcours/tache';
import { compte, ditEcart } from '../domain/parcours/dire';
import type { CivilDate } from '../domain/temps/jour';

/** Signs shared by the pages: every colour is doubled by a word. */

const URGENCES = {
  en_retard: 'En retard',
  a_traiter: 'À traiter',
  a_prevoir: 'À prévoir',
} as const satisfies Record<Urgence, string>;

export function RepereUrgence({ urgence }: { readonly urgence: Urgence }): JSX.Element {
  return <span class={`repere repere-${urgence}`}>{URGENCES[urgence]}</span>;
}

export function RepereEtape({ etape }: { readonly etape: Etape }): JSX.Element {
  return <span class={`repere etape-${etape}`}>{libellesEtape[etape]}</span>;
}

/** A day with its distance, for who reads the list on that day. */
export function Jour({
  le,
  aujourdhui,
}: {
  readonly le: CivilDate;
  readonly aujourdhui: CivilDate;
}): JSX.Element {
  return (
    <>
      <time dateTime={le}>{jourEnLettres(le)}</time> <span class="discret">{ditEcart(aujourdhui, le)}</span>
    </>
  );
}

/** R02 — the days left before the cap, its last day included. */
export function joursRestants(jours: number | null): string {
  if (jours === null) return 'Contrat non signé';
  if (jours < 0) return `Dépassée de ${compte(-jours, 'jour')}`;
  return jours === 0 ? 'Dernier jour' : compte(jours, 'jour');
}
