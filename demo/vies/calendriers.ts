import { plafondOf } from '../../domain/parcours/plafond';
import { findPauseDu } from '../../domain/pauses/pause';
import { jour, type CivilDate } from '../../domain/temps/jour';
import type { Contexte } from '../../domain/parcours/contexte';
import type { Demande } from '../../domain/parcours/demandes';
import type { Parcours } from '../../domain/parcours/parcours';
import { recordBilansDus } from './bilans';
import { recordTous, signSiRecu, type Vie } from './vie';

/** A contrat signed on that day, recorded on the first evening that follows. */
function signLe(p: Parcours, le: CivilDate, signeLe: CivilDate): readonly Demande[] {
  return p.contrat === null && le >= signeLe ? [{ type: 'signContrat', signeLe }] : [];
}

function vit(p: Parcours, ctx: Contexte, le: CivilDate): readonly Demande[] {
  return [...recordTous(p, ctx), ...recordBilansDus(p, ctx, le, 0)];
}

/** R19, R20 — ill when the cap comes; the days come back, and the accompaniment ends later. */
export const maladieAuPlafond: Vie = {
  code: 'maladie',
  titre: 'Malade au moment de la durée maximale, puis le retour : la fin est plus loin',
  idExterne: 'VAR-0016',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2024-03-04') },
  joue: (p, ctx, le) => {
    const fin = plafondOf(p, ctx);
    return [
      ...signLe(p, le, jour('2024-03-18')),
      ...(le >= '2025-08-25' && p.pauses.length === 0
        ? [{ type: 'pauseParcours', motif: 'maladie', du: le, au: null } as const]
        : []),
      ...(le >= '2025-10-27' && p.pauses[0]?.au === null ? [{ type: 'resumeParcours', le } as const] : []),
      ...(findPauseDu(p.pauses, le) === null ? vit(p, ctx, le) : []),
      ...(fin !== null && p.plafondAtteintA !== null && le > fin
        ? [{ type: 'exitParcours', motif: 'duree_maximale', le } as const]
        : []),
    ];
  },
};

/** R01 — months counted from a 31st: the 30th, or the 28th of February, when there is no 31st. */
export const trenteEtUnAout: Vie = {
  code: '31-aout',
  titre: 'Un contrat signé le 31 août : les mois finissent le dernier jour',
  idExterne: 'VAR-0017',
  debut: { ouvertLe: jour('2025-08-25'), notifieeLe: jour('2025-08-20') },
  joue: (p, ctx, le) =>
    le >= '2026-03-20'
      ? [{ type: 'exitParcours', motif: 'contrat_aide', le }]
      : [...signLe(p, le, jour('2025-08-31')), ...vit(p, ctx, le)],
};

/** R01, R02 — signed on a 29 February, before the file came: a year later is the 28th, the cap is on 29 August. */
export const vingtNeufFevrier: Vie = {
  code: '29-fevrier',
  titre: 'Un contrat signé un 29 février : un an après, le 28 ; la durée maximale, le 29 août',
  idExterne: 'VAR-0018',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2024-02-20') },
  joue: (p, ctx, le) => [
    ...signLe(p, le, jour('2024-02-29')),
    ...vit(p, ctx, le),
    ...(p.plafondAtteintA === null ? [] : [{ type: 'exitParcours', motif: 'objectif_atteint', le } as const]),
  ],
};

/** R37 — its mornings, its holidays, its evenings. */
export const outreMer: Vie = {
  code: 'outre-mer',
  titre: 'Une structure de La Réunion : ses matins, ses jours fériés, sa montre',
  idExterne: 'VAR-0019',
  lieu: 2,
  debut: { ouvertLe: jour('2025-11-03'), notifieeLe: jour('2025-10-28') },
  joue: (p, ctx, le) =>
    le >= '2026-02-20'
      ? [{ type: 'exitParcours', motif: 'demenagement', le }]
      : [...signSiRecu(p, ctx, le), ...recordTous(p, ctx)],
};

/** R37 — west of Greenwich, where the clock changes on another Sunday than in Paris: 8 March 2026. */
export const heureDEte: Vie = {
  code: 'heure-d-ete',
  titre: 'Une structure de Saint-Pierre-et-Miquelon, au passage à l’heure d’été',
  idExterne: 'VAR-0023',
  lieu: 3,
  debut: { ouvertLe: jour('2026-02-02'), notifieeLe: jour('2026-01-28') },
  joue: (p, ctx, le) =>
    le >= '2026-04-03'
      ? [{ type: 'exitParcours', motif: 'formation', le }]
      : [...signSiRecu(p, ctx, le), ...recordTous(p, ctx)],
};

/** R33, R34 — a fixed-term job, then the question six months later, and its answer a month after. */
export const suivi: Vie = {
  code: 'suivi',
  titre: 'Un CDD de sept mois : la situation six mois après, répondue après une relance',
  idExterne: 'VAR-0020',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le) =>
    le >= '2025-05-15'
      ? [
          {
            type: 'exitParcours',
            motif: 'cdd',
            le,
            emploi: { debutLe: jour('2025-05-19'), finLe: jour('2025-12-19') },
          },
        ]
      : [...signSiRecu(p, ctx, le), ...recordTous(p, ctx)],
  apresSortie: (p, _, le) =>
    p.suiviSortie.demandeLe !== null && p.suiviSortie.reponse === null && le >= '2025-12-12'
      ? [{ type: 'recordSuivi', situation: 'en_emploi', le, texteId: null }]
      : [],
};
