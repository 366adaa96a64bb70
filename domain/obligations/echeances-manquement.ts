import { avertissement } from '../parcours/avertissements';
import { matinOf, type Regles } from '../parcours/contexte';
import type { Echeance } from '../parcours/echeance';
import type { Parcours } from '../parcours/parcours';
import { addJoursOuvres, reporteAuJourOuvre } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import { decale } from '../pauses/pause';
import { addJours, type CivilDate } from '../temps/jour';
import {
  findManquementsOuverts,
  type LettreManquement,
  type Manquement,
  type ManquementOuvert,
} from './manquement';

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

/** R14 — what time brings on the ladder: the machine asks, recalls and proposes; a human decides between the rungs. */
export function* echeancesManquement(p: Parcours, r: Regles): Iterable<Echeance> {
  for (const m of findManquementsOuverts(p.manquements)) yield* echeancesEchelle(p, m, r);
}

function* echeancesEchelle(p: Parcours, m: ManquementOuvert, r: Regles): Iterable<Echeance> {
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
      const duLe = apres(limiteReponse(m, 'demande_motif', p, r));
      if (duLe !== null) {
        yield avertissement(p.id, r, {
          nature: 'manquement',
          cle: `${cle}:qualification`,
          duLe,
          avis: 'motif_a_qualifier',
          pour: ['referent'],
          serie: `${cle}:qualification`,
        });
      }
      return;
    }
    case 'relance_1': {
      const duLe = apres(limiteReponse(m, 'relance_1', p, r));
      if (duLe !== null) yield { ...base('relance:2', duLe), geste: 'relancer', manquement: m.id };
      return;
    }
    case 'relance_2': {
      const duLe = apres(limiteReponse(m, 'relance_2', p, r));
      if (duLe !== null) {
        yield {
          ...base('proposition:1', duLe),
          geste: 'proposer_signalement',
          manquement: m.id,
          proposition: 1,
        };
      }
      return;
    }
    case 'signalement_reporte': {
      const proposition = m.etat.proposition + 1;
      const duLe = reporteAuJourOuvre(m.etat.au, r.zone);
      yield {
        ...base(`proposition:${proposition}`, duLe),
        geste: 'proposer_signalement',
        manquement: m.id,
        proposition,
      };
      return;
    }
    case 'signalement_propose':
    case 'transmis':
      return;
  }
}
