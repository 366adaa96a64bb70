import { avertissement, escalades } from '../parcours/avertissements';
import type { CodeAvis } from '../parcours/avis';
import type { Regles } from '../parcours/contexte';
import type { Echeance } from '../parcours/echeance';
import type { Parcours } from '../parcours/parcours';
import { addJoursOuvres, reporteAuJourOuvre } from '../temps/calendrier';
import type { CivilDate } from '../temps/jour';
import type { Calendrier } from '../parcours/plafond';
import { decalageOf, decale } from '../pauses/pause';
import { declarationsDues } from './declarations';
import type { Demarche, EtapeConvenue } from './engagement';

/** R27 — last day to do what was promised: its date, moved by the pauses since it was agreed (R20), then by R04. */
export function limiteConstat(
  { declareeLe, avantLe }: Pick<Demarche, 'declareeLe' | 'avantLe'>,
  { pauses }: Pick<Parcours, 'pauses'>,
  { zone }: Pick<Regles, 'zone'>,
): CivilDate {
  return reporteAuJourOuvre(decale(pauses, declareeLe, avantLe), zone);
}

/** R27 — steps and declarations that nobody has spoken of yet: asked about once their day is over. */
export function* echeancesConstat(
  p: Calendrier & Pick<Parcours, 'id' | 'engagement'>,
  r: Regles,
): Iterable<Echeance> {
  for (const d of p.engagement.demarches) {
    if (d.issue !== null) continue;
    const decalage = decalageOf(d.avantLe, decale(p.pauses, d.declareeLe, d.avantLe));
    const cle = `demarche:${d.numero}${decalage}`;
    yield* demandesDeConstat(p, r, cle, 'demarche_a_constater', limiteConstat(d, p, r), r.dispositif.constat);
  }
  for (const { genre, duLe } of declarationsDues(p, r)) {
    const limite = reporteAuJourOuvre(duLe, r.zone);
    yield* demandesDeConstat(
      p,
      r,
      `${genre}:${duLe}`,
      'declaration_a_constater',
      limite,
      r.dispositif.constat,
    );
  }
}

/** R39 — last day of a step, moved by the pauses since its days were written (R20), then by R04. */
export function limiteEtape(
  { declareeLe, au }: Pick<EtapeConvenue, 'declareeLe' | 'au'>,
  p: Pick<Parcours, 'pauses'>,
  r: Pick<Regles, 'zone'>,
): CivilDate {
  return limiteConstat({ declareeLe, avantLe: au }, p, r);
}

/** R39 — a step whose last day is over and of which nobody has said anything. */
export function* echeancesEtape(
  p: Pick<Parcours, 'id' | 'engagement' | 'pauses'>,
  r: Regles,
): Iterable<Echeance> {
  const { etapes } = r.dispositif;
  if (etapes === null) return;
  for (const t of p.engagement.etapes) {
    if (t.issue !== null) continue;
    const decalage = decalageOf(t.au, decale(p.pauses, t.declareeLe, t.au));
    const cle = `etape:${t.numero}.${t.revision}${decalage}`;
    yield* demandesDeConstat(p, r, cle, 'etape_a_constater', limiteEtape(t, p, r), etapes);
  }
}

function* demandesDeConstat(
  p: Pick<Parcours, 'id'>,
  r: Regles,
  cle: string,
  avis: CodeAvis,
  limite: CivilDate,
  { referentJoursOuvres, responsableJoursOuvres }: Regles['dispositif']['constat'],
): Iterable<Echeance> {
  for (const n of referentJoursOuvres) {
    yield avertissement(p.id, r, {
      nature: 'engagement',
      cle: `${cle}:constat:${n}`,
      duLe: addJoursOuvres(limite, n, r.zone),
      avis,
      pour: ['referent'],
      serie: `${cle}:referent`,
    });
  }
  const retard = addJoursOuvres(limite, responsableJoursOuvres, r.zone);
  const auResponsable = { nature: 'engagement', avis, serie: `${cle}:responsable` } as const;
  yield avertissement(p.id, r, {
    cle: `${cle}:retard:${responsableJoursOuvres}`,
    duLe: retard,
    pour: ['responsable'],
    ...auResponsable,
  });
  yield* escalades(p.id, r, retard, { cle, ...auResponsable });
}
