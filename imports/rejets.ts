import type { Base } from '../registre/base';
import { listLignes } from '../registre/imports/suivi.prisma';
import type { ImportSuivi, Raison } from '../registre/imports/imports';
import { COLONNES_DE_REJET } from './colonnes';
import { renderCsv } from './tableau';

const PAR_PAGE = 500;

/** What was set aside, as it was sent, with its line and its reasons: to correct, and to send again as it is. */
export async function* renderRejets(base: Base, { id, colonnes }: ImportSuivi): AsyncGenerator<Buffer> {
  const [ligne, motif] = COLONNES_DE_REJET;
  const siens = colonnes.filter((c) => c !== ligne && c !== motif);
  yield renderCsv([], [...siens, ligne, motif], true);
  for (let apres = 0; ;) {
    const page = await listLignes(base, id, { verdict: 'rejete', apres, limite: PAR_PAGE });
    if (page.length === 0) return;
    const rangees = page.map(({ numero, cellules, raisons }) => [
      ...colonnes.flatMap((c, i) => (c === ligne || c === motif ? [] : [cellules[i] ?? ''])),
      String(numero),
      raisons.map(renderRaison).join(' '),
    ]);
    yield renderCsv(rangees, [], false);
    apres = page.at(-1)?.numero ?? apres;
  }
}

export function renderRaison({ colonne, raison }: Raison): string {
  return colonne === '' ? raison : `${colonne} : ${raison}`;
}
