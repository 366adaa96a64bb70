import { avertissement } from '../parcours/avertissements';
import type { CodeAvis, RoleProfessionnel } from '../parcours/avis';
import { matinOf, type Regles } from '../parcours/contexte';
import type { Echeance } from '../parcours/echeance';
import type { Parcours } from '../parcours/parcours';
import { addJoursOuvres, reporteAuJourOuvre } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import { addJoursOuvresHorsPause, decalageOf, decale } from '../pauses/pause';
import { addJours, type CivilDate } from '../temps/jour';
import {
  findLettreCourante,
  type LettreManquement,
  type Manquement,
  type ManquementOuvert,
} from './manquement';

type Etat = Pick<Parcours, 'id' | 'pauses' | 'manquements'>;

/** R14 — last day to answer a letter: so many days after it was delivered, moved by R04; null while it is not. */
export function limiteReponse(
  m: Manquement,
  lettre: LettreManquement,
  { pauses }: Pick<Parcours, 'pauses'>,
  r: Regles,
): CivilDate | null {
  const remise = m.remises[lettre];
  const { motif, relance, proposition } = r.dispositif.obligations;
  const delais = { demande_motif: motif, relance_1: relance, relance_2: proposition };
  if (remise === undefined) return null;
  return reporteAuJourOuvre(decale(pauses, remise, addJours(remise, delais[lettre])), r.zone);
}

/** R14, R30 — what time brings on each ladder: the machine asks, recalls and proposes; a human decides between the rungs. */
export function* echeancesManquement(p: Etat, r: Regles): Iterable<Echeance> {
  for (const m of p.manquements) {
    if (m.etat.etat !== 'clos') {
      yield* echeancesEchelle(p, m as ManquementOuvert, r);
      yield* echeancesRemise(p, m as ManquementOuvert, r);
    }
    yield* echeancesSignal(p, m, r);
  }
}

function* echeancesEchelle(p: Etat, m: ManquementOuvert, r: Regles): Iterable<Echeance> {
  const cle = `manquement:${m.id}`;
  const apres = (limite: CivilDate | null) => (limite === null ? null : addJoursOuvres(limite, 1, r.zone));
  const base = (nom: string, duLe: CivilDate) =>
    ({ nature: 'manquement', cle: `${cle}:${nom}`, duLe, a: matinOf(p.id, duLe, r), serie: null }) as const;

  switch (m.etat.etat) {
    case 'ouvert': {
      const duLe = addJoursOuvres(jourAt(m.ouvertA, r.zone), 1, r.zone);
      yield { ...base('demande', duLe), geste: 'demander_motif', manquement: m.id };
      return;
    }
    case 'motif_demande': {
      const limite = limiteReponse(m, 'demande_motif', p, r);
      const duLe = apres(limite);
      if (limite === null || duLe === null) return;
      const x = { cle: `${cle}:qualification${tourOf(m)}`, avis: 'motif_a_qualifier' } as const;
      yield avertissement(p.id, r, {
        nature: 'manquement',
        ...x,
        duLe,
        pour: ['referent'],
        serie: `${x.cle}:referent`,
      });
      yield* rappels(p, r, limite, x);
      return;
    }
    case 'relance_1': {
      const duLe = apres(limiteReponse(m, 'relance_1', p, r));
      if (duLe !== null) yield { ...base('relance:2', duLe), geste: 'relancer', manquement: m.id };
      return;
    }
    case 'relance_2': {
      const duLe = apres(limiteReponse(m, 'relance_2', p, r));
      if (duLe !== null) yield { ...base('proposition:1', duLe), ...proposer(m.id, 1) };
      return;
    }
    case 'signalement_reporte': {
      const proposition = m.etat.proposition + 1;
      const duLe = reporteAuJourOuvre(m.etat.au, r.zone);
      yield { ...base(`proposition:${proposition}`, duLe), ...proposer(m.id, proposition) };
      return;
    }
    case 'signalement_propose':
      yield* rappels(p, r, jourAt(m.depuisA, r.zone), {
        cle: `${cle}:decision:${m.etat.proposition}${tourOf(m)}`,
        avis: 'signalement_a_decider',
      });
      return;
    case 'transmis':
      if (m.suite !== null) return;
      yield* rappels(p, r, limiteSuite(m, p, r), {
        cle: `${cle}:suite${tourOf(m)}`,
        avis: 'suite_a_enregistrer',
      });
  }
}

