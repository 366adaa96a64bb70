import { compte } from '../domain/parcours/dire';
import { listAttendus } from '../registre/reveils/attendus.prisma';
import { wakeAll } from '../registre/reveils/reconcilie.prisma';
import { cibleParcours, readCible } from '../workflows/messages';
import { withBase } from './base';
import { defineCommande, MauvaisUsage } from './commande';

/** Writes wake-ups; the relay of the worker carries them, and gives life again to a workflow that is gone. */
export const reveiller = defineCommande({
  resume: 'fait regarder des parcours par leur workflow, recréé au besoin',
  suite: '[IDENTIFIANT…]',
  options: { tous: { type: 'boolean', dit: 'tous les parcours qui attendent quelque chose' } },
  run: async ({ values: { tous = false }, positionals }) => {
    if (tous === positionals.length > 0)
      throw new MauvaisUsage('Donnez des identifiants (parcours-…, matinee-…, transfert-…), ou --tous.');
    const cibles = positionals.map((dit) => (readCible(dit) === null ? cibleParcours(dit) : dit));
    const fausse = cibles.find((cible) => readCible(cible) === null);
    if (fausse !== undefined) throw new MauvaisUsage(`« ${fausse} » n’est pas un identifiant de workflow.`);
    const voulues = await withBase(async (base) => {
      const choisies = tous ? (await listAttendus(base)).map(cibleParcours) : cibles;
      await wakeAll(base, choisies, 'a_la_main');
      return choisies.length;
    });
    process.stdout.write(`${compte(voulues, 'réveil')} : le relais du worker les porte.\n`);
    return 0;
  },
});
