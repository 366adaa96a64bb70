import type { DonneesRecapitulatif, Mois, Point } from '../../domain/courriels/recapitulatif-dit';
import { pointsOuverts, precisionDe } from '../../domain/courriels/precisions';
import {
  createRecapitulatif,
  offreDuMois,
  type LigneLue,
  type Offres,
} from '../../domain/courriels/recapitulatif';
import type { CodeAvis } from '../../domain/parcours/avis';
import type { Contexte } from '../../domain/parcours/contexte';
import { lecteurOf } from '../../domain/parcours/lecteur';
import type { Parcours } from '../../domain/parcours/parcours';
import type { Instant } from '../../domain/temps/instant';
import type { CodeZone } from '../../domain/temps/zones';
import { readAgendaSansVerrou } from '../agenda/agenda.prisma';
import type { Base } from '../base';
import { readHorloge } from '../horloge/horloge';
import { contexteOf } from '../journal/lecture.prisma';
import type { VouluRecapitulatif } from './matinees.prisma';

type LigneParcours = Awaited<ReturnType<typeof readParcoursDuLecteur>>[number];

/** Reads what a digest says at the moment when it is written: its new lines, and what remains open then. */
export async function readRecapitulatif(
  base: Base,
  structureId: string,
  voulu: VouluRecapitulatif,
  apiUrl: string,
): Promise<DonneesRecapitulatif> {
  const structure = await base.structure.findUniqueOrThrow({ where: { id: structureId } });
  const { maintenant } = await readHorloge(base);
  const parcours = await listParcoursDuLecteur(base, structureId, voulu);
  const lignes = await base.ligne.findMany({
    where: { OR: voulu.lignes.map(({ parcoursId, cle }) => ({ parcoursId, cle })) },
    orderBy: [{ parcoursId: 'asc' }, { cle: 'asc' }],
  });
  const parId = new Map(parcours.map((x) => [x.id, x]));
  const nouvelles = lignes.flatMap(({ parcoursId, cle, avis, rendezVousId }) => {
    const x = parId.get(parcoursId);
    if (x === undefined) return [];
    const ligne = { cle, avis: avis as CodeAvis, rendezVousId };
    const precision = precisionDe(ligne, etatOf(x), contexteDe(x, maintenant));
    return [ligneLue(x, { avis: ligne.avis, precision }, apiUrl)];
  });
  const ouvertes = parcours.flatMap((x) =>
    pointsOuverts(etatOf(x), contexteDe(x, maintenant), voulu.pour).map((point) =>
      ligneLue(x, point, apiUrl),
    ),
  );
  const nom =
    voulu.pour === 'responsable'
      ? structure.responsableNom
      : nomDe(await base.referent.findUnique({ where: { id: voulu.referentId ?? '' } }));
  const recapitulatif = createRecapitulatif({
    ecritA: maintenant,
    le: voulu.le,
    pour: voulu.pour,
    nom,
    structure: { ...structure, zone: structure.zone as CodeZone },
    lienListe: voulu.referentId === null ? `${apiUrl}/` : `${apiUrl}/?referent=${voulu.referentId}`,
    nouvelles,
    ouvertes,
    offres: await offresOf(
      base,
      voulu,
      nouvelles,
      parcours.filter((x) => !x.clos && x.referentId === voulu.referentId).length,
      structure.zone as CodeZone,
    ),
  });
  if (recapitulatif === null) throw new Error('Récapitulatif sans ligne nouvelle.');
  return recapitulatif;
}

/** R17, R24 — those whom he accompanies that day: lent to him included, lent by him left out; and those that a line cites. */
async function listParcoursDuLecteur(base: Base, structureId: string, voulu: VouluRecapitulatif) {
  const { referentId, le } = voulu;
  const cites = new Set(voulu.lignes.map((l) => l.parcoursId));
  const lus = await readParcoursDuLecteur(base, structureId, voulu);
  return referentId === null
    ? lus
    : lus.filter((x) => cites.has(x.id) || lecteurOf(etatOf(x), le) === referentId);
}

function readParcoursDuLecteur(base: Base, structureId: string, voulu: VouluRecapitulatif) {
  const cites = voulu.lignes.map((l) => l.parcoursId);
  const { referentId } = voulu;
  const siens =
    referentId === null
      ? {}
      : {
          OR: [{ referentId }, { etat: { path: ['remplacements'], array_contains: [{ referentId }] } }],
        };
  // R34 — of the closed ones, those whose situation after the exit is still to be learnt.
  const suivis = { OR: [{ clos: false }, { etape: 'suivi_sortie' }] };
  const ouverts = { structureId, AND: [siens, suivis] };
  return base.parcours.findMany({
    where: { OR: [{ id: { in: cites } }, ouverts] },
    include: { beneficiaire: true, referent: true },
  });
}

function etatOf(x: LigneParcours): Parcours {
  return x.etat as unknown as Parcours;
}

function contexteDe(x: LigneParcours, maintenant: Instant): Contexte {
  return contexteOf(etatOf(x), { maintenant, version: 0, mode: 'systeme' }, { joignable: true }, null);
}

function ligneLue(x: LigneParcours, { avis, precision }: Point, apiUrl: string): LigneLue {
  return {
    parcoursId: x.id,
    avis,
    precision,
    personne: nomDe(x.beneficiaire),
    referent: x.referent === null ? null : nomDe(x.referent),
    lien: `${apiUrl}/parcours/${x.id}`,
  };
}

/** R08 — one line of capacity a month: what the référent opens, for all the people whom he accompanies. */
async function offresOf(
  base: Base,
  voulu: VouluRecapitulatif,
  nouvelles: readonly LigneLue[],
  personnes: number,
  zone: CodeZone,
): Promise<Offres> {
  const mois = nouvelles.flatMap(({ avis, precision }): Mois[] =>
    avis === 'creneau_introuvable' && precision?.quoi === 'mois' ? [precision.mois] : [],
  );
  const { referentId } = voulu;
  if (mois.length === 0 || referentId === null) return {};
  const agenda = await readAgendaSansVerrou(base, referentId, voulu.le);
  return Object.fromEntries(mois.map((m) => [m, offreDuMois(agenda, m, personnes, zone)]));
}

function nomDe(x: { prenom: string; nom: string } | null | undefined): string {
  return x == null ? '' : `${x.prenom} ${x.nom}`;
}
