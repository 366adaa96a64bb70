import type { Contexte } from '../../domain/parcours/contexte';
import { jourAt } from '../../domain/temps/heure-locale';
import { jour, type CivilDate } from '../../domain/temps/jour';
import type { MotifChangement } from '../../domain/parcours/referent';
import type { Demande } from '../../domain/parcours/demandes';
import type { Parcours } from '../../domain/parcours/parcours';
import { recordBilansDus } from './bilans';
import { recordTous, signSiRecu, type Alentour, type Vie } from './vie';

/** R22 — who accompanies goes on a long leave, comes back, then leaves for good. */
export const referentPart: Vie = {
  code: 'referent',
  titre: 'Le référent part en long congé, revient, puis quitte la structure',
  idExterne: 'VAR-0012',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le, autour) => {
    if (le >= '2025-09-12') return [{ type: 'exitParcours', motif: 'formation', le }];
    return [
      ...signSiRecu(p, ctx, le),
      ...recordTous(p, ctx),
      ...recordBilansDus(p, ctx, le, 0),
      ...changeDeReferent(p, ctx, le, autour),
    ];
  },
};

const CHANGEMENTS: readonly { readonly du: CivilDate; readonly motif: MotifChangement }[] = [
  { du: jour('2025-03-17'), motif: 'conge' },
  { du: jour('2025-05-12'), motif: 'autre' },
  { du: jour('2025-06-30'), motif: 'depart' },
];

/** To the colleague, and back. */
function changeDeReferent(
  p: Parcours,
  ctx: Contexte,
  le: CivilDate,
  { equipe }: Alentour,
): readonly Demande[] {
  const { referent } = p;
  const change = CHANGEMENTS.findLast(({ du }) => du <= le);
  const collegue = equipe.find((id) => id !== referent?.id);
  if (referent === null || change === undefined || collegue === undefined) return [];
  if (jourAt(referent.depuisA, ctx.zone) >= change.du) return [];
  const { motif } = change;
  return [{ type: 'changeReferent', referentId: collegue, motif, le, texteId: null, transfertId: null }];
}

/** R35 — another structure, its own anchor: the contrat is signed again. */
export const reorientation: Vie = {
  code: 'reorientation',
  titre: 'Une réorientation : une autre structure, un nouveau contrat, une nouvelle ancre',
  idExterne: 'VAR-0013',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le, { suivant }) => [
    ...signSiRecu(p, ctx, le),
    ...recordTous(p, ctx),
    ...(le >= '2025-04-23' && suivant !== null
      ? [
          {
            type: 'reorientParcours',
            suivantId: suivant.parcoursId,
            dispositif: p.dispositif,
            structureId: suivant.structureId,
            zone: suivant.zone,
            referentId: suivant.referentId,
            orientationNotifieeLe: jour('2025-04-22'),
            soumisAuxObligations: null,
            texteId: null,
          } as const,
        ]
      : []),
  ],
  joueSuivant: (p, ctx, le) =>
    le >= '2025-08-22'
      ? [{ type: 'exitParcours', motif: 'creation_activite', le }]
      : [...signSiRecu(p, ctx, le), ...recordTous(p, ctx)],
};

/** R36 — the edition ends before the cap; nobody decides for two weeks, then a person closes. */
export const finDeFenetre: Vie = {
  code: 'fin-edition',
  titre: 'L’opération se termine avant le parcours : avis, décision demandée, puis clôture',
  idExterne: 'VAR-0014',
  debut: { ouvertLe: jour('2026-02-16'), notifieeLe: jour('2026-02-10') },
  joue: (p, ctx, le) =>
    le >= '2026-07-17'
      ? [{ type: 'exitParcours', motif: 'fin_operation', le }]
      : [...signSiRecu(p, ctx, le), ...recordTous(p, ctx)],
};

/** R33 — from that day, nothing is written to the person. */
export const deces: Vie = {
  code: 'deces',
  titre: 'Un décès : tout s’arrête, plus rien n’est écrit',
  idExterne: 'VAR-0015',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le) =>
    le >= '2025-04-28'
      ? [{ type: 'exitParcours', motif: 'deces', le }]
      : [...signSiRecu(p, ctx, le), ...recordTous(p, ctx)],
};
