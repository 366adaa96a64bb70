import { courrielDit, creneauxOf, echeancesOf, type Releve } from './comparaison';
import type { Guichet } from './guichet';

type CourrielLu = {
  readonly id: string;
  readonly cle: string;
  readonly modele: string;
  readonly destinataire: string;
};
type RecuLu = { readonly id: number; readonly messageId: string };
type FaitLu = Parameters<typeof echeancesOf>[0][number];
/** A list as the API gives it, a page at a time. */
type Page<T> = {
  readonly faits?: readonly T[];
  readonly courriels?: readonly T[];
  readonly suivant: string | number | null;
};

/** What the real system did, read from outside: journals by the API, mails in the catcher that received them. */
export async function readReleve(
  g: Guichet,
  boite: string,
  parcours: readonly string[],
  structures: readonly string[],
): Promise<Releve> {
  const journaux = await Promise.all(
    parcours.map(async (id) => [id, await readTout<FaitLu>(g, `/parcours/${id}/journal`)] as const),
  );
  const connus = new Map<string, CourrielLu & { readonly parcours: string }>();
  for (const id of parcours)
    for (const c of await readCourriels(g, `/parcours/${id}/courriels`))
      connus.set(c.id, { ...c, parcours: id });
  for (const structureId of structures)
    for (const c of await readCourriels(g, `/structures/${structureId}/recapitulatifs`))
      connus.set(c.id, { ...c, parcours: 'structure' });
  const recus = (await (await fetch(`${boite}/api/messages`)).json()) as readonly RecuLu[];
  const courriels: string[] = [];
  for (const recu of recus) {
    const connu = connus.get(recu.messageId.replace(/^<|@.*$/g, ''));
    const sequence = await readSequence(boite, recu.id);
    courriels.push(connu === undefined ? `inconnu : ${recu.messageId}` : courrielDit({ ...connu, sequence }));
  }
  return {
    echeances: new Map(journaux.map(([id, faits]) => [id, echeancesOf(faits)])),
    creneaux: new Map(journaux.map(([id, faits]) => [id, creneauxOf(faits)])),
    courriels,
  };
}

function readCourriels(g: Guichet, chemin: string): Promise<readonly CourrielLu[]> {
  return readTout<CourrielLu>(g, chemin);
}

async function readTout<T>(g: Guichet, chemin: string): Promise<readonly T[]> {
  const tout: T[] = [];
  for (let apres = ''; ;) {
    const page = await g.get<Page<T>>(`${chemin}?limite=200${apres}`);
    tout.push(...(page.faits ?? page.courriels ?? []));
    if (page.suivant === null) return tout;
    apres = `&apres=${page.suivant}`;
  }
}

/** SEQUENCE of the .ics that the mail carried, as it was received. */
async function readSequence(boite: string, id: number): Promise<number | null> {
  const message = (await (await fetch(`${boite}/api/messages/${id}`)).json()) as {
    readonly pieces: readonly { readonly type: string; readonly contenu: string }[];
  };
  const ics = message.pieces.find((p) => p.type.includes('calendar'));
  const lue = ics === undefined ? null : /^SEQUENCE:(\d+)/m.exec(ics.contenu);
  return lue === null ? null : Number(lue[1]);
}
