import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A message as it lies in a mailbox; null: too big to be one of ours that came back. */
export type Message = Buffer | null;

/** Our heaviest mail is far below; what returns is its headers, or itself. */
export const MAXIMUM = 1024 * 1024;

/** Sub-folders of a Maildir. */
const MAILDIR = ['new', 'cur'];
const SAUT = 0x0a;
const DEPART = Buffer.from('From ');

/** R47 — each message of a file (mbox, or one alone), of a folder of files, of a Maildir. */
export async function* readBoite(chemin: string): AsyncGenerator<Message> {
  if (!(await stat(chemin)).isDirectory()) {
    yield* splitMessages(createReadStream(chemin));
    return;
  }
  const entrees = await readdir(chemin, { withFileTypes: true });
  for (const x of entrees.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const ici = path.join(chemin, x.name);
    if (x.isFile() && !x.name.startsWith('.')) yield* splitMessages(createReadStream(ici));
    else if (x.isDirectory() && MAILDIR.includes(x.name)) yield* readBoite(ici);
  }
}

/**
 * Cuts a stream at each line that begins with « From » when its first line does (mbox); one message otherwise.
 * No more than one message is held, and none beyond the maximum.
 */
export async function* splitMessages(flux: AsyncIterable<Buffer>): AsyncGenerator<Message> {
  let estMbox: boolean | null = null;
  let message = createMessage();
  let debut = true;
  let reste = Buffer.alloc(0);
  for await (const morceau of flux) {
    reste = Buffer.concat([reste, morceau]);
    // The five first bytes of a line decide: they are waited for.
    while (!debut || reste.length >= DEPART.length) {
      if (debut) {
        const separe = reste.subarray(0, DEPART.length).equals(DEPART);
        if (separe && (estMbox ?? true) && !message.vide()) {
          yield message.take();
          message = createMessage();
        }
        estMbox ??= separe;
        message.enTete(separe && estMbox);
      }
      const fin = reste.indexOf(SAUT);
      const jusqua = fin < 0 ? reste.length : fin + 1;
      message.add(reste.subarray(0, jusqua));
      reste = reste.subarray(jusqua);
      debut = fin >= 0;
      if (!debut) break;
    }
  }
  message.add(reste);
  if (!message.vide()) yield message.take();
}

function createMessage() {
  const morceaux: Buffer[] = [];
  let taille = 0;
  let separateur = false;
  return {
    vide: () => taille === 0,
    /** The separator of a mbox is not part of its message. */
    enTete(oui: boolean) {
      separateur = oui;
    },
    add(octets: Buffer) {
      if (separateur) return;
      taille += octets.length;
      if (taille <= MAXIMUM) morceaux.push(Buffer.from(octets));
      else morceaux.length = 0;
    },
    take: (): Message => (taille > MAXIMUM ? null : Buffer.concat(morceaux)),
  };
}
