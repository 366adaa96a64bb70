import type { Fait, FaitDe } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { findManquementOuvert, type GenreManquement, type Manquement, type Signal } from './manquement';

/** R31 — which second signal a closing calls for, once the signalement has been transmitted (CASF, art. R.262-69). */
const SIGNAUX = {
  rendez_vous_honore: 'remobilisation',
  remobilisation: 'remobilisation',
  motif_legitime: 'retrait',
  erreur_corrigee: 'retrait',
  statut_corrige: 'retrait',
  pause_declaree: 'retrait',
  sans_suite: null,
  signalement_abandonne: null,
  parcours_clos: null,
} as const satisfies Record<FaitDe<'manquement_clos'>['raison'], Signal['quoi'] | null>;

/** R31 — a ladder closes; if its signalement had left, whoever received it must be told. */
export function clotureOf(
  m: Pick<Manquement, 'id' | 'transmisA'>,
  raison: FaitDe<'manquement_clos'>['raison'],
  texteId: string | null = null,
  rendezVousId?: number,
): readonly Fait[] {
  const clos: Fait = {
    type: 'manquement_clos',
    manquement: m.id,
    raison,
    texteId,
    ...(rendezVousId !== undefined && { rendezVousId }),
  };
  const quoi = SIGNAUX[raison];
  return m.transmisA === null || quoi === null
    ? [clos]
    : [clos, { type: 'signal_a_transmettre', manquement: m.id, quoi }];
}

/** R31 — the person complied (contrat signed or revised, step done, declaration made): the open ladder of that genre closes. */
export function remobilisationOf(p: Pick<Parcours, 'manquements'>, genre: GenreManquement): readonly Fait[] {
  const ouvert = findManquementOuvert(p.manquements, genre);
  return ouvert === null ? [] : clotureOf(ouvert, 'remobilisation');
}
