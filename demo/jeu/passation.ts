import type { Transfert } from '../../domain/transferts/transfert';
import type { Guichet } from './guichet';

/** What the API says of a transfer: its preview, then what became of it. */
export type TransfertLu = {
  readonly id: string;
  readonly etat: 'apercu' | 'en_cours' | 'fini';
  readonly total: number;
  readonly faits: number;
  readonly ecartes: number;
  readonly deplaces: number;
  readonly aReplacer: number;
  readonly parcours: readonly { readonly parcoursId: string }[];
};

const SUIVI_MS = 50;
/** Without one parcours more for so long, something is broken: it is said instead of waited for. */
const IMMOBILE_MS = 120_000;

/** R23, R24 — asks for the preview: nothing is done. The API must give the id that the oracle knew beforehand. */
export async function askApercu(g: Guichet, t: Transfert): Promise<TransfertLu> {
  const { id, deId, versId, passage } = t;
  const lu = await g.post<TransfertLu>('/transferts', { deId, versId, ...passage });
  if (lu.id !== id) throw new Error(`Transfert ${lu.id} au lieu de ${id}.`);
  if (lu.etat !== 'apercu' || lu.faits > 0) throw new Error('Un aperçu ne fait rien.');
  return lu;
}

/** A person has read the preview and confirms; the workflow then passes the parcours one by one. */
export async function confirmTransfert(g: Guichet, id: string): Promise<void> {
  await g.post(`/transferts/${id}/confirmation`, {});
}

/** Until the last parcours has passed; what does not move any more is an error. */
export async function waitTransfert(
  g: Guichet,
  id: string,
  immobileMs: number = IMMOBILE_MS,
): Promise<TransfertLu> {
  let bouge = { passes: -1, a: performance.now() };
  for (;;) {
    const lu = await g.get<TransfertLu>(`/transferts/${id}`);
    if (lu.etat === 'fini') return lu;
    const passes = lu.faits + lu.ecartes;
    if (passes !== bouge.passes) bouge = { passes, a: performance.now() };
    if (performance.now() - bouge.a > immobileMs)
      throw new Error(
        `Transfert ${id} : ${passes} sur ${lu.total}, et plus rien n’avance. Le worker tourne-t-il ?`,
      );
    await new Promise((resolve) => setTimeout(resolve, SUIVI_MS));
  }
}

/** What the preview announced and did not come: nobody touched the agenda between the two. */
export function ecartsDeLApercu(apercu: TransfertLu, fini: TransfertLu): readonly string[] {
  const dit = ({ total, deplaces, aReplacer }: TransfertLu) =>
    `${total} parcours, ${deplaces} rendez-vous déplacés, ${aReplacer} à replacer`;
  const passes = fini.faits === fini.total ? dit(fini) : `${dit(fini)}, ${fini.ecartes} écartés`;
  return passes === dit(apercu)
    ? []
    : [`transfert ${fini.id} : annoncé « ${dit(apercu)} », fait « ${passes} »`];
}
