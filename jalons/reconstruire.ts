import { compte } from '../domain/parcours/dire';
import { causeOf, isPannePassagere } from '../registre/acces/pannes';
import type { Base } from '../registre/base';
import {
  compareDerivees,
  listParcoursDerives,
  listPerimes,
  restoreDerivees,
  type Ecart,
} from '../registre/journal/reconstruit.prisma';
import { createAvancement, type Avancement } from './avancement';
import { withBase } from './base';
import { defineCommande, MauvaisUsage } from './commande';

const A_LA_FOIS = 4;
const ESSAIS = 5;
const IDENTIFIANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Passage = (ids: readonly string[]) => Promise<readonly Ecart[]>;
type Bilan = {
  lus: number;
  readonly ecarts: Ecart[];
  /** One's wrong row stands where another's right one goes: mended together at the end. */
  readonly croises: string[];
  readonly echecs: { readonly id: string; readonly raison: string }[];
};

/** Rebuilds the tables derived from the journal (`parcours`, `rendez_vous`), or says where they differ from it. */
export const reconstruire = defineCommande({
  resume: 'récrit les tables dérivées du journal (parcours, rendez_vous) et dit ce qui différait',
  options: {
    verifier: { type: 'boolean', dit: 'compare sans rien écrire ; code 1 s’il y a une différence' },
    perimes: { type: 'boolean', dit: 'seulement ceux qu’une autre version a gardés sous une autre forme' },
    parcours: { type: 'string', dit: 'un seul parcours, par son identifiant' },
  },
  run: async ({ values: { verifier = false, perimes = false, parcours } }) => {
    if (parcours !== undefined && !IDENTIFIANT.test(parcours))
      throw new MauvaisUsage('Donnez à --parcours l’identifiant d’un parcours.');
    if (parcours !== undefined && perimes)
      throw new MauvaisUsage('Choisissez entre --parcours et --perimes.');
    const bilan = await withBase(async (base) => {
      const choisis = perimes ? await listPerimes(base) : parcours && [parcours.toLowerCase()];
      const ids = choisis ?? listParcoursDerives(base);
      const total = choisis?.length ?? (await base.parcours.count());
      const avancement = createAvancement({ total, unite: 'parcours' });
      return visitAll(ids, passageOf(base, verifier), avancement);
    }, A_LA_FOIS + 1);
    process.stdout.write(perimes ? renderPerimes(bilan, verifier) : renderBilan(bilan, verifier));
    const illisibles = bilan.ecarts.some(({ genre }) => genre === 'journal_illisible');
    return bilan.echecs.length > 0 || illisibles || (verifier && bilan.ecarts.length > 0) ? 1 : 0;
  },
});

/** A row held elsewhere, a base away for a moment: tried again. */
function passageOf(base: Base, verifier: boolean): Passage {
  const once: Passage = ([id = '', ...autres]) =>
    verifier ? compareDerivees(base, id) : restoreDerivees(base, [id, ...autres]);
  return async (ids) => {
    for (let essai = 1; ; essai += 1) {
      try {
        return await once(ids);
      } catch (erreur) {
        if (essai === ESSAIS || !isPannePassagere(erreur)) throw erreur;
      }
    }
  };
}

async function visitAll(
  ids: AsyncIterable<string> | Iterable<string>,
  passage: Passage,
  avancement: Avancement,
): Promise<Bilan> {
  const bilan: Bilan = { lus: 0, ecarts: [], croises: [], echecs: [] };
  const file = iteratorOf(ids);
  const work = async () => {
    for (let lu = await file.next(); lu.done !== true; lu = await file.next()) {
      bilan.lus += 1;
      await visit([lu.value], passage, bilan);
      avancement.advance();
    }
  };
  await Promise.all(Array.from({ length: A_LA_FOIS }, work));
  avancement.end();
  if (bilan.croises.length > 0) await visit(bilan.croises.splice(0), passage, bilan);
  return bilan;
}

/** One reader for several workers: an async generator queues their demands. */
async function* iteratorOf(ids: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield* ids;
}

async function visit(ids: readonly string[], passage: Passage, bilan: Bilan): Promise<void> {
  try {
    bilan.ecarts.push(...(await passage(ids)));
  } catch (erreur) {
    const { code } = causeOf(erreur);
    // Exclusion of two appointments, or of two open parcours of one person.
    if (ids.length === 1 && ['23P01', '23505'].includes(code)) bilan.croises.push(...ids);
    else bilan.echecs.push(...ids.map((id) => ({ id, raison: code || nameOf(erreur) })));
  }
}

/** Never the message: that of Prisma repeats the values of a row. */
const nameOf = (erreur: unknown) => (erreur instanceof Error ? erreur.name : 'erreur inconnue');

const GENRES: Readonly<Record<Ecart['genre'], string>> = {
  differe: 'diffère',
  manque: 'manque',
  en_trop: 'n’est pas dans le journal',
  journal_illisible:
    'journal incomplet : rien n’en est tiré ; reprenez les faits d’une sauvegarde (docs/exploitation/reconstruire.md)',
};

function renderEcart({ parcoursId, table, numero, genre, colonnes }: Ecart): string {
  const sujet = numero === null ? table : `${table} n° ${numero}`;
  return `${parcoursId} : ${sujet} ${GENRES[genre]}${colonnes.length > 0 ? ` (${colonnes.join(', ')})` : ''}`;
}

function renderBilan({ lus, ecarts, echecs }: Bilan, verifier: boolean): string {
  const touches = new Set(ecarts.map(({ parcoursId }) => parcoursId)).size;
  const trouve =
    ecarts.length === 0
      ? 'aucune différence avec le journal.'
      : `${compte(ecarts.length, 'différence')} dans ${touches} parcours.`;
  return [
    ...ecarts.map(renderEcart).sort(),
    ...echecs.map(({ id, raison }) => `${id} : n’a pas pu être relu (${raison})`),
    `${lus} parcours relus, ${trouve}${verifier ? ' Rien n’a été écrit.' : ''}`,
    '',
  ].join('\n');
}

const accord = (n: number, participe: string) => `${participe}${n < 2 ? '' : 's'}`;

/** At a start, thousands may be of an older form: what differs in each is not said. */
function renderPerimes({ lus, ecarts, echecs }: Bilan, verifier: boolean): string {
  const illisibles = ecarts.filter(({ genre }) => genre === 'journal_illisible');
  const dit =
    lus === 0
      ? 'Tous les parcours sont gardés sous la forme de cette version.'
      : `${lus} parcours ${accord(lus, 'gardé')} par une autre version, ${verifier ? 'à récrire' : accord(lus, 'récrit')} depuis ${lus < 2 ? 'son' : 'leur'} journal.`;
  return [
    ...illisibles.map(renderEcart),
    ...echecs.map(({ id, raison }) => `${id} : n’a pas pu être relu (${raison})`),
    dit,
    '',
  ].join('\n');
}
