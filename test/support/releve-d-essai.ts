import { readFileSync } from 'node:fs';
import { courrielDit, creneauxOf, echeancesOf, type Releve } from '../../demo/jeu/comparaison';
import type { Base } from '../../registre/base';
import { instantOfColonne, jourOfColonne } from '../../registre/dates';
import type { Reserve } from '../../tools/courriels/reserve';

/** One message as the relay took it: whose courriel it is, and the bytes that travelled. */
export type MessageRecu = { readonly courrielId: string; readonly a: string; readonly octets: string };

export function listMessages(reserve: Reserve): readonly MessageRecu[] {
  return reserve.list().map(({ id, messageId, a }) => ({
    courrielId: messageId.replace(/^<|@.*$/g, ''),
    a: a.join(','),
    octets: readFileSync(reserve.file(id), 'latin1'),
  }));
}

/** What really happened: the journals in PostgreSQL, the mails in the catcher that accepted them. */
export async function readReleve(base: Base, messages: readonly MessageRecu[]): Promise<Releve> {
  const faits = await base.fait.findMany({ orderBy: [{ parcoursId: 'asc' }, { rang: 'asc' }] });
  const journaux = new Map<string, Parameters<typeof echeancesOf>[0][number][]>();
  for (const { parcoursId, type, donnees, a, cle, duLe } of faits) {
    const journal = journaux.get(parcoursId) ?? [];
    journaux.set(parcoursId, journal);
    journal.push({
      type,
      cle,
      a: instantOfColonne(a),
      duLe: duLe === null ? null : jourOfColonne(duLe),
      donnees: donnees as Readonly<Record<string, unknown>>,
    });
  }
  const connus = new Map((await base.courriel.findMany()).map((c) => [c.id, c]));
  return {
    echeances: new Map([...journaux].map(([id, lus]) => [id, echeancesOf(lus)])),
    creneaux: new Map([...journaux].map(([id, lus]) => [id, creneauxOf(lus)])),
    courriels: messages.map(({ courrielId, octets }) => {
      const c = connus.get(courrielId);
      if (c === undefined) return `inconnu : ${courrielId}`;
      return courrielDit({ ...c, parcours: c.parcoursId ?? 'structure', sequence: readSequence(octets) });
    }),
  };
}

/** SEQUENCE of the .ics part, decoded from base64 or quoted-printable as it travelled. */
function readSequence(octets: string): number | null {
  const parties = octets.split(/\r?\n--/).filter((p) => /^Content-Type: text\/calendar/im.test(p));
  for (const partie of parties) {
    const [entetes = '', ...corps] = partie.split(/\r?\n\r?\n/);
    const brut = corps.join('\n\n');
    const texte = /base64/i.test(entetes) ? Buffer.from(brut, 'base64').toString('utf8') : brut;
    const lue = /^SEQUENCE:(\d+)/m.exec(texte);
    if (lue !== null) return Number(lue[1]);
  }
  return null;
}
