import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAvis } from '../../retours/avis';

const ID = '<8f0c2f7a-3d1e-8a4b-9c55-0d2b6f1e7a90@example.org>';
const lis = (nom: string) => readFileSync(path.join(__dirname, 'avis', `${nom}.eml`), 'utf8');
const avis = (texte: string) => readAvis(Buffer.from(texte.replaceAll('\n', '\r\n')));

describe('R47 — un avis de non-remise (RFC 3464) est lu comme les serveurs l’écrivent', () => {
  test.each([
    ['postfix', 'echec', 'adresse', '5.1.1'],
    ['exim', 'echec', 'adresse', '5.0.0'],
    ['exchange', 'echec', 'adresse', '5.2.2'],
    ['postfix-contenu', 'echec', 'contenu', '5.7.1'],
    ['postfix-abandon', 'echec', 'adresse', '4.4.1'],
    ['postfix-retard', 'retard', 'adresse', '4.4.1'],
  ])('R47 — %s : %s, %s, %s', async (nom, quoi, cause, code) => {
    expect(await avis(lis(nom))).toEqual({ quoi, cause, code, messageId: ID });
    expect(await readAvis(Buffer.from(lis(nom)))).toEqual({ quoi, cause, code, messageId: ID });
  });

  test('R47 — un alias dont une seule adresse échoue n’est pas un échec', async () => {
    const deux = lis('postfix').replace(
      'Action: failed',
      'Action: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; b@example.org\nAction: relayed',
    );
    expect(await avis(deux)).toMatchObject({ quoi: 'autre' });
  });
});

describe('R47 — ce qui n’est pas un avis, ou l’est deux fois, n’en est pas un', () => {
  const postfix = lis('postfix');
  test.each([
    ['rien', ''],
    ['un courriel ordinaire', 'From: a@example.org\nSubject: Bonjour\n\nBonjour\n'],
    ['une réponse automatique d’absence', 'From: a@example.org\nAuto-Submitted: auto-replied\n\nAbsent\n'],
    [
      'un avis de lecture',
      postfix.replace('report-type=delivery-status', 'report-type=disposition-notification'),
    ],
    ['un avis transféré', postfix.replace('multipart/report', 'multipart/mixed')],
    ['un avis sans l’en-tête rendu', postfix.replace('text/rfc822-headers', 'text/plain')],
    ['un avis sans Message-ID', postfix.replace(/^Message-ID: .*\n/m, '')],
    ['deux Message-ID', postfix.replace(/^(Message-ID: ).*$/m, `$1${ID}\n$1<autre@example.org>`)],
    ['un Message-ID glissé dans le texte', postfix.replace(/^Message-ID: .*\n/m, `\nMessage-ID: ${ID}\n`)],
    ['un avis sans destinataire', postfix.replace('Action: failed', 'X-Action: failed')],
    ['un avis coupé', postfix.slice(0, postfix.indexOf('Final-Recipient'))],
  ])('R47 — %s', async (_, texte) => {
    expect(await avis(texte)).toBeNull();
  });

  test('R47 — deux rapports dans un seul message : aucun n’est cru', async () => {
    const [, partie = ''] =
      /(--4Zk2[^\n]*\nContent-Description: Delivery report[\s\S]*?)(?=--4Zk2)/.exec(postfix) ?? [];
    expect(partie).toContain('Action: failed');
    expect(await avis(postfix.replace(partie, partie + partie))).toBeNull();
  });

  test('R47 — dix mille parties l’une dans l’autre : vite, et rien', async () => {
    let tete = '';
    let bord = 'Content-Type: multipart/report; report-type=delivery-status; boundary="b0"\n\n';
    for (let i = 0; i < 10_000; i += 1) {
      tete += `${bord}--b${i}\n`;
      bord = `Content-Type: multipart/mixed; boundary="b${i + 1}"\n\n`;
    }
    const debut = Date.now();
    expect(await avis(tete)).toBeNull();
    expect(Date.now() - debut).toBeLessThan(20_000);
  });
});
