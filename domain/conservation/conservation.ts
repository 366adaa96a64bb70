import type { Regles } from '../parcours/contexte';
import { prochaineEcheance } from '../parcours/echeancier';
import type { Parcours } from '../parcours/parcours';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { addDuree, plusTard, type CivilDate } from '../temps/jour';

/** R44 — why a person stays: what is still going on, or the delay itself. */
export const raisonsDeGarder = {
  parcours_ouvert: 'un parcours est ouvert',
  echeance_attendue: 'une échéance est attendue',
  courriel_en_attente: 'un courriel attend de partir',
  import_en_attente: 'un import l’attend',
  contact_recent: 'le dernier contact est trop récent',
  deja_effacee: 'elle est déjà effacée',
} as const satisfies Record<string, string>;
export type RaisonDeGarder = keyof typeof raisonsDeGarder;
export const codesRaisonDeGarder = Object.keys(raisonsDeGarder) as [RaisonDeGarder, ...RaisonDeGarder[]];

/** R44 — all that decides whether a person stays. */
export type Conserve = {
  readonly parcours: readonly { readonly p: Parcours; readonly r: Regles }[];
  readonly inscriteA: Instant;
  readonly courrielEnAttente: boolean;
  readonly importEnAttente: boolean;
};

/**
 * R44 — the last day on which this parcours had to do with the person: its opening, the signature, an appointment or
 * a bilan held, news of her, what she answered, the exit, the situation that she gave after it.
 */
export function jourDuDernierContact(p: Parcours): CivilDate {
  return [...joursDeContact(p)].reduce(plusTard, jourAt(p.ouvertA, p.zone));
}

function* joursDeContact(p: Parcours): Iterable<CivilDate> {
  if (p.contrat !== null) yield p.contrat.signeLe;
  for (const { issue, creneau } of p.rendezVous)
    if (issue?.statut === 'honore') yield jourAt(creneau.debut, p.zone);
  yield* p.bilans.map(({ tenuLe }) => tenuLe);
  yield* p.engagement.pointLegal.tenus.map(({ tenuLe }) => tenuLe);
  yield* p.contacts.map(({ le }) => le);
  yield* p.reponses.map(({ a }) => jourAt(a, p.zone));
  yield* p.manquements.flatMap(({ motifs }) => motifs.map(({ recuLe }) => recuLe));
  if (p.sortie !== null) yield p.sortie.le;
  const { reponse } = p.suiviSortie;
  // Not reached, or dead: nobody has heard from her.
  if (reponse !== null && reponse.situation !== 'non_renseigne' && reponse.situation !== 'sans_objet')
    yield reponse.le;
}

/** R44 — over all her parcours; the day on which she was listed when she has had none. */
export function jourDuContact({ parcours, inscriteA }: Conserve): CivilDate {
  const [premier, ...autres] = parcours.map(({ p }) => jourDuDernierContact(p));
  return premier === undefined ? jourAt(inscriteA, 'metropole') : autres.reduce(plusTard, premier);
}

/** R44, R37 — the last day on which her data is kept, included: the same day number, so many months later. */
function jourDeConservation(contact: CivilDate, mois: number): CivilDate {
  return addDuree(contact, { mois });
}

/** R44 — null when nothing keeps her any more. Asked for the count, and again at the very moment of erasing. */
export function raisonDeGarder(
  x: Conserve,
  { maintenant, mois }: { readonly maintenant: Instant; readonly mois: number },
): RaisonDeGarder | null {
  if (x.parcours.some(({ p }) => p.sortie === null)) return 'parcours_ouvert';
  if (x.parcours.some(({ p, r }) => prochaineEcheance(p, r) !== null)) return 'echeance_attendue';
  if (x.courrielEnAttente) return 'courriel_en_attente';
  if (x.importEnAttente) return 'import_en_attente';
  const zones = x.parcours.length === 0 ? (['metropole'] as const) : x.parcours.map(({ p }) => p.zone);
  const limite = jourDeConservation(jourDuContact(x), mois);
  return zones.some((zone) => jourAt(maintenant, zone) <= limite) ? 'contact_recent' : null;
}
