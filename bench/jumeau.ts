import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tranquille } from '../demo/vies/tranquille';
import { createCacheDuJumeau } from './jumeau/bundle';
import { weigh, type Poids } from './jumeau/poids';
import type { Banc, Ligne, Mesure } from './mesure';
import { nombre, secondes } from './nombres';
import { walkVies, type Marche } from './recit';

type Vecu = { readonly poids: Poids; readonly marche: Marche };

/** The same life on the same server, by our workflow and by its naive twin. */
export const jumeau: Mesure = {
  nom: 'jumeau',
  async mesure(banc) {
    const cache = mkdtempSync(path.join(tmpdir(), 'jalons-jumeau-'));
    try {
      const nous = await weighLife(banc, 'reference', {});
      const naif = await weighLife(banc, 'jumeau', { JALONS_CACHE: await createCacheDuJumeau(cache) });
      return [...compare(nous, naif), ...detail(nous.poids, naif.poids)];
    } finally {
      rmSync(cache, { recursive: true });
    }
  },
};

async function weighLife(banc: Banc, nom: string, env: Record<string, string>): Promise<Vecu> {
  const pesees: Poids[] = [];
  const marche = await walkVies(banc, { nom, vies: [tranquille], env }, async ({ client, suivies }) => {
    for (const { parcoursId } of suivies) pesees.push(await weigh(client, `parcours-${parcoursId}`));
  });
  const [poids] = pesees;
  if (poids === undefined) throw new Error(`${nom} n’a pas de parcours.`);
  return { poids, marche };
}

const DEMANDE = 'demandé : ≤ 0,70';

function compare({ poids, marche }: Vecu, naif: Vecu): readonly Ligne[] {
  const row = (quoi: string, a: number, b: number, repere = '') => ({
    quoi,
    valeur: `${nombre(a)} contre ${nombre(b)}, rapport ${nombre(a / b, 3)}`,
    repere,
  });
  return [
    {
      quoi: 'Une vie face à son jumeau naïf',
      valeur: `${marche.echeances} échéances, ${marche.gestes} gestes, ${marche.courriels} courriels`,
    },
    row('  événements', poids.evenements, naif.poids.evenements, DEMANDE),
    row('  tâches de workflow', poids.taches, naif.poids.taches, DEMANDE),
    row('  octets d’histoire', poids.octets, naif.poids.octets),
    row('  runs', poids.runs, naif.poids.runs),
    { quoi: '  durée', valeur: `${secondes(marche.dureeMs)} contre ${secondes(naif.marche.dureeMs)}` },
  ];
}

/** Where the events are: what to look at when the ratio is missed. */
function detail(nous: Poids, naif: Poids): readonly Ligne[] {
  const chez = new Map(nous.sortes);
  return naif.sortes
    .filter(([, n]) => n >= 10)
    .map(([sorte, n]) => ({
      quoi: `    ${sorte.replace('EVENT_TYPE_', '').toLowerCase()}`,
      valeur: `${chez.get(sorte) ?? 0} contre ${n}`,
    }));
}
