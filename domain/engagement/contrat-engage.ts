import { remobilisationOf } from '../obligations/cloture';
import { openManquement } from '../obligations/ouvrir';
import { aujourdhui, type Contexte, type Regles } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import type { Refus } from '../refus';
import type { DemandeEngagementDe } from './demandes-engagement';
import type { Heures, VersionContrat } from './engagement';

/** R26 — the version of the contrat in force; null before the signature. */
export function findVersion(p: Pick<Parcours, 'engagement'>): VersionContrat | null {
  return p.engagement.versions.at(-1) ?? null;
}

/** R26 — the hours agreed: those of the edition unless a version says otherwise. */
export function heuresOf(v: VersionContrat, { dispositif }: Pick<Regles, 'dispositif'>): Heures {
  return v.heures ?? { parSemaine: dispositif.contrat.heures.parSemaine, motif: null };
}

/** R26 — fewer hours than usual, down to none, need a motive; more than the maximum is never asked of anybody. */
export function findRefusHeures(
  heures: Heures | undefined,
  { dispositif }: Pick<Regles, 'dispositif'>,
): Refus | null {
  if (heures === undefined) return null;
  const { parSemaine, maximum } = dispositif.contrat.heures;
  if (heures.parSemaine > maximum) return { code: 'heures_trop_nombreuses', maximum };
  if (heures.parSemaine < parSemaine && heures.motif === null)
    return { code: 'heures_sans_motif', habituelles: parSemaine };
  return null;
}

/** R26 — a motive explains fewer hours, and nothing else. */
export function heuresRetenues(
  { parSemaine, motif }: Heures,
  { dispositif }: Pick<Regles, 'dispositif'>,
): Heures {
  return { parSemaine, motif: parSemaine < dispositif.contrat.heures.parSemaine ? motif : null };
}

/** R26 — by either side, dated; the former version stays, the anchor of the parcours does not move. */
export function reviseContrat(d: DemandeEngagementDe<'reviseContrat'>, p: Parcours, ctx: Contexte): Verdict {
  const avant = findVersion(p);
  if (avant === null) return refuse({ code: 'contrat_absent' });
  if (d.le > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.le });
  if (d.le < avant.le) return refuse({ code: 'date_anterieure', minimum: avant.le });
  const refus = findRefusHeures(d.heures, ctx);
  if (refus !== null) return refuse(refus);
  return accepte(
    {
      type: 'contrat_revise',
      version: avant.version + 1,
      le: d.le,
      par: d.par,
      heures: d.heures === undefined ? avant.heures : heuresRetenues(d.heures, ctx),
      objectifs: d.objectifs ?? avant.objectifs,
      texteId: d.texteId,
    },
    ...remobilisationOf(p, 'contrat'),
  );
}

/** R27, B1 — a refusal to draw up the contrat, or to update it once signed: written down by a human, judged by nobody here. */
export function recordRefusContrat(
  d: DemandeEngagementDe<'recordRefusContrat'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  const minimum = p.orientation.notifieeLe;
  if (d.le > aujourdhui(ctx)) return refuse({ code: 'date_future', le: d.le });
  if (d.le < minimum) return refuse({ code: 'date_anterieure', minimum });
  const refus = p.engagement.refus.length + 1;
  return accepte(
    {
      type: 'contrat_refuse',
      refus,
      quoi: p.contrat === null ? 'etablir' : 'actualiser',
      le: d.le,
      texteId: d.texteId,
    },
    ...openManquement(p, { genre: 'contrat', objetId: String(refus) }),
  );
}
