import { PassThrough } from 'node:stream';
import { createAvancement, renderAvance } from '../../jalons/avancement';

const espaces = (texte: string) => texte.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('L’avancement d’une commande', () => {
  test('dit le compte, le débit et le temps qui reste', () => {
    const avance = { faits: 12_500, total: 50_000, secondes: 10, unite: 'lignes' };
    expect(espaces(renderAvance(avance, true))).toBe(
      '[██████░░░░░░░░░░░░░░░░░░] 12 500 / 50 000 lignes · 1 300/s · encore 30 s',
    );
    expect(espaces(renderAvance({ ...avance, secondes: 2_000 }, false))).toBe(
      '12 500 / 50 000 lignes · 6,3/s · encore 1 h 40 min',
    );
  });

  test('ne promet rien au début, ni à la fin, ni sans total', () => {
    expect(renderAvance({ faits: 0, total: 3, secondes: 0, unite: 'parcours' }, false)).toBe(
      '0 / 3 parcours',
    );
    expect(renderAvance({ faits: 3, total: 3, secondes: 1, unite: 'parcours' }, false)).toBe(
      '3 / 3 parcours · 3/s',
    );
    expect(renderAvance({ faits: 0, total: 0, secondes: 1, unite: 'parcours' }, true)).toBe(
      `[${'█'.repeat(24)}] 0 / 0 parcours`,
    );
    expect(renderAvance({ faits: 4, total: null, secondes: 2, unite: 'lignes' }, true)).toBe(
      '4 lignes · 2/s',
    );
  });

  test('ce que le worker fait et qui n’avance plus le demande, tant qu’il reste quelque chose', () => {
    const avance = { faits: 1, total: 3, secondes: 60, unite: 'personnes traitées' };
    expect(renderAvance({ ...avance, immobile: 21 }, false)).toMatch(
      / · rien n’avance : le worker est-il en marche/,
    );
    expect(renderAvance({ ...avance, immobile: 19 }, false)).not.toContain('rien n’avance');
    expect(renderAvance({ ...avance, faits: 3, immobile: 60 }, false)).not.toContain('rien n’avance');
  });

  test.each([
    ['sur un terminal, redessine une seule ligne', true, /^<retour>\[█+\] 2 \/ 2 parcours.*\n$/],
    ['ailleurs, écrit une ligne sans code de terminal', false, /^2 \/ 2 parcours.*\n$/],
  ])('%s', (_titre, isTTY, attendu) => {
    const flux = Object.assign(new PassThrough(), { isTTY });
    const avancement = createAvancement({
      total: 2,
      unite: 'parcours',
      flux: flux as unknown as NodeJS.WriteStream,
    });
    avancement.advance();
    avancement.advance();
    avancement.end();
    expect(String(flux.read()).replaceAll('\r\u001b[2K', '<retour>')).toMatch(attendu);
  });
});
