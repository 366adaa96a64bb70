import { stat } from 'node:fs/promises';
import { readBoite, splitMessages, type Message } from '../retours/boite';
import { recordRetours, renderBilan } from '../retours/bilan';
import { withBase } from './base';
import { defineCommande, MauvaisUsage } from './commande';

/** sysexits.h, EX_TEMPFAIL — a mail server that pipes a message here keeps it, and gives it again later. */
const PLUS_TARD = 75;

/** R47 — bounce messages, from a mailbox or from the mail server itself. */
export const retours = defineCommande({
  resume: 'lit des avis de non-remise (une boîte, un dossier, ou l’entrée) et inscrit les courriels revenus',
  suite: '[CHEMIN]',
  options: {},
  async run({ positionals: [chemin, ...trop] }) {
    if (trop.length > 0) throw new MauvaisUsage('Donnez un seul chemin, ou rien pour lire l’entrée.');
    return chemin === undefined ? readEntree() : readChemin(chemin);
  },
});

async function readChemin(chemin: string): Promise<number> {
  await stat(chemin).catch(() => {
    throw new MauvaisUsage(`« ${chemin} » n’existe pas.`);
  });
  return record(readBoite(chemin));
}

/** A notification that this command could not record must not be lost: whoever gave it is asked to try again. */
async function readEntree(): Promise<number> {
  try {
    return await record(splitMessages(process.stdin));
  } catch (erreur) {
    process.stderr.write(
      `À donner de nouveau plus tard : ${erreur instanceof Error ? erreur.message : String(erreur)}\n`,
    );
    return PLUS_TARD;
  }
}

async function record(boite: AsyncIterable<Message>): Promise<number> {
  const bilan = await withBase((base) => recordRetours(base, boite));
  process.stdout.write(renderBilan(bilan));
  return bilan.en_cours > 0 ? PLUS_TARD : 0;
}
