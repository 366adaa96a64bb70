/** The one-time key travels with the fields and is not one of them. */
export const CLE = 'cle';

/** What a form sent, field by field. */
export type Valeurs = Readonly<Record<string, string>>;

export function valeursOf(corps: unknown): Valeurs {
  if (typeof corps !== 'object' || corps === null) return {};
  return Object.fromEntries(
    Object.entries(corps).flatMap(([nom, v]) => (typeof v === 'string' ? [[nom, v] as const] : [])),
  );
}

type Noeud = { [nom: string]: Noeud | string };

/** Names with dots become objects, lists are closed up, what was left empty is not there. */
export function nest(valeurs: Valeurs): Record<string, unknown> {
  const racine: Noeud = Object.create(null) as Noeud;
  for (const [nom, valeur] of Object.entries(valeurs)) {
    if (nom === CLE || valeur.trim() === '') continue;
    const pas = nom.split('.');
    const dernier = pas.pop() ?? nom;
    let ici = racine;
    for (const p of pas) {
      const suite = ici[p];
      ici = typeof suite === 'object' ? suite : (ici[p] = Object.create(null) as Noeud);
    }
    ici[dernier] = valeur;
  }
  return fermer(racine) as Record<string, unknown>;
}

/** An object whose names are all ranks is a list; an empty row between two others is not a row. */
function fermer(x: Noeud | string): unknown {
  if (typeof x === 'string') return x;
  const noms = Object.keys(x);
  const liste = noms.length > 0 && noms.every((n) => /^\d+$/.test(n));
  if (liste) return noms.sort((a, b) => Number(a) - Number(b)).map((n) => fermer(x[n] ?? ''));
  return Object.fromEntries(noms.map((n) => [n, fermer(x[n] ?? '')]));
}
