import type { Refus } from '../refus';
import { addJoursOuvres, joursAvant, reporteAuJourOuvre } from '../temps/calendrier';
import { addDuree, type CivilDate } from '../temps/jour';
import { avertissement, escalades } from './avertissements';
import { decalageOf, decale, findPauseDu } from '../pauses/pause';
import { aujourdhui, matinOf, type Contexte, type Regles } from './contexte';
import type { DemandeDe } from './demandes';
import type { Echeance } from './echeance';
import { revisionDite, type Parcours } from './parcours';
import { plafondOf, type Calendrier } from './plafond';
import { accepte, refuse, type Verdict } from './verdict';

/** R15 — one bilan: the day on which it is due (R04), and the first day on which it is announced and may be recorded. */
export type BilanPrevu = {
  readonly rang: number;
  readonly aTenirLe: CivilDate;
  readonly annonceLe: CivilDate;
  /** R20 — how far pauses have moved it, as its clés say. */
  readonly decalage: string;
};

/** R15 — bilans at each multiple of six months up to the cap, the one at the cap included, always from the anchor. */
export function bilansPrevus(p: Calendrier, r: Regles): readonly BilanPrevu[] {
  const plafond = plafondOf(p, r);
  if (p.contrat === null || plafond === null || r.dispositif.bilan === null) return [];
  const { tousLesMois, annonce } = r.dispositif.bilan;
  const prevus: BilanPrevu[] = [];
  for (let rang = 1; ; rang += 1) {
    const brut = addDuree(p.contrat.signeLe, { mois: rang * tousLesMois });
    const le = decale(p.pauses, p.contrat.signeLe, brut);
    if (le > plafond) return prevus;
    const aTenirLe = reporteAuJourOuvre(le, r.zone);
    const annonceLe = joursAvant(aTenirLe, annonce, r.zone);
    const decalage = `${revisionDite(p.contrat)}${decalageOf(brut, le)}`;
    prevus.push({ rang, aTenirLe, annonceLe, decalage });
  }
}

export function bilansARealiser(p: Calendrier & Pick<Parcours, 'bilans'>, r: Regles): readonly BilanPrevu[] {
  return bilansPrevus(p, r).filter(({ rang }) => !p.bilans.some((b) => b.rang === rang));
}

/** The business key of an announcement: another day, because of a pause or of a correction, is another one. */
export function cleAnnonce({ rang, decalage }: Pick<BilanPrevu, 'rang' | 'decalage'>): string {
  return `bilan:${rang}:annonce${decalage}`;
}

/** R15 — announced to the person and the référent, recalled to the référent, then to the manager, then R12. */
export function* echeancesBilan(
  p: Calendrier & Pick<Parcours, 'id' | 'bilans'>,
  r: Regles,
): Iterable<Echeance> {
  if (r.dispositif.bilan === null) return;
  const { rappels, retardResponsableJoursOuvres } = r.dispositif.bilan;
  for (const { rang, aTenirLe, annonceLe, decalage } of bilansARealiser(p, r)) {
    const cle = `bilan:${rang}`;
    yield {
      nature: 'bilan',
      cle: cleAnnonce({ rang, decalage }),
      duLe: annonceLe,
      a: matinOf(p.id, annonceLe, r),
      serie: null,
      geste: 'annoncer_bilan',
      bilan: rang,
      aTenirLe,
    };
    for (const n of rappels) {
      yield avertissement(p.id, r, {
        nature: 'bilan',
        cle: `${cle}:rappel:${n}${decalage}`,
        duLe: joursAvant(aTenirLe, n, r.zone),
        avis: 'bilan_a_tenir',
        pour: ['referent'],
        serie: `${cle}:referent`,
      });
    }
    const retard = addJoursOuvres(aTenirLe, retardResponsableJoursOuvres, r.zone);
    const enRetard = { nature: 'bilan', avis: 'bilan_en_retard', serie: `${cle}:responsable` } as const;
    yield avertissement(p.id, r, {
      cle: `${cle}:retard:${retardResponsableJoursOuvres}${decalage}`,
      duLe: retard,
      pour: ['responsable'],
      ...enRetard,
    });
    yield* escalades(p.id, r, retard, { cle, decalage, ...enRetard });
  }
}

/** R15 — the bilan of that rank, announced and not yet held; or why it is not. */
export function findBilanAnnonce(rang: number, p: Parcours, ctx: Contexte): BilanPrevu | Refus {
  if (p.contrat === null) return { code: 'contrat_absent' };
  const fait = p.bilans.find((b) => b.rang === rang);
  if (fait !== undefined) return { code: 'bilan_deja_realise', tenuLe: fait.tenuLe };
  const prevu = bilansPrevus(p, ctx).find((b) => b.rang === rang);
  if (prevu === undefined) return { code: 'bilan_inconnu' };
  return aujourdhui(ctx) < prevu.annonceLe
    ? { code: 'bilan_pas_encore_annonce', aPartirDu: prevu.annonceLe }
    : prevu;
}

/** R15 — recordable from its announcement on, also after the cap; lateness never shifts the next one. */
export function recordBilan(d: DemandeDe<'recordBilan'>, p: Parcours, ctx: Contexte): Verdict {
  const prevu = findBilanAnnonce(d.bilan, p, ctx);
  if ('code' in prevu) return refuse(prevu);
  const le = aujourdhui(ctx);
  if (d.tenuLe > le) return refuse({ code: 'date_future', le: d.tenuLe });
  if (d.tenuLe < prevu.annonceLe) return refuse({ code: 'date_anterieure', minimum: prevu.annonceLe });
  // R19 — nobody is received in a pause; one held before it may be written down while it lasts.
  if (findPauseDu(p.pauses, d.tenuLe) !== null) return refuse({ code: 'parcours_en_pause' });
  const { bilan, tenuLe, objectifs, orientation } = d;
  return accepte({ type: 'bilan_realise', bilan, tenuLe, objectifs, orientation });
}

/** R15 — those that may be recorded: announced, not yet held. */
export function bilansAnnonces(p: Parcours, r: Regles, le: CivilDate): readonly BilanPrevu[] {
  return bilansARealiser(p, r).filter(({ annonceLe }) => annonceLe <= le);
}
