import { randomUUID } from 'node:crypto';
import { getConfiguration } from '../config/configuration';
import { inTransaction, type Base } from '../registre/base';
import { createPurge } from '../registre/conservation/apercu.prisma';
import type { PurgeSuivie } from '../registre/conservation/purges';
import { confirmPurge, findPurge, listPersonnes } from '../registre/conservation/suivi.prisma';
import { createAvancement } from './avancement';
import { withBase } from './base';
import { defineCommande, MauvaisUsage } from './commande';
import { renderPersonne, renderPurge } from './conservation-dite';

const IDENTIFIANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** People shown; the whole report is read by --rapport. */
const MONTREES = 20;
const PAGE = 500;
const SUIVI_MS = 500;

/** R44 — whose data has been kept long enough: counted; erased only when somebody has read the count and says so. */
export const purge = defineCommande({
  resume:
    'compte les personnes dont la durée de conservation est passée, et les efface si on confirme ce compte',
  options: {
    confirmer: { type: 'string', dit: 'efface les personnes d’un aperçu, par son identifiant ; sans retour' },
    rapport: { type: 'string', dit: 'dit ce que devient chaque personne d’une purge, par son identifiant' },
    agent: {
      type: 'string',
      dit: 'qui demande ou confirme (prenom.nom) ; « exploitation » sans rien dire',
    },
  },
  async run({ values: { confirmer, rapport, agent = 'exploitation' } }) {
    if (!/^[\w.-]{1,60}$/.test(agent)) throw new MauvaisUsage('Donnez à --agent un nom comme prenom.nom.');
    for (const id of [confirmer, rapport])
      if (id !== undefined && !IDENTIFIANT.test(id))
        throw new MauvaisUsage('Donnez l’identifiant d’une purge.');
    const par = `agent:${agent}` as const;
    return withBase(async (base) => {
      if (rapport !== undefined) await report(base, await getPurge(base, rapport), Number.POSITIVE_INFINITY);
      else if (confirmer !== undefined) {
        const { id } = await getPurge(base, confirmer);
        await inTransaction(base, (tx) => confirmPurge(tx, id, par));
        say(renderPurge(await follow(base, id)));
      } else {
        const id = randomUUID();
        await createPurge(base, { id, par, mois: getConfiguration().CONSERVATION_MOIS });
        const lue = await getPurge(base, id);
        await report(base, lue, MONTREES);
        if (lue.total > 0)
          say(
            `Rien n’a été effacé. Pour le faire, sans retour : npm run jalons -- purge --confirmer ${id}\n`,
          );
      }
      return 0;
    }, 2);
  },
});

const say = (texte: string) => void process.stdout.write(texte);

async function getPurge(base: Base, id: string): Promise<PurgeSuivie> {
  const lue = await findPurge(base, id.toLowerCase());
  if (lue === null) throw new Error('aucune purge ne porte cet identifiant.');
  return lue;
}

async function report(base: Base, lue: PurgeSuivie, montrees: number): Promise<void> {
  say(renderPurge(lue));
  let dites = 0;
  for (let apres: string | null = null; dites < montrees;) {
    const lues = await listPersonnes(base, lue.id, { apres, limite: Math.min(PAGE, montrees - dites) });
    for (const personne of lues) say(renderPersonne(personne));
    dites += lues.length;
    apres = lues.at(-1)?.id ?? null;
    if (apres === null) break;
  }
  if (lue.total > dites) say(`  … et ${lue.total - dites} autres : --rapport ${lue.id}\n`);
}

/** The worker erases; here one only looks. */
async function follow(base: Base, id: string): Promise<PurgeSuivie> {
  let lue = await getPurge(base, id);
  const avancement = createAvancement({ total: lue.total, unite: 'personnes traitées', parLeWorker: true });
  for (let dites = 0; ;) {
    const traitees = lue.effacees + lue.ecartees;
    avancement.advance(traitees - dites);
    dites = traitees;
    if (lue.etat !== 'en_cours') break;
    await new Promise((resolve) => setTimeout(resolve, SUIVI_MS));
    lue = await getPurge(base, id);
  }
  avancement.end();
  return lue;
}
