/** `orange`: it works, and somebody should look. `rouge`: something is not done, or not safe. */
export type Etat = 'vert' | 'orange' | 'rouge';

export type Constat = {
  readonly sujet: string;
  readonly etat: Etat;
  readonly dit: string;
  /** What to do; nothing to do when all is well. */
  readonly remede: string | null;
};

export const vert = (sujet: string, dit: string): Constat => ({ sujet, etat: 'vert', dit, remede: null });
export const orange = (sujet: string, dit: string, remede: string): Constat => ({
  ...{ sujet, etat: 'orange', dit, remede },
});
export const rouge = (sujet: string, dit: string, remede: string): Constat => ({
  ...{ sujet, etat: 'rouge', dit, remede },
});

export function etatOf(constats: readonly Constat[]): Etat {
  const etats = constats.map(({ etat }) => etat);
  return etats.includes('rouge') ? 'rouge' : etats.includes('orange') ? 'orange' : 'vert';
}

const MARQUES: Readonly<Record<Etat, string>> = { vert: '✓', orange: '!', rouge: '✗' };

export function renderConstats(constats: readonly Constat[]): string {
  const largeur = Math.max(...constats.map(({ sujet }) => sujet.length));
  const lignes = constats.flatMap(({ sujet, etat, dit, remede }) => [
    `${MARQUES[etat]} ${sujet.padEnd(largeur)}  ${dit}`,
    ...(remede === null ? [] : [`  ${' '.repeat(largeur)}  → ${remede}`]),
  ]);
  const compte = (etat: Etat) => constats.filter((c) => c.etat === etat).length;
  return [
    ...lignes,
    '',
    `À réparer : ${compte('rouge')}. À regarder : ${compte('orange')}. En ordre : ${compte('vert')}.`,
    '',
  ].join('\n');
}

/** The nature and the code of an error, never its message: it may repeat a password or a row. */
export function natureOf(erreur: unknown): string {
  if (!(erreur instanceof Error)) return typeof erreur;
  const code: unknown = Reflect.get(erreur, 'code');
  return typeof code === 'string' || typeof code === 'number' ? `${erreur.name} ${code}` : erreur.name;
}
