import { findManquementOuvert, type Manquement } from '../obligations/manquement';
import { clotureOf } from '../obligations/cloture';
import { openAnew, openManquement } from '../obligations/ouvrir';
import { aujourdhui, type Contexte } from '../parcours/contexte';
import type { DemandeDe } from '../parcours/demandes';
import type { Fait } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import { jourAt } from '../temps/heure-locale';
import type { CivilDate } from '../temps/jour';
import { estAnnule, type RendezVous } from './rendez-vous';
import { estPrevenue } from './silence-ouverture';

/**
 * R10, R11, R14 — a human says what happened. The same day it can be corrected without a trace for the person:
 * what the first status had started has not been sent yet, and is withdrawn.
 */
export function recordStatut(d: DemandeDe<'recordStatut'>, p: Parcours, ctx: Contexte): Verdict {
  const rdv = p.rendezVous.find((r) => r.id === d.rendezVousId);
  if (rdv === undefined) return refuse({ code: 'rendez_vous_inconnu' });
  if (rdv.creneau.debut > ctx.maintenant) return refuse({ code: 'rendez_vous_a_venir' });
  const avant = rdv.issue;
  if (estAnnule(rdv)) return refuse({ code: 'rendez_vous_termine' });
  const corrige = avant !== null;
  if (corrige && jourAt(avant.a, ctx.zone) !== aujourdhui(ctx))
    return refuse({ code: 'statut_deja_enregistre', le: jourAt(avant.a, ctx.zone) });

  const statut: Fait = {
    type: 'statut_enregistre',
    rendezVousId: rdv.id,
    statut: d.statut,
    corrige,
    texteId: d.texteId,
  };
  const retraits = corrige ? withdrawStatut(p, rdv, ctx) : [];
  return accepte(statut, ...retraits, ...suitesDuStatut(d, p, rdv, retraits));
}

/** What the status of this morning had opened or closed, put back. */
function withdrawStatut(p: Parcours, rdv: RendezVous, ctx: Contexte): readonly Fait[] {
  const ceJour = (m: Manquement) => jourAt(m.ouvertA, ctx.zone) === aujourdhui(ctx);
  return p.manquements.flatMap((m): readonly Fait[] => {
    // Another absence that has joined since keeps the ladder open.
    const parLuiSeul = m.genre === 'absence' && m.rendezVousIds.every((id) => id === rdv.id);
    const ouvertParLui = parLuiSeul && m.etat.etat === 'ouvert' && ceJour(m);
    if (rdv.issue?.statut === 'absent' && ouvertParLui)
      return [{ type: 'manquement_clos', manquement: m.id, raison: 'statut_corrige', texteId: null }];
    const closParLui =
      m.etat.etat === 'clos' && m.etat.raison === 'rendez_vous_honore' && m.etat.parRendezVousId === rdv.id;
    if (rdv.issue?.statut === 'honore' && closParLui)
      return reopen(m, findManquementOuvert(p.manquements, 'absence'));
    return [];
  });
}

/** At most one ladder is open: an absence recorded since on another appointment joins the one that reopens. */
export function reopen(
  m: Manquement,
  autre: Manquement | null,
  delaiDepuis: CivilDate | null = null,
): readonly Fait[] {
  const rouvert = { type: 'manquement_rouvert', manquement: m.id, delaiDepuis } as const;
  if (autre === null) return [rouvert];
  return [
    { type: 'manquement_clos', manquement: autre.id, raison: 'statut_corrige', texteId: null },
    rouvert,
    ...autre.rendezVousIds.map((rendezVousId): Fait => {
      return { type: 'manquement_rejoint', manquement: m.id, source: { genre: 'absence', rendezVousId } };
    }),
  ];
}

/** R14, R48 — an absence without motive opens a manquement or joins the open one, if she had been told; an honoured appointment closes it. */
function suitesDuStatut(
  d: DemandeDe<'recordStatut'>,
  p: Parcours,
  rdv: RendezVous,
  retraits: readonly Fait[],
): readonly Fait[] {
  const ouvert = ouvertApres(p, retraits);
  if (d.statut === 'honore' && ouvert !== null) {
    const m = p.manquements.find(({ id }) => id === ouvert);
    return m === undefined ? [] : settlesBefore(m, p, rdv);
  }
  if (d.statut !== 'absent' || !estPrevenue(rdv, p.zone)) return [];
  const source = { genre: 'absence', rendezVousId: rdv.id } as const;
  return openManquement(p, source, ouvert);
}

/** R14 — who came settles what was missed before, never what was missed after: that keeps a ladder of its own. */
function settlesBefore(m: Manquement, p: Parcours, rdv: RendezVous): readonly Fait[] {
  const manques = p.rendezVous.filter((r) => r.id !== rdv.id && m.rendezVousIds.includes(r.id));
  const apres = manques.filter((r) => r.creneau.debut > rdv.creneau.debut);
  if (apres.length > 0 && apres.length === manques.length) return [];
  return [...clotureOf(m, 'rendez_vous_honore', null, rdv.id), ...openAnew(p, apres)];
}

function ouvertApres(p: Parcours, retraits: readonly Fait[]): number | null {
  const rouvert = retraits.find((f) => f.type === 'manquement_rouvert');
  if (rouvert !== undefined) return rouvert.manquement;
  const ouvert = findManquementOuvert(p.manquements, 'absence');
  const retire = retraits.some((f) => f.type === 'manquement_clos' && f.manquement === ouvert?.id);
  return ouvert === null || retire ? null : ouvert.id;
}
