import { remobilisationOf } from '../obligations/cloture';
import { openManquement } from '../obligations/ouvrir';
import { aujourdhui, type Contexte } from '../parcours/contexte';
import type { Parcours } from '../parcours/parcours';
import { plafondOf } from '../parcours/plafond';
import { accepte, refuse, type Verdict } from '../parcours/verdict';
import type { Refus } from '../refus';
import type { IssueConstat } from './codes';
import { limiteConstat } from './constats';
import type { DemandeEngagementDe, DemarcheConvenue } from './demandes-engagement';
import type { Demarche } from './engagement';
import type { FaitEngagement } from './faits-engagement';

/** R27 — a step agreed with the person, dated from today on, before the cap. */
export function addDemarche(d: DemandeEngagementDe<'addDemarche'>, p: Parcours, ctx: Contexte): Verdict {
  const refus = findRefusDemarche(d, p, ctx);
  return refus === null ? accepte(declarationOf(d, p, 0, null)) : refuse(refus);
}

/** R25, R27 — what refuses the date of a step. */
function findRefusDemarche({ avantLe }: DemarcheConvenue, p: Parcours, ctx: Contexte): Refus | null {
  const plafond = plafondOf(p, ctx);
  if (avantLe < aujourdhui(ctx)) return { code: 'echeance_passee' };
  return plafond !== null && avantLe > plafond ? { code: 'apres_le_plafond', plafond } : null;
}

function declarationOf(
  { quoi, de, avantLe, texteId }: DemarcheConvenue,
  p: Parcours,
  apres: number,
  rendezVousId: number | null,
): FaitEngagement {
  const demarche = p.engagement.demarches.length + 1 + apres;
  return { type: 'demarche_declaree', demarche, quoi, de, avantLe, rendezVousId, texteId };
}

/**
 * R25 — what an honoured appointment records: what was agreed, in erasable words, and the next steps with their
 * dates. Written again, its words replace the former ones and its steps join those already there.
 */
export function recordEntretien(
  d: DemandeEngagementDe<'recordEntretien'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  const rdv = p.rendezVous.find((r) => r.id === d.rendezVousId);
  if (rdv === undefined) return refuse({ code: 'rendez_vous_inconnu' });
  if (rdv.issue?.statut !== 'honore') return refuse({ code: 'rendez_vous_non_honore' });
  if (d.texteId === null && d.demarches.length === 0) return refuse({ code: 'entretien_vide' });
  for (const demarche of d.demarches) {
    const refus = findRefusDemarche(demarche, p, ctx);
    if (refus !== null) return refuse(refus);
  }
  return accepte(
    { type: 'entretien_enregistre', rendezVousId: rdv.id, texteId: d.texteId },
    ...d.demarches.map((x, i) => declarationOf(x, p, i, rdv.id)),
  );
}

/** R27 — what a human may say of a step today: nothing against the person before its day is over. */
export function issuesPermises(
  d: Demarche,
  p: Pick<Parcours, 'pauses'>,
  ctx: Pick<Contexte, 'maintenant' | 'zone'>,
): readonly (IssueConstat | 'sans_objet')[] {
  if (d.issue !== null) return d.issue.issue === 'faite' || d.issue.issue === 'sans_objet' ? [] : ['faite'];
  return aujourdhui(ctx) <= limiteConstat(d, p, ctx)
    ? ['faite', 'sans_objet']
    : ['faite', 'excusee', 'non_faite', 'sans_objet'];
}

/** R27 — done, excused, not done, or without object any more. A step of the service is never held against the person. */
export function recordDemarche(
  d: DemandeEngagementDe<'recordDemarche'>,
  p: Parcours,
  ctx: Contexte,
): Verdict {
  const demarche = p.engagement.demarches.find((x) => x.numero === d.demarche);
  if (demarche === undefined) return refuse({ code: 'demarche_inconnue' });
  if (!issuesPermises(demarche, p, ctx).includes(d.issue))
    return refuse(
      demarche.issue === null
        ? { code: 'constat_trop_tot', jusquAu: limiteConstat(demarche, p, ctx) }
        : { code: 'constat_deja_enregistre' },
    );
  const source = { genre: 'demarche', objetId: String(d.demarche) } as const;
  return accepte(
    { type: 'demarche_constatee', demarche: d.demarche, issue: d.issue, texteId: d.texteId },
    ...(d.issue === 'non_faite' && demarche.de === 'personne' ? openManquement(p, source) : []),
    ...(d.issue === 'faite' && demarche.issue?.issue === 'non_faite' ? remobilisationOf(p, 'demarche') : []),
  );
}
