import { tranquille } from '../demo/vies/tranquille';
import type { Mesure } from './mesure';
import { millisecondes, secondes } from './nombres';
import { walkVies } from './recit';

/** One life, with its people, walked from échéance to échéance. */
export const vie: Mesure = {
  nom: 'vie',
  async mesure(banc) {
    const m = await walkVies(banc, { nom: 'vie', vies: [tranquille] });
    return [
      {
        quoi: 'Une vie promenée sur dix-huit mois',
        valeur: secondes(m.dureeMs),
        repere: 'prototype : 2,3 s (sans courriel ni horloge figée)',
      },
      {
        quoi: '  contenu',
        valeur: `${m.echeances} échéances, ${m.gestes} gestes, ${m.courriels} courriels, ${m.arrets} arrêts`,
      },
      {
        quoi: '  par arrêt de l’horloge ou geste',
        valeur: millisecondes(m.dureeMs / (m.arrets + m.gestes)),
        repere: 'second prototype : 59 ms',
      },
    ];
  },
};
