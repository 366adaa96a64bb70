import qrcode from 'qrcode-generator';
import type { Carre } from '../domain/courriels/carre';

/** R42 — an address as a square that a telephone reads; a quarter of it may be lost in a fold. */
export function carreOf(adresse: string): Carre {
  const code = qrcode(0, 'Q');
  code.addData(adresse, 'Byte');
  code.make();
  const cote = Array.from({ length: code.getModuleCount() }, (_, i) => i);
  return cote.map((ligne) => cote.map((colonne) => code.isDark(ligne, colonne)));
}
