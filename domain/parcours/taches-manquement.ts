import { jourEnLettres } from '../courriels/dates-dites';
import { limiteReponse } from '../obligations/echeances-manquement';
import { findManquementsOuverts, type ManquementOuvert } from '../obligations/manquement';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { Regles } from './contexte';
import { lettresDe } from './lettres';
import type { Parcours } from './parcours';
import type { Tache } from './tache';

/** R14 — what the ladder asks of a human, rung by rung. */
export function* tachesManquement(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  for (const m of findManquementsOuverts(p.manquements)) yield* tachesEchelle(m, p, r, le);
}

function* tachesEchelle(m: ManquementOuvert, p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const base = { depuis: jourAt(m.ouvertA, r.zone), pour: ['referent'], sujet: String(m.id) } as const;
  if (m.etat.etat === 'motif_demande') {
    const avant = limiteReponse(m, 'demande_motif', p, r);
    const aQualifier = avant !== null && le > avant;
    yield {
      ...base,
      code: 'motif_a_qualifier',
      phrase:
        avant === null
          ? 'Qualifier le motif de l’absence : le délai de réponse n’a pas commencé, la lettre n’est pas remise'
          : aQualifier
            ? `Qualifier le motif de l’absence : la personne pouvait répondre jusqu’au ${jourEnLettres(avant)}`
            : `Qualifier le motif de l’absence : la personne peut répondre jusqu’au ${jourEnLettres(avant)}`,
      avant,
      urgence: aQualifier ? 'a_traiter' : 'a_prevoir',
      geste: 'qualifyMotif',
    };
  }
  if (m.etat.etat === 'signalement_propose') {
    yield {
      ...base,
      code: 'signalement_a_decider',
      phrase: 'Décider du signalement proposé : confirmer, reporter ou abandonner',
      avant: null,
      urgence: 'a_traiter',
      geste: 'confirmSignalement',
    };
  }
}

/** R18 — letters to print and hand over, as long as they serve. */
export function* tachesLettre(p: Parcours, r: Regles, maintenant: Instant): Iterable<Tache> {
  for (const lettre of lettresDe(p, r, maintenant)) {
    if (!lettre.sert) continue;
    yield {
      code: 'lettre_a_faire',
      phrase: `Imprimer et remettre la lettre : ${lettre.libelle.toLowerCase()}`,
      depuis: lettre.depuis,
      avant: null,
      urgence: 'a_traiter',
      pour: ['referent'],
      geste: 'recordRemise',
      sujet: lettre.courrielCle,
    };
  }
}
