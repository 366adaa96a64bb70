import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { MAXIMUM, readBoite, splitMessages, type Message } from '../../retours/boite';

const MBOX =
  'From MAILER-DAEMON Tue Mar 10 06:41:09 2026\nSubject: un\n\n>From ici\nFromage\n\nFrom x Tue\nSubject: deux\n';
const UN = 'Subject: un\n\n>From ici\nFromage\n\n';

async function messages(boite: AsyncIterable<Message>): Promise<(string | null)[]> {
  const lus: (string | null)[] = [];
  for await (const m of boite) lus.push(m === null ? null : m.toString());
  return lus;
}

const coupe = (texte: string, taille: number) =>
  splitMessages(
    Readable.from(
      Buffer.from(texte)
        .toString('latin1')
        .match(new RegExp(`[\\s\\S]{1,${taille}}`, 'g')) ?? [],
      { objectMode: true },
    ).map((x: string) => Buffer.from(x, 'latin1')),
  );

describe('R47 — une boîte est lue message par message', () => {
  test.each([1, 3, 7, 4096])('R47 — un mbox, par morceaux de %d octets', async (taille) => {
    expect(await messages(coupe(MBOX, taille))).toEqual([UN, 'Subject: deux\n']);
  });

  test('R47 — un message seul, même s’il dit « From » plus loin', async () => {
    const seul = 'Subject: un\n\nFrom ici\n';
    expect(await messages(coupe(seul, 5))).toEqual([seul]);
    expect(await messages(coupe('', 5))).toEqual([]);
  });

  test('R47 — un message trop gros est passé sans être gardé, le suivant est lu', async () => {
    const gros = `From a\n${'x'.repeat(MAXIMUM + 1)}\n\nFrom b\nSubject: deux\n`;
    expect(await messages(coupe(gros, 65_536))).toEqual([null, 'Subject: deux\n']);
  });

  test('R47 — un dossier de fichiers, un Maildir : chaque fichier une fois, les cachés jamais', async () => {
    const dossier = mkdtempSync(path.join(tmpdir(), 'jalons-retours-'));
    mkdirSync(path.join(dossier, 'new'));
    mkdirSync(path.join(dossier, 'tmp'));
    writeFileSync(path.join(dossier, 'a.eml'), 'Subject: a\n');
    writeFileSync(path.join(dossier, '.cache'), 'Subject: non\n');
    writeFileSync(path.join(dossier, 'new', '1'), 'Subject: b\n');
    writeFileSync(path.join(dossier, 'tmp', '2'), 'Subject: non\n');
    expect(await messages(readBoite(dossier))).toEqual(['Subject: a\n', 'Subject: b\n']);
    rmSync(dossier, { recursive: true });
  });
});
