import { aujourdhui, type Contexte } from '../parcours/contexte';
import type { DemandeDe } from '../parcours/demandes';
import type { Parcours } from '../parcours/parcours';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import type { Refus } from '../refus';
import { jourAt } from '../temps/heure-locale';
import { listReponsesMotif } from '../reponses/reponse';
import { clotureOf } from './cloture';
import { limiteReponse } from './echeances-manquement';
import { findALever, leveeOf } from './levee';
import {
  cleLettre,
  type LettreDe,
  type LettreManquement,
  type Manquement,
  type ManquementOuvert,
} from './manquement';

/** R14 — a human judges the motive: legitimate closes; the other answers let the first relance leave. */
export function qualifyMotif(d: DemandeDe<'qualifyMotif'>, p: Parcours, ctx: Contexte): Verdict {
  const qualifie = {
    type: 'motif_qualifie',
    manquement: d.manquement,
    qualification: d.qualification,
    texteId: d.texteId,
  } as const;
  const leve = d.qualification === 'legitime' ? findALever(p, d.manquement) : null;
  if (leve !== null) return accepte(qualifie, ...leveeOf(leve));
  const m = getOuvert(p, d.manquement);
  if ('code' in m) return refuse(m);
  if (d.qualification === 'legitime') return accepte(qualifie, ...clotureOf(m, 'motif_legitime'));
  if (m.etat.etat === 'ouvert') return refuse({ code: 'motif_pas_encore_demande' });
  if (m.etat.etat !== 'motif_demande') return refuse({ code: 'motif_deja_qualifie' });
  if (d.qualification === 'sans_reponse') {
    const jusquAu = limiteReponse(m, 'demande_motif', p, ctx);
    if (jusquAu === null || aujourdhui(ctx) <= jusquAu)
      return refuse({ code: 'delai_de_reponse_ouvert', jusquAu });
    // R42 — somebody who answered is not said to be silent.
    const [recue] = listReponsesMotif(p, m);
    if (recue !== undefined) return refuse({ code: 'reponse_recue', le: jourAt(recue.a, ctx.zone) });
  }
  return accepte(qualifie, { type: 'relance_envoyee', manquement: m.id, rang: 1 });
}

/** R14 — nothing is transmitted without this act of a human. */
export function confirmSignalement(d: DemandeDe<'confirmSignalement'>, p: Parcours): Verdict {
  const m = getPropose(p, d.manquement);
  if ('code' in m) return refuse(m);
  return accepte({ type: 'signalement_confirme', manquement: m.id, texteId: d.texteId });
}

export function postponeSignalement(
  d: DemandeDe<'postponeSignalement'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  const m = getPropose(p, d.manquement);
  if ('code' in m) return refuse(m);
  if (d.au <= aujourdhui(ctx)) return refuse({ code: 'report_dans_le_passe' });
  return accepte({ type: 'signalement_reporte', manquement: m.id, au: d.au, texteId: d.texteId });
}

export function dropSignalement(d: DemandeDe<'dropSignalement'>, p: Parcours): Verdict {
  const m = getPropose(p, d.manquement);
  if ('code' in m) return refuse(m);
  return accepte(...clotureOf(m, 'signalement_abandonne', d.texteId));
}

/** R14, R18 — a human enters the day on which a printed letter was handed over; delays run from that day. */
export function recordRemise(d: DemandeDe<'recordRemise'>, p: Parcours, ctx: Contexte): Verdict {
  const lettre = p.lettres[d.courrielCle];
  if (lettre === undefined) return refuse({ code: 'lettre_inconnue' });
  const depuis = jourAt(lettre.depuis, ctx.zone);
  if (d.le > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.le });
  if (d.le < depuis) return refuse({ code: 'date_anterieure', minimum: depuis });
  return accepte({
    type: 'remise_constatee',
    courrielCle: d.courrielCle,
    le: d.le,
    preuve: 'saisie',
    lettre: findLettre(p.manquements, d.courrielCle),
  });
}

/** The letter of a ladder that a courriel carries, by its business key. */
export function findLettre(manquements: readonly Manquement[], courrielCle: string): LettreDe | null {
  const noms: readonly LettreManquement[] = ['demande_motif', 'relance_1', 'relance_2'];
  for (const m of manquements) {
    const nom = noms.find((n) => cleLettre(m.id, n) === courrielCle);
    if (nom !== undefined) return { manquement: m.id, nom };
  }
  return null;
}

export function getOuvert(p: Parcours, id: number): ManquementOuvert | Refus {
  const m = p.manquements.find((x) => x.id === id);
  if (m === undefined) return { code: 'manquement_inconnu' };
  return m.etat.etat === 'clos' ? { code: 'manquement_clos' } : (m as ManquementOuvert);
}

function getPropose(p: Parcours, id: number): ManquementOuvert | Refus {
  const m = getOuvert(p, id);
  if ('code' in m) return m;
  return m.etat.etat === 'signalement_propose' ? m : { code: 'signalement_non_propose' };
}
