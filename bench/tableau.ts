import type { Ligne } from './mesure';

/** One table, in columns as wide as their contents. */
export function renderTableau(lignes: readonly Ligne[]): string {
  const rows = [['Mesure', 'Vu', 'Repère'], ...lignes.map((l) => [l.quoi, l.valeur, l.repere ?? ''])];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
