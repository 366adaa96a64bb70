import { limiteReponse } from '../obligations/echeances-manquement';
import { findALever } from '../obligations/levee';
import {
  findManquementsOuverts,
  type GenreManquement,
  type Manquement,
  type ManquementOuvert,
  type QualificationMotif,
  type Signal,
  type SuiteSignalement,
} from '../obligations/manquement';
import { codesMotif, type CodeMotif } from '../obligations/motifs';
import { listReponsesMotif } from '../reponses/reponse';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { addJours, type CivilDate } from '../temps/jour';
import { aujourdhui, type Regles } from './contexte';
import type { GestePermis } from './gestes';
import { lettresDe } from './lettres';
import type { Parcours } from './parcours';

/** A ladder that a gesture may be about. */
type Choix = { readonly id: number; readonly genre: GenreManquement };
type ChoixDate = Choix & { readonly du: CivilDate };

/** R14, R30, R31 — ladders: the values that the law accepts now. */
export type DemandesManquement = {
  readonly qualifyMotif: {
    readonly manquements: readonly (Choix & { readonly qualifications: readonly QualificationMotif[] })[];
  };
  readonly recordMotif: {
    readonly manquements: readonly Choix[];
    readonly motifs: readonly CodeMotif[];
    readonly du: CivilDate;
    readonly au: CivilDate;
  };
  readonly recordRemobilisation: { readonly manquements: readonly ChoixDate[]; readonly au: CivilDate };
  readonly recordSuite: {
    readonly manquements: readonly ChoixDate[];
    readonly suites: readonly SuiteSignalement[];
    readonly au: CivilDate;
  };
  readonly recordTransmission: {
    readonly manquements: readonly (ChoixDate & { readonly quoi: Signal['quoi'] })[];
    readonly au: CivilDate;
  };
  readonly confirmSignalement: { readonly manquements: readonly Choix[] };
  readonly postponeSignalement: { readonly manquements: readonly Choix[]; readonly du: CivilDate };
  readonly dropSignalement: { readonly manquements: readonly Choix[] };
  readonly recordRemise: {
    readonly lettres: readonly { readonly courrielCle: string; readonly du: CivilDate }[];
    readonly au: CivilDate;
  };
};

/** R14, R30, R31 — what the ladders let a human do today; each ladder is named by its rank and its genre. */
export function* gestesManquement(p: Parcours, r: Regles, le: CivilDate): Iterable<GestePermis> {
  const ouverts = findManquementsOuverts(p.manquements);
  const aLever = p.manquements.filter((m) => findALever(p, m.id) !== null);
  const aQualifier = [
    ...ouverts.map((m) => ({ ...choixOf(m), qualifications: qualificationsPermises(m, p, r, le) })),
    ...aLever.map((m) => ({ ...choixOf(m), qualifications: ['legitime'] as const })),
  ];
  if (aQualifier.length > 0) {
    yield { geste: 'qualifyMotif', manquements: aQualifier };
    const manquements = [...ouverts, ...aLever].map(choixOf);
    yield { geste: 'recordMotif', manquements, motifs: codesMotif, du: jourAt(p.ouvertA, r.zone), au: le };
  }
  if (ouverts.length > 0)
    yield { geste: 'recordRemobilisation', manquements: ouverts.map((m) => dateOf(m, m.ouvertA, r)), au: le };
  yield* gestesSignalement(ouverts, r, le);
  const signaux = p.manquements.flatMap((m) => {
    const attendu = m.signaux.find((s) => s.transmisLe === null);
    return attendu === undefined ? [] : [{ ...dateOf(m, attendu.depuisA, r), quoi: attendu.quoi }];
  });
  if (signaux.length > 0) yield { geste: 'recordTransmission', manquements: signaux, au: le };
}

function* gestesSignalement(
  ouverts: readonly ManquementOuvert[],
  r: Regles,
  le: CivilDate,
): Iterable<GestePermis> {
  const proposes = ouverts.filter((m) => m.etat.etat === 'signalement_propose').map(choixOf);
  if (proposes.length > 0) {
    yield { geste: 'confirmSignalement', manquements: proposes };
    yield { geste: 'postponeSignalement', manquements: proposes, du: addJours(le, 1) };
    yield { geste: 'dropSignalement', manquements: proposes };
  }
  const transmis = ouverts.flatMap((m) =>
    m.etat.etat === 'transmis' && m.transmisA !== null ? [dateOf(m, m.transmisA, r)] : [],
  );
  if (transmis.length > 0)
    yield { geste: 'recordSuite', manquements: transmis, suites: ['sans_suite', 'decision_prise'], au: le };
}

function choixOf({ id, genre }: Manquement): Choix {
  return { id, genre };
}

function dateOf(m: Manquement, depuis: Instant, r: Regles) {
  return { ...choixOf(m), du: jourAt(depuis, r.zone) };
}

/** R14 — a legitimate motive is heard at any rung; the others only while the motive is being asked. */
function qualificationsPermises(
  m: ManquementOuvert,
  p: Parcours,
  r: Regles,
  le: CivilDate,
): readonly QualificationMotif[] {
  if (m.etat.etat !== 'motif_demande') return ['legitime'];
  const limite = limiteReponse(m, 'demande_motif', p, r);
  return limite !== null && le > limite && listReponsesMotif(p, m).length === 0
    ? ['legitime', 'non_legitime', 'sans_reponse']
    : ['legitime', 'non_legitime'];
}

/** R14, R18 — a letter whose day of delivery may be said; after an exit, one that still serves. */
export function* gestesLettre(p: Parcours, r: Regles, maintenant: Instant): Iterable<GestePermis> {
  const lettres = lettresDe(p, r, maintenant)
    .filter((l) => p.sortie === null || l.sert)
    .map(({ courrielCle, depuis }) => ({ courrielCle, du: depuis }));
  if (lettres.length > 0)
    yield { geste: 'recordRemise', lettres, au: aujourdhui({ maintenant, zone: r.zone }) };
}
