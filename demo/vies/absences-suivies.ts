import { findManquementOuvert } from '../../domain/obligations/manquement';
import { addJours, jour } from '../../domain/temps/jour';
import { jourAt } from '../../domain/temps/heure-locale';
import { recordBilansDus } from './bilans';
import { qualifySansReponse, TEXTE } from './echelle';
import { aRenseigner, recordPresence, recordTous, signSiRecu, type Vie } from './vie';

/** R10, R14 — two appointments missed in a row join one ladder, which the next one closes. */
export const deuxAbsences: Vie = {
  code: 'deux-absences',
  titre: 'Deux absences de suite, une seule échelle, puis la personne revient',
  idExterne: 'VAR-0007',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le) => {
    if (le >= '2025-06-20') return [{ type: 'exitParcours', motif: 'formation', le }];
    return [
      ...signSiRecu(p, ctx, le),
      ...aRenseigner(p, ctx).map((r) => recordPresence(r, r.id === 2 || r.id === 3 ? 'absent' : 'honore')),
    ];
  },
};

/** R31 — the motive is heard once the signalement is already proposed: it is legitimate, all is lifted. */
export const motifApresCoup: Vie = {
  code: 'motif-tardif',
  titre: 'Un motif légitime connu quand le signalement est déjà proposé',
  idExterne: 'VAR-0008',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le) => {
    if (le >= '2025-09-19') return [{ type: 'exitParcours', motif: 'structure_insertion', le }];
    const m = findManquementOuvert(p.manquements, 'absence');
    return [
      ...signSiRecu(p, ctx, le),
      ...aRenseigner(p, ctx).map((r) =>
        recordPresence(
          r,
          r.id === 1 || p.manquements.some((x) => x.etat.etat === 'clos') ? 'honore' : 'absent',
        ),
      ),
      ...qualifySansReponse(p, ctx, le),
      ...(m?.etat.etat === 'signalement_propose'
        ? ([
            { type: 'recordMotif', manquement: m.id, motif: 'deuil', recuLe: le, texteId: null },
            { type: 'qualifyMotif', manquement: m.id, qualification: 'legitime', texteId: null },
          ] as const)
        : []),
      ...recordBilansDus(p, ctx, le, 0),
    ];
  },
};

/** R31 — back on the way after the transmission: the second signal is transmitted too. */
export const retour: Vie = {
  code: 'remobilisation',
  titre: 'Le signalement est transmis, la personne reprend : le second signal part aussi',
  idExterne: 'VAR-0009',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le) => {
    if (le >= '2025-09-26') return [{ type: 'exitParcours', motif: 'contrat_aide', le }];
    const m = findManquementOuvert(p.manquements, 'absence');
    const transmisLe = m?.transmisA == null ? null : jourAt(m.transmisA, ctx.zone);
    const aTransmettre = p.manquements.find((x) => x.signaux.some((s) => s.transmisLe === null));
    return [
      ...signSiRecu(p, ctx, le),
      ...aRenseigner(p, ctx).map((r) =>
        recordPresence(r, r.id === 1 || (m === null && p.manquements.length > 0) ? 'honore' : 'absent'),
      ),
      ...qualifySansReponse(p, ctx, le),
      ...(m?.etat.etat === 'signalement_propose'
        ? [{ type: 'confirmSignalement', manquement: m.id, texteId: TEXTE } as const]
        : []),
      ...(m !== null && transmisLe !== null && le >= addJours(transmisLe, 12)
        ? [{ type: 'recordRemobilisation', manquement: m.id, le, texteId: null } as const]
        : []),
      ...(aTransmettre === undefined
        ? []
        : [{ type: 'recordTransmission', manquement: aTransmettre.id, le } as const]),
      ...recordBilansDus(p, ctx, le, 0),
    ];
  },
};

/** R32 — an absence recorded by mistake, put right four days later, when the person had already been written to. */
export const absenceCorrigee: Vie = {
  code: 'erreur',
  titre: 'Une absence notée par erreur, corrigée quatre jours après : la personne l’apprend',
  idExterne: 'VAR-0010',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le) => {
    if (le >= '2025-06-24') return [{ type: 'exitParcours', motif: 'cdi', le }];
    const faux = p.rendezVous.find((r) => r.id === 2 && r.issue?.statut === 'absent');
    const tard = faux !== undefined && le >= addJours(jourAt(faux.creneau.debut, ctx.zone), 4);
    return [
      ...signSiRecu(p, ctx, le),
      ...aRenseigner(p, ctx).map((r) => recordPresence(r, r.id === 2 ? 'absent' : 'honore')),
      ...(tard && !p.manquements.some((m) => m.etat.etat === 'clos')
        ? [{ type: 'correctStatut', rendezVousId: faux.id, statut: 'honore', texteId: null } as const]
        : []),
    ];
  },
};

/** R21 — declared a week late: the absence becomes an excuse, and the ladder it had opened is closed. */
export const pauseRetroactive: Vie = {
  code: 'pause-tardive',
  titre: 'Une pause apprise après coup : l’absence devient une excuse',
  idExterne: 'VAR-0011',
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le) => {
    if (le >= '2025-07-18') return [{ type: 'exitParcours', motif: 'recherche_emploi', le }];
    const manque = p.rendezVous.find((r) => r.id === 2 && r.issue?.statut === 'absent');
    const du = manque === undefined ? null : jourAt(manque.creneau.debut, ctx.zone);
    return [
      ...(du !== null && p.pauses.length === 0 && le >= addJours(du, 6)
        ? [{ type: 'pauseParcours', motif: 'proche', du: addJours(du, -1), au: addJours(du, 24) } as const]
        : []),
      ...signSiRecu(p, ctx, le),
      ...recordTous({ ...p, rendezVous: p.rendezVous.filter((r) => r.id !== 2) }, ctx),
      ...aRenseigner(p, ctx)
        .filter((r) => r.id === 2)
        .map((r) => recordPresence(r, 'absent')),
    ];
  },
};
