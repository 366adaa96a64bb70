import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { readFile } from '../docs/lire';

export type Alerte = {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly gravite: string };
  readonly annotations: { readonly resume: string; readonly conduite: string };
};

export function listAlertes(): readonly Alerte[] {
  const lues = parse(readFile('docs/exploitation/alertes.yml')) as { groups: { rules: Alerte[] }[] };
  return lues.groups.flatMap(({ rules }) => rules);
}

/** The measures that an expression names, with the labels that it asks of them, by the grammar of Prometheus. */
export function selectorsOf(expr: string): readonly { readonly nom: string; readonly choix: string }[] {
  const trouves: { nom: string; choix: string }[] = [];
  parser.parse(expr).iterate({
    enter(noeud) {
      if (noeud.type.isError) throw new Error(`Expression illisible : ${expr}`);
      if (noeud.name !== 'VectorSelector') return;
      const ecrit = expr.slice(noeud.from, noeud.to);
      const [nom = '', ...choix] = ecrit.split(/(?=\{)/);
      trouves.push({ nom: nom.trim(), choix: choix.join('') });
    },
  });
  return trouves;
}