/** R32 — put back on its rung, a ladder says again what it had said (house 6). */
function tourOf({ reprises }: Manquement): string {
  return reprises === 0 ? '' : `.r${reprises}`;
}

function proposer(manquement: number, proposition: number) {
  return { geste: 'proposer_signalement', manquement, proposition } as const;
}

/** R31 — the day from which the follow-up of a transmitted signalement is asked. */
export function limiteSuite(
  m: Pick<Manquement, 'depuisA'>,
  { pauses }: Pick<Parcours, 'pauses'>,
  r: Regles,
): CivilDate {
  const { suiteJoursOuvres } = r.dispositif.obligations;
  return addJoursOuvresHorsPause(pauses, jourAt(m.depuisA, r.zone), suiteJoursOuvres, r.zone);
}

/** R30 — as long as its letter is not delivered no delay runs: whoever must hand it over is reminded. */
function* echeancesRemise(p: Etat, m: ManquementOuvert, r: Regles): Iterable<Echeance> {
  const lettre = findLettreCourante(m.etat);
  if (lettre === null || m.remises[lettre] !== undefined) return;
  yield* rappels(p, r, jourAt(m.depuisA, r.zone), {
    cle: `manquement:${m.id}:remise:${lettre}${tourOf(m)}`,
    avis: 'delai_pas_commence',
  });
}

/** R31 — the second signal waits for a human, whatever became of the ladder. */
function* echeancesSignal(p: Etat, m: Manquement, r: Regles): Iterable<Echeance> {
  for (const [i, { depuisA, transmisLe }] of m.signaux.entries()) {
    if (transmisLe !== null) continue;
    yield* rappels(p, r, jourAt(depuisA, r.zone), {
      cle: `manquement:${m.id}:signal:${i + 1}`,
      avis: 'signal_a_transmettre',
    });
  }
}

/**
 * R20, R30 — the last day for a professional to act without being late, and the day on which the manager is told:
 * working days, those of a pause left out.
 */
export function delaisOf(
  depuis: CivilDate,
  { pauses }: Pick<Parcours, 'pauses'>,
  r: Regles,
): { readonly avant: CivilDate; readonly alerteLe: CivilDate } {
  const { rappelReferentJoursOuvres, alerteResponsableJoursOuvres } = r.dispositif.obligations;
  return {
    avant: addJoursOuvresHorsPause(pauses, depuis, rappelReferentJoursOuvres, r.zone),
    alerteLe: addJoursOuvresHorsPause(pauses, depuis, alerteResponsableJoursOuvres, r.zone),
  };
}

/** R12, R30 — a reminder to the référent, then the manager, then R12: all counted from the same day. */
function* rappels(
  { id, pauses }: Pick<Parcours, 'id' | 'pauses'>,
  r: Regles,
  depuis: CivilDate,
  x: { readonly cle: string; readonly avis: CodeAvis },
): Iterable<Echeance> {
  const { rappelReferentJoursOuvres: rappel, alerteResponsableJoursOuvres: alerte } =
    r.dispositif.obligations;
  const { tousLesJoursOuvres, fois } = r.dispositif.escalade;
  const dit = (nom: string, n: number, role: RoleProfessionnel) => {
    const duLe = addJoursOuvresHorsPause(pauses, depuis, n, r.zone);
    const decalage = decalageOf(addJoursOuvres(depuis, n, r.zone), duLe);
    return avertissement(id, r, {
      nature: 'manquement',
      avis: x.avis,
      cle: `${x.cle}:${nom}${decalage}`,
      duLe,
      pour: [role],
      serie: `${x.cle}:${role}`,
    });
  };
  yield dit(`encore:${rappel}`, rappel, 'referent');
  yield dit(`retard:${alerte}`, alerte, 'responsable');
  for (let i = 1; i <= fois; i += 1)
    yield dit(`escalade:${i}`, alerte + i * tousLesJoursOuvres, 'responsable');
}
