import { instantAt } from '../domain/temps/heure-locale';
import { addDuree } from '../domain/temps/jour';
import { askAll, pickVies } from './foule';
import { openDepartement } from './lieu';
import type { Mesure } from './mesure';
import { millisecondes, nombre, secondes } from './nombres';
import { DEBUT, DEPART } from '../test/support/peuplement';

const PARCOURS = 50;
/** The cap, and what is said of it. */
const MOIS = 19;

/**
 * Fifty people signed on the same day, a référent each, whose mornings fall at the same second: at each stop of the
 * clock all fifty are due together. Nobody acts any more: only what time brings, mails included.
 */
export const cinquante: Mesure = {
  nom: 'cinquante',
  async mesure(banc) {
    const d = await openDepartement(banc, { ...pickVies('cinquante', PARCOURS), referents: PARCOURS });
    try {
      await askAll(d, ({ ouverture }) =>
        ouverture === undefined ? [] : [ouverture.demande, { type: 'signContrat', signeLe: DEBUT }],
      );
      await d.worker.start();
      await d.walkTo(DEPART);
      banc.dit(`  ${PARCOURS} parcours ouverts et signés ; promenade de dix-huit mois`);
      const avant = await d.base.fait.count();
      const debut = performance.now();
      for (let mois = 1; mois <= MOIS; mois += 1) {
        await d.walkTo(instantAt(addDuree(DEBUT, { mois }), '18:00', 'metropole'));
        if (mois % 3 === 0) banc.dit(`  ${mois} mois en ${secondes(performance.now() - debut)}`);
      }
      const dureeMs = performance.now() - debut;
      const echeances = await d.base.fait.count({ where: { cle: { not: null } } });
      const courriels = d.messages().length;
      const faits = (await d.base.fait.count()) - avant;
      return [
        {
          quoi: 'Cinquante vies promenées ensemble',
          valeur: `${secondes(dureeMs)}, soit ${nombre((PARCOURS * 1000) / dureeMs)} parcours/s`,
          repere: 'prototype : 0,6 à 0,8 parcours/s, 83 écritures par vie, sans courriel',
        },
        { quoi: '  contenu', valeur: `${echeances} échéances, ${faits} faits, ${courriels} courriels` },
        {
          quoi: '  par échéance ou courriel',
          valeur: millisecondes(dureeMs / (echeances + courriels)),
          repere: 'second prototype : 20 ms (3 704 réveils et 2 024 courriels en 113 s)',
        },
      ];
    } finally {
      await d.close();
    }
  },
};
