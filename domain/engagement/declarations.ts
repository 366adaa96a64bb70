import { remobilisationOf } from '../obligations/cloture';
import { openManquement } from '../obligations/ouvrir';
import { aujourdhui, type Contexte, type Regles } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import { plafondOf, type Calendrier } from '../parcours/plafond';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import { reporteAuJourOuvre } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import { addDuree, type CivilDate } from '../temps/jour';
import { codesDeclaration, type GenreDeclaration } from './declarations-dues';
import type { DemandeEngagementDe } from './demandes-engagement';

export type DeclarationDue = { readonly genre: GenreDeclaration; readonly duLe: CivilDate };

type Suivi = Calendrier & Pick<Parcours, 'engagement'>;

/** R27 — the days of a declaration that concerns this person, from its first date (R01), up to the cap. */
function joursDe(genre: GenreDeclaration, p: Suivi, r: Regles): readonly CivilDate[] {
  const premiere = p.engagement.declarations[genre];
  const plafond = plafondOf(p, r);
  if (premiere === null || plafond === null) return [];
  const { dtrTousLesMois, actualisationTousLesMois } = r.dispositif.declarations;
  const pas = genre === 'dtr' ? dtrTousLesMois : actualisationTousLesMois;
  const jours: CivilDate[] = [];
  for (let k = 0; ; k += 1) {
    const le = addDuree(premiere, { mois: k * pas });
    if (le > plafond) return jours;
    jours.push(le);
  }
}

/** R27 — those of which nobody has said anything yet. */
export function* declarationsDues(p: Suivi, r: Regles): Iterable<DeclarationDue> {
  for (const genre of codesDeclaration)
    for (const duLe of joursDe(genre, p, r))
      if (p.engagement.constats[genre][duLe] === undefined) yield { genre, duLe };
}

/** R27 — which declarations concern this person, and from which date: a flag per person, never presumed. */
export function assignDeclarations(
  d: DemandeEngagementDe<'assignDeclarations'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  if (p.contrat === null) return refuse({ code: 'contrat_absent' });
  const minimum = jourAt(p.ouvertA, ctx.zone);
  const plafond = plafondOf(p, ctx);
  for (const le of [d.dtr, d.actualisation]) {
    if (le !== null && le < minimum) return refuse({ code: 'date_anterieure', minimum });
    if (le !== null && plafond !== null && le > plafond) return refuse({ code: 'apres_le_plafond', plafond });
  }
  return accepte({ type: 'declarations_suivies', dtr: d.dtr, actualisation: d.actualisation });
}

/** R27 — done at any time once it is the next one; excused or not done, only after its day (R04). */
export function recordDeclaration(
  d: DemandeEngagementDe<'recordDeclaration'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  if (!joursDe(d.genre, p, ctx).includes(d.duLe)) return refuse({ code: 'declaration_inconnue' });
  const avant = p.engagement.constats[d.genre][d.duLe];
  if (avant === 'faite' || (avant !== undefined && d.issue !== 'faite'))
    return refuse({ code: 'constat_deja_enregistre' });
  const jusquAu = reporteAuJourOuvre(d.duLe, ctx.zone);
  if (d.issue !== 'faite' && aujourdhui(ctx) <= jusquAu) return refuse({ code: 'constat_trop_tot', jusquAu });
  const prochaine = [...declarationsDues(p, ctx)].find((x) => x.genre === d.genre)?.duLe;
  if (prochaine !== undefined && d.duLe > prochaine && d.duLe > aujourdhui(ctx))
    return refuse({ code: 'constat_trop_tot', jusquAu: prochaine });
  const { genre, duLe, issue, texteId } = d;
  const source = { genre: 'declaration', objetId: `${genre}:${duLe}` } as const;
  return accepte(
    { type: 'declaration_constatee', genre, duLe, issue, texteId },
    ...(issue === 'non_faite' ? openManquement(p, source) : []),
    ...(issue === 'faite' && avant === 'non_faite' ? remobilisationOf(p, 'declaration') : []),
  );
}
