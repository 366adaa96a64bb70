import { jourEnLettres } from '../courriels/dates-dites';
import { delaisOf, limiteReponse, limiteSuite } from '../obligations/echeances-manquement';
import { signauxDits } from '../obligations/manquement-dit';
import { findLettreCourante, type Manquement, type ManquementOuvert } from '../obligations/manquement';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import type { CivilDate } from '../temps/jour';
import type { Regles } from './contexte';
import { lettresDe } from './lettres';
import type { Parcours } from './parcours';
import type { Tache } from './tache';

/** R14, R30, R31 — what the ladders ask of a human, rung by rung. The manager reads it too once told (R12). */
export function* tachesManquement(p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  for (const m of p.manquements) {
    if (m.etat.etat !== 'clos') yield* tachesEchelle(m as ManquementOuvert, p, r, le);
    for (const { quoi, depuisA, transmisLe } of m.signaux) {
      if (transmisLe !== null) continue;
      yield tacheDe(m, p, jourAt(depuisA, r.zone), r, le, {
        code: 'signal_a_transmettre',
        phrase: `Transmettre à l’organisme qui a reçu le signalement : ${signauxDits[quoi]}`,
        geste: 'recordTransmission',
      });
    }
  }
}

function* tachesEchelle(m: ManquementOuvert, p: Parcours, r: Regles, le: CivilDate): Iterable<Tache> {
  const depuis = jourAt(m.depuisA, r.zone);
  const lettre = findLettreCourante(m.etat);
  const retard = delaisOf(depuis, p, r);
  if (lettre !== null && m.remises[lettre] === undefined && le >= retard.avant)
    yield tacheDe(m, p, depuis, r, le, {
      code: 'delai_pas_commence',
      phrase: 'Remettre la lettre en attente : le délai de réponse n’a pas commencé',
      geste: 'recordRemise',
    });
  switch (m.etat.etat) {
    case 'motif_demande':
      yield tacheQualification(m, p, r, le);
      return;
    case 'signalement_propose':
      yield tacheDe(m, p, depuis, r, le, {
        code: 'signalement_a_decider',
        phrase:
          'Décider du signalement proposé : confirmer, reporter ou abandonner' +
          // R47 — its mail came back after the delay that led here.
          (m.remises.relance_2 === undefined ? '. La seconde relance n’a pas été remise' : ''),
        geste: 'confirmSignalement',
      });
      return;
    case 'transmis': {
      const attendue = limiteSuite(m, p, r);
      if (m.suite === null && le >= attendue)
        yield tacheDe(m, p, attendue, r, le, {
          code: 'suite_a_enregistrer',
          phrase: 'Enregistrer la suite donnée au signalement transmis',
          geste: 'recordSuite',
        });
      return;
    }
    case 'ouvert':
    case 'relance_1':
    case 'relance_2':
    case 'signalement_reporte':
  }
}

function tacheDe(
  m: Manquement,
  p: Parcours,
  depuis: CivilDate,
  r: Regles,
  le: CivilDate,
  x: Pick<Tache, 'code' | 'phrase' | 'geste'>,
): Tache {
  const { avant, alerteLe } = delaisOf(depuis, p, r);
  return {
    ...x,
    depuis,
    avant,
    urgence: le > avant ? 'en_retard' : 'a_traiter',
    pour: le >= alerteLe ? ['referent', 'responsable'] : ['referent'],
    sujet: String(m.id),
  };
}

function tacheQualification(m: ManquementOuvert, p: Parcours, r: Regles, le: CivilDate): Tache {
  const avant = limiteReponse(m, 'demande_motif', p, r);
  const aQualifier = avant !== null && le > avant;
  const alertee = avant !== null && le >= delaisOf(avant, p, r).alerteLe;
  return {
    code: 'motif_a_qualifier',
    phrase:
      avant === null
        ? 'Qualifier le motif : le délai de réponse n’a pas commencé, la lettre n’est pas remise'
        : aQualifier
          ? `Qualifier le motif : la personne pouvait répondre jusqu’au ${jourEnLettres(avant)}`
          : `Qualifier le motif : la personne peut répondre jusqu’au ${jourEnLettres(avant)}`,
    depuis: jourAt(m.ouvertA, r.zone),
    avant,
    urgence: alertee ? 'en_retard' : aQualifier ? 'a_traiter' : 'a_prevoir',
    pour: alertee ? ['referent', 'responsable'] : ['referent'],
    geste: 'qualifyMotif',
    sujet: String(m.id),
  };
}

/** R18, R48 — letters to print and hand over, as long as they serve. */
export function* tachesLettre(p: Parcours, r: Regles, maintenant: Instant): Iterable<Tache> {
  for (const lettre of lettresDe(p, r, maintenant)) {
    if (!lettre.sert) continue;
    yield {
      code: 'lettre_a_faire',
      phrase: lettre.silencieuse
        ? 'Prévenir la personne, à qui rien n’a été écrit à l’ouverture : imprimer et remettre la convocation'
        : `Imprimer et remettre la lettre : ${lettre.libelle.toLowerCase()}`,
      depuis: lettre.depuis,
      avant: null,
      urgence: 'a_traiter',
      pour: ['referent'],
      geste: 'recordRemise',
      sujet: lettre.courrielCle,
    };
  }
}
