import { enVigueur, listSuccesseurs, type RefDispositif } from '../dispositifs/en-vigueur';
import { jourAt } from '../temps/heure-locale';
import { plusTard, plusTot, type CivilDate } from '../temps/jour';
import type { Regles } from './contexte';
import { estDecesSignale } from './deces';
import type { GestePermis } from './gestes';
import type { Parcours } from './parcours';
import { codesMotifSortie, type MotifSortie } from './sortie';
import { jourDuSuivi, listSituations, type SituationSuivi } from './suivi-sortie';

/** An edition that may be chosen, and what it is called. */
export type EditionOfferte = { readonly dispositif: RefDispositif; readonly libelle: string };

/** R33–R36 — the end of a parcours and of its edition: the values that the law accepts now. */
export type DemandesSortie = {
  readonly exitParcours: {
    readonly motifs: readonly MotifSortie[];
    readonly du: CivilDate;
    readonly au: CivilDate;
    /** R33 — months beyond which a fixed-term contract is lasting employment. */
    readonly borneMois: number;
  };
  readonly dropDeces: object;
  readonly recordSuivi: {
    readonly situations: readonly SituationSuivi[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly reorientParcours: {
    readonly editions: readonly EditionOfferte[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly moveEdition: {
    readonly editions: readonly (EditionOfferte & { readonly du: CivilDate; readonly au: CivilDate })[];
  };
};

/** R36 — the editions that follow, each from its first day or from the last change on. */
export function* gestesEdition(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const depuis = p.editions.at(-1)?.du ?? jourAt(p.ouvertA, r.zone);
  const editions = listSuccesseurs(p.dispositif)
    .map((d) => ({
      dispositif: { code: d.code, edition: d.edition },
      libelle: d.libelle,
      du: plusTard(d.fenetre.du, depuis),
      au: plusTot(d.fenetre.au, plusTard(le, d.fenetre.du)),
    }))
    .filter(({ du, au }) => du <= au);
  if (editions.length > 0) yield { geste: 'moveEdition', editions };
}

/** R33, R35 — to close, or to close and open elsewhere: whether elsewhere is another place is seen when it is asked. */
export function* gestesFin(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const editions = enVigueur
    .filter(({ fenetre }) => fenetre.du <= le && le <= fenetre.au)
    .map(({ code, edition, libelle }) => ({ dispositif: { code, edition }, libelle }));
  const du = p.orientation.notifieeLe;
  if (editions.length > 0 && du <= le) yield { geste: 'reorientParcours', editions, du, au: le };
  if (estDecesSignale(p)) yield { geste: 'dropDeces' };
  yield {
    geste: 'exitParcours',
    motifs: codesMotifSortie,
    du: jourAt(p.ouvertA, r.zone),
    au: le,
    borneMois: r.dispositif.sortie.emploiDurable.mois,
  };
}

/** R34 — the answer, from the day on which it is due; a death is recorded at any time. */
export function* gestesApresSortie(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const situations = listSituations(p, r, le);
  const prevuLe = jourDuSuivi(p, r);
  if (p.sortie === null || prevuLe === null || situations.length === 0) return;
  yield { geste: 'recordSuivi', situations, du: le < prevuLe ? p.sortie.le : prevuLe, au: le };
}
