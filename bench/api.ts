import { createJeton } from '../registre/acces/jetons';
import { createReveilleur } from '../temporal/reveilleur';
import { environnementOf } from '../test/support/environnement';
import { findFreePorts } from '../tools/moteur/ports';
import { cadence, type Requete } from './ecriture/cadence';
import { peuple } from './ecriture/population';
import { startProgramme } from './ecriture/programme';
import { openDepartement } from './lieu';
import type { Ligne, Mesure } from './mesure';
import { enQuantiles } from './nombres';

const PAR_SECONDE = 20;
const SECONDES = 20;
const REVEILS_PAR_SECONDE = 10;
const CHAUFFE = 200;

/**
 * The API, the worker and the engine together: reads, then writes, one every twentieth of a second whatever the answers
 * do, while parcours are woken ten times a second and each write wakes its own.
 */
export const api: Mesure = {
  nom: 'api',
  async mesure(banc) {
    const d = await openDepartement(banc, { nom: 'api', vies: [] });
    const [port = 0] = await findFreePorts(1);
    const programme = startProgramme('api/main.ts', {
      ...environnementOf(d.reglages),
      API_PORT: String(port),
    });
    const arret = new AbortController();
    try {
      await programme.answers();
      const jeton = await createJeton(d.base, { libelle: 'banc', agent: 'banc' });
      const nextEcriture = await peuple(programme.url, jeton);
      await d.worker.start();
      const ouverts = (await d.base.parcours.findMany({ select: { id: true } })).map((p) => p.id);
      const reveilleur = createReveilleur(d.client, d.taches);
      let reveils = 0;
      const reveille = async () => {
        while (!arret.signal.aborted) {
          await reveilleur.wake(`parcours-${ouverts[reveils % ouverts.length] ?? ''}`, 'banc');
          reveils += 1;
          await new Promise((resolve) => setTimeout(resolve, 1000 / REVEILS_PAR_SECONDE));
        }
      };
      const fin = reveille();
      const entetes = { Authorization: `Bearer ${jeton}` };
      const read = (chemin: string): Requete => ({
        methode: 'GET',
        chemin: `/api/v1${chemin}`,
        corps: '',
        entetes,
      });
      let n = 0;
      const fiche = () => read(`/parcours/${ouverts[(n += 1) % ouverts.length] ?? ''}`);
      const liste = () => read('/parcours?limite=50');
      const lignes: Ligne[] = [];
      for (const [quoi, next] of [
        ['Lecture d’un parcours', fiche],
        ['Lecture d’une page de 50 parcours', liste],
        ['Écriture : un rendez-vous ajouté', nextEcriture],
      ] as const) {
        const series = (combien: number) => Array.from({ length: combien }, () => next());
        await cadence(programme.url, series(CHAUFFE), PAR_SECONDE * 2);
        const avant = programme.cpuMs();
        const envois = await cadence(programme.url, series(PAR_SECONDE * SECONDES), PAR_SECONDE);
        const refuse = envois.find((e) => e.statut !== 200);
        if (refuse !== undefined) throw new Error(`${quoi} : ${refuse.statut}.`);
        const cpu = (programme.cpuMs() - avant) / envois.length;
        const valeur = `${enQuantiles(envois.map((e) => e.ms))} ; processeur ${Math.round(cpu * 10) / 10} ms`;
        lignes.push({ quoi: `${quoi}, ${PAR_SECONDE}/s`, valeur });
        banc.dit(`  ${quoi} : ${valeur}`);
      }
      arret.abort();
      await fin;
      return [...lignes, { quoi: 'Réveils envoyés pendant ces mesures', valeur: String(reveils) }];
    } finally {
      arret.abort();
      await programme.stop();
      await d.close();
    }
  },
};
