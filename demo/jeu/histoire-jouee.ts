import type { Instant } from '../../domain/temps/instant';
import type { GesteEcrit, Passation } from '../oracle/histoire';
import { gestesDits, passationDite } from './chronique';
import { httpOf } from './demande-http';
import type { Guichet } from './guichet';
import { postOuverture, walk, type Avance } from './ouvertures';
import { askApercu, confirmTransfert, ecartsDeLApercu, waitTransfert } from './passation';

/**
 * Lives what was written through the API, each gesture at its instant, and tells it. Answers how many times the clock
 * stopped, and what was announced and did not come.
 */
export async function liveHistoire(
  g: Guichet,
  x: {
    readonly gestes: readonly GesteEcrit[];
    readonly passations: readonly Passation[];
    readonly fin: Instant;
    readonly suit: (avance: Avance) => void;
    readonly dit: (phrase: string) => void;
  },
): Promise<{ readonly pas: number; readonly ecarts: readonly string[] }> {
  const dits = gestesDits(x.gestes);
  const ecarts: string[] = [];
  let pas = 0;
  for (const geste of inOrder([...x.gestes, ...x.passations])) {
    pas += await walk(g, geste.a, x.suit);
    if ('transfert' in geste) {
      const passe = await passPortefeuille(g, geste);
      x.dit(passe.phrase);
      ecarts.push(...passe.ecarts);
    } else {
      await askGeste(g, geste);
      const phrase = dits.get(geste);
      if (phrase !== undefined) x.dit(phrase);
    }
  }
  pas += await walk(g, x.fin, x.suit);
  return { pas, ecarts };
}

/** At the same instant, people first: a portfolio passes as it stands at the end of the evening, as in the oracle. */
function inOrder<T extends { readonly a: Instant }>(tous: readonly T[]): readonly T[] {
  return [...tous].sort((x, y) => (x.a === y.a ? 0 : x.a < y.a ? -1 : 1));
}

async function askGeste(g: Guichet, { parcoursId, demande }: GesteEcrit): Promise<void> {
  if (demande.type === 'openParcours') return postOuverture(g, parcoursId, demande);
  const { chemin, corps } = httpOf(demande);
  await g.post(`/parcours/${parcoursId}${chemin}`, corps);
}

/** R23, R24 — read, confirmed, followed to its end. */
async function passPortefeuille(g: Guichet, passation: Passation) {
  const apercu = await askApercu(g, passation.transfert);
  await confirmTransfert(g, apercu.id);
  const fini = await waitTransfert(g, apercu.id);
  return { phrase: passationDite(passation, fini), ecarts: ecartsDeLApercu(apercu, fini) };
}
