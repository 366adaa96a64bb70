import { clotureOf } from '../obligations/cloture';
import type { Contexte, Regles } from '../parcours/contexte';
import type { DemandeDe } from '../parcours/demandes';
import type { Fait } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { plafondOf } from '../parcours/plafond';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import type { Refus } from '../refus';
import type { Jours } from '../rendez-vous/agenda';
import type { RendezVous } from '../rendez-vous/rendez-vous';
import { jourAt } from '../temps/heure-locale';
import { addJours, plusTard, plusTot, type CivilDate } from '../temps/jour';
import { pauseActuelle, SANS_FIN, type Pause } from './pause';

/** R19, R21 — a human stops the accompaniment for a time; declared late, it corrects what followed its first day. */
export function pauseParcours(d: DemandeDe<'pauseParcours'>, p: Parcours, ctx: Contexte): Verdict {
  if (d.au !== null && d.au < d.du) return refuse({ code: 'pause_sans_duree' });
  const minimum = jourDuDebut(p, ctx);
  if (d.du < minimum) return refuse({ code: 'date_anterieure', minimum });
  const plafond = plafondOf(p, ctx);
  if (plafond !== null && d.du > plafond) return refuse({ code: 'apres_le_plafond', plafond });
  const jours = { du: d.du, au: d.au ?? SANS_FIN };
  const refus = refuseJours(p, jours, ctx);
  if (refus !== null) return refuse(refus);
  const { motif, du, au } = d;
  return accepte(
    { type: 'pause_declaree', pause: p.pauses.length + 1, motif, du, au },
    ...corrections(p, jours, ctx),
  );
}

/** R20 — a human says from which day the accompaniment goes on: before, on or after the day that was planned. */
export function resumeParcours(d: DemandeDe<'resumeParcours'>, p: Parcours, ctx: Contexte): Verdict {
  const pause = pauseActuelle(p.pauses);
  if (pause === null) return refuse({ code: 'aucune_pause' });
  if (d.le < pause.du) return refuse({ code: 'date_anterieure', minimum: pause.du });
  const autres = { ...p, pauses: p.pauses.filter(({ id }) => id !== pause.id) };
  const jours = { du: pause.du, au: addJours(d.le, -1) };
  const refus = refuseJours(autres, jours, ctx);
  if (refus !== null) return refuse(refus);
  return accepte(
    { type: 'parcours_repris', pause: pause.id, le: d.le },
    ...(d.le > pause.du ? corrections(p, jours, ctx) : []),
  );
}

/** The first day on which a pause may begin: the opening, or the signature when it came before. */
function jourDuDebut(p: Parcours, { zone }: Pick<Regles, 'zone'>): CivilDate {
  const ouvertLe = jourAt(p.ouvertA, zone);
  return p.contrat === null ? ouvertLe : plusTot(ouvertLe, p.contrat.signeLe);
}

/** R19 — the latest days on which a pause could begin: after whoever came, and clear of the other pauses. */
export function joursLibresPourPause(
  p: Parcours,
  r: Regles,
): { readonly du: CivilDate; readonly au: CivilDate | null; readonly sansFin: boolean } | null {
  const debut = jourDuDebut(p, r);
  const plafond = plafondOf(p, r);
  const pauses = p.pauses.filter((x) => !estRenoncee(x));
  const venues = p.rendezVous
    .filter((rdv) => rdv.issue?.statut === 'honore')
    .map((rdv) => jourAt(rdv.creneau.debut, r.zone));
  const pris = [
    ...pauses.map(({ du, au }) => ({ du, au: au ?? SANS_FIN })),
    ...[...venues, ...p.bilans.map(({ tenuLe }) => tenuLe)].map((le) => ({ du: le, au: le })),
  ];
  let fin = plafond ?? SANS_FIN;
  for (const { du } of pris.filter((x) => x.du <= fin && fin <= x.au)) fin = plusTot(fin, addJours(du, -1));
  while (pris.some((x) => x.du <= fin && fin <= x.au)) fin = addJours(fin, -1);
  const du = pris.filter((x) => x.au < fin).reduce((le, x) => plusTard(le, addJours(x.au, 1)), debut);
  if (du > fin) return null;
  return { du, au: fin === SANS_FIN ? null : fin, sansFin: pris.every((x) => x.au < du) };
}

function refuseJours(p: Parcours, jours: Jours, ctx: Contexte): Refus | null {
  const autre = p.pauses.find((x) => !estRenoncee(x) && x.du <= jours.au && jours.du <= (x.au ?? SANS_FIN));
  if (autre !== undefined) return { code: 'pause_chevauche', du: autre.du };
  const bilan = p.bilans.find(({ tenuLe }) => jours.du <= tenuLe && tenuLe <= jours.au);
  if (bilan !== undefined) return { code: 'pause_bilan_tenu', le: bilan.tenuLe };
  const honore = rendezVousDans(p, jours, ctx).find((rdv) => rdv.issue?.statut === 'honore');
  if (honore === undefined) return null;
  return { code: 'pause_rendez_vous_honore', le: jourAt(honore.creneau.debut, ctx.zone) };
}

function estRenoncee({ du, au }: Pause): boolean {
  return au !== null && au < du;
}

function rendezVousDans(p: Parcours, { du, au }: Jours, { zone }: Contexte): readonly RendezVous[] {
  return p.rendezVous.filter((rdv) => {
    const le = jourAt(rdv.creneau.debut, zone);
    return du <= le && le <= au;
  });
}

/**
 * R19, R21 — appointments inside are cancelled, an absence recorded there becomes excused, and a ladder that
 * stood on those absences alone is closed: nobody is reproached for not coming during a pause.
 */
function corrections(p: Parcours, jours: Jours, ctx: Contexte): readonly Fait[] {
  const dedans = rendezVousDans(p, jours, ctx);
  const absents = dedans.filter((rdv) => rdv.issue?.statut === 'absent');
  const ids = new Set(absents.map((rdv) => rdv.id));
  return [
    ...dedans
      .filter((rdv) => rdv.issue === null)
      .map((rdv): Fait => {
        const silencieux = rdv.creneau.debut <= ctx.maintenant;
        return {
          type: 'rendez_vous_annule',
          rendezVousId: rdv.id,
          par: 'service',
          tardive: false,
          silencieux,
        };
      }),
    ...absents.map((rdv): Fait => ({
      type: 'statut_enregistre',
      rendezVousId: rdv.id,
      statut: 'excuse',
      corrige: true,
      texteId: null,
    })),
    ...p.manquements
      .filter(
        (m) => m.etat.etat !== 'clos' && m.genre === 'absence' && m.rendezVousIds.every((id) => ids.has(id)),
      )
      .flatMap((m) => clotureOf(m, 'pause_declaree')),
  ];
}
