import type { Precision } from '../courriels/recapitulatif-dit';
import type { CodeAvis } from '../parcours/avis';
import type { Regles } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import { reporteAuJourOuvre } from '../temps/calendrier';
import type { CivilDate } from '../temps/jour';
import { limiteConstat, limiteEtape } from './constats';
import { declarationsDues } from './declarations';
import { momentsVides } from './droits';
import type { EtapeConvenue } from './engagement';
import { findBilanProche, findPointPrevu, type PointPrevu } from './point-legal';
import { jourDesPublics } from './publics';

/** R17 — what a line about the contrat or what was agreed says still holds when it is read. */
export function estAttendu(avis: CodeAvis, cle: string, p: Parcours, r: Regles): boolean {
  const [genre, sujet = ''] = cle.split(':');
  switch (avis) {
    case 'demarche_a_constater':
      return p.engagement.demarches.some((d) => d.numero === Number.parseInt(sujet) && d.issue === null);
    case 'declaration_a_constater':
      return [...declarationsDues(p, r)].some((d) => d.genre === genre && d.duLe === sujet);
    case 'etape_a_constater':
      return findEtape(p, sujet)?.issue === null;
    case 'publics_a_indiquer':
      return jourDesPublics(p, r) !== null;
    case 'droits_a_examiner':
      return momentsVides(p).some(({ moment }) => String(moment) === sujet);
    default:
      return pointDe(cle, p, r) !== null;
  }
}

/** R39 — the step that a clé names, while its days are those of the clé: `3.2`, perhaps moved by a pause (`3.2+10`). */
function findEtape(p: Parcours, sujet: string): EtapeConvenue | null {
  const [numero, revision] = sujet.split('.').map((x) => Number.parseInt(x));
  return p.engagement.etapes.find((t) => t.numero === numero && t.revision === revision) ?? null;
}

/** The point that a clé names, while it is still the one expected: `point:2.6:rappel:7`. */
export function pointDe(cle: string, p: Parcours, r: Regles): PointPrevu | null {
  const point = findPointPrevu(p, r);
  return point !== null && cle.startsWith(`${point.cle}:`) ? point : null;
}

/** R17 — the day that such a line names. */
export function precisionEngagement(
  { avis, cle }: { readonly avis: CodeAvis; readonly cle: string },
  p: Parcours,
  r: Regles,
): Precision | null {
  const sujet = cle.split(':')[1] ?? '';
  if (avis === 'declaration_a_constater')
    return { quoi: 'jour', le: reporteAuJourOuvre(sujet as CivilDate, r.zone) };
  if (avis === 'etape_a_constater') {
    const etape = findEtape(p, sujet);
    return etape === null ? null : { quoi: 'jour', le: limiteEtape(etape, p, r) };
  }
  const demarche = p.engagement.demarches.find((d) => d.numero === Number.parseInt(sujet));
  if (avis === 'demarche_a_constater')
    return demarche === undefined ? null : { quoi: 'jour', le: limiteConstat(demarche, p, r) };
  const point = pointDe(cle, p, r);
  if (point === null) return null;
  const proche = point.avecBilan === null ? findBilanProche(p, r) : null;
  return proche === null
    ? { quoi: 'jour', le: point.aTenirLe }
    : { quoi: 'point', le: point.aTenirLe, bilan: proche.rang };
}
