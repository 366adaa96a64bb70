import type { CodeAvis } from '../parcours/avis';
import { recapitulatifAt, type Regles } from '../parcours/contexte';
import { countCreneauxLibres, type Agenda } from '../rendez-vous/agenda';
import { addJoursOuvres, estOuvre } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import type { Instant } from '../temps/instant';
import { addDuree, addJours, type CivilDate } from '../temps/jour';
import type { CodeZone } from '../temps/zones';
import type {
  DonneesRecapitulatif,
  Entree,
  LigneCapacite,
  Mois,
  Point,
  Precision,
} from './recapitulatif-dit';

/** R17 — the working day in whose digest a line is read: today when it is written before the hour, else the next. */
export function jourDuRecapitulatif(instant: Instant, r: Regles): CivilDate {
  const le = jourAt(instant, r.zone);
  const aTemps = estOuvre(le, r.zone) && instant < recapitulatifAt(le, r);
  return aTemps ? le : addJoursOuvres(le, 1, r.zone);
}

/** A line of a digest with what its reader needs to see: names and addresses are read when the digest is written. */
export type LigneLue = {
  readonly parcoursId: string;
  readonly avis: CodeAvis;
  readonly precision: Precision | null;
  readonly personne: string;
  readonly referent: string | null;
  readonly lien: string;
};

/** R08 — what a month can hold, by month, as far as it could be counted. */
export type Offres = Readonly<Partial<Record<Mois, NonNullable<LigneCapacite['offre']>>>>;

type Matinee = Omit<DonneesRecapitulatif, 'modele' | 'nouvelles' | 'capacites' | 'ouvertes'> & {
  readonly nouvelles: readonly LigneLue[];
  readonly ouvertes: readonly LigneLue[];
  readonly offres: Offres;
};

/** R17 — the digest of a morning, or null when nothing new falls due: what remains open is no reason to write. */
export function createRecapitulatif(m: Matinee): DonneesRecapitulatif | null {
  const { nouvelles, ouvertes, offres, ...entete } = m;
  if (nouvelles.length === 0) return null;
  const dites = new Set(nouvelles.map(cleLigne));
  const restantes = ouvertes.filter((ligne) => !dites.has(cleLigne(ligne)));
  return {
    ...entete,
    modele: 'recapitulatif',
    nouvelles: entreesOf(nouvelles, m.pour),
    capacites: capacitesOf(nouvelles, offres),
    ouvertes: entreesOf(restantes, m.pour),
  };
}

function estCapacite({ avis }: LigneLue): boolean {
  return avis === 'creneau_introuvable';
}

function cleLigne({ parcoursId, avis, precision }: LigneLue): string {
  return `${parcoursId} ${clePoint({ avis, precision })}`;
}

function clePoint({ avis, precision }: Point): string {
  if (precision === null) return avis;
  switch (precision.quoi) {
    case 'rendez_vous':
      return `${avis} ${precision.debut}`;
    case 'jour':
    case 'point':
      return `${avis} ${precision.le}`;
    case 'jours':
      return `${avis} ${precision.du}`;
    case 'mois':
      return `${avis} ${precision.mois}`;
    case 'lettre':
      return `${avis} ${precision.modele}`;
  }
}

/** R16, R17 — one entry per parcours, in the order of names; the same thing is said once. */
function entreesOf(lignes: readonly LigneLue[], pour: DonneesRecapitulatif['pour']): readonly Entree[] {
  const entrees = new Map<string, LigneLue & { readonly points: Map<string, Point> }>();
  for (const ligne of lignes) {
    if (estCapacite(ligne)) continue;
    const { parcoursId, avis, precision } = ligne;
    const entree = entrees.get(parcoursId) ?? { ...ligne, points: new Map<string, Point>() };
    entree.points.set(clePoint({ avis, precision }), { avis, precision });
    entrees.set(parcoursId, entree);
  }
  return [...entrees.values()].sort(parNom).map(({ personne, referent, lien, points }) => ({
    personne,
    referent: pour === 'referent' ? null : referent,
    lien,
    points: [...points.values()],
  }));
}

/** Sorted by code unit, then by id: the same digest on every machine, whatever its locale. */
function parNom(x: LigneLue, y: LigneLue): number {
  const [a, b] = [`${x.personne} ${x.parcoursId}`, `${y.personne} ${y.parcoursId}`];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** R08 — "48 créneaux pour 60 personnes en mai": one line a month, those who have no slot counted once. */
function capacitesOf(lignes: readonly LigneLue[], offres: Offres): readonly LigneCapacite[] {
  const parMois = new Map<Mois | null, Set<string>>();
  for (const ligne of lignes.filter(estCapacite)) {
    const mois = ligne.precision?.quoi === 'mois' ? ligne.precision.mois : null;
    parMois.set(mois, (parMois.get(mois) ?? new Set<string>()).add(ligne.parcoursId));
  }
  return [...parMois]
    .sort(([x], [y]) => ((x ?? '') < (y ?? '') ? -1 : 1))
    .map(([mois, sans]) => ({
      mois,
      sansCreneau: sans.size,
      offre: mois === null ? null : (offres[mois] ?? null),
    }));
}

/** R08 — all the slots that a référent opens in a month, taken or free, for so many people to see each month. */
export function offreDuMois(
  agenda: Agenda,
  mois: Mois,
  personnes: number,
  zone: CodeZone,
): NonNullable<LigneCapacite['offre']> {
  const du = `${mois}-01` as CivilDate;
  const au = addJours(addDuree(du, { mois: 1 }), -1);
  return { creneaux: countCreneauxLibres({ ...agenda, pris: [] }, { du, au }, zone), personnes };
}
