import type { DonneesRecapitulatif, Mois, Precision } from '../../domain/courriels/donnees';
import { createRecapitulatif, type LigneLue, type Offres } from '../../domain/courriels/recapitulatif';
import type { CodeAvis } from '../../domain/parcours/avis';
import { avis as AVIS } from '../../domain/parcours/avis';
import type { Parcours } from '../../domain/parcours/parcours';
import { tachesOf } from '../../domain/parcours/taches';
import { countCreneauxLibres } from '../../domain/rendez-vous/agenda';
import type { Instant } from '../../domain/temps/instant';
import { addDuree, addJours, type CivilDate } from '../../domain/temps/jour';
import type { CodeZone } from '../../domain/temps/zones';
import { readAgendaSansVerrou } from '../agenda/agenda.prisma';
import type { Base } from '../base';
import { readHorloge } from '../horloge/horloge';
import { contexteOf } from '../journal/lecture.prisma';
import type { VouluRecapitulatif } from './matinees.prisma';

type LigneParcours = Awaited<ReturnType<typeof listParcoursDuLecteur>>[number];

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
  const nouvelles = lignes.flatMap((l) => {
    const x = parId.get(l.parcoursId);
    return x === undefined
      ? []
      : [ligneLue(x, l.avis as CodeAvis, precisionOf(etatOf(x), l.rendezVousId, voulu.le), apiUrl)];
  });
  const dites = new Set(nouvelles.map((l) => `${l.parcoursId} ${l.avis}`));
  const ouvertes = parcours
    .flatMap((x) => tachesDuLecteur(x, voulu, maintenant, apiUrl))
    .filter((l) => !dites.has(`${l.parcoursId} ${l.avis}`));
  const nom =
    voulu.pour === 'responsable'
      ? structure.responsableNom
      : nomDe(parcours.find((x) => x.referentId === voulu.referentId)?.referent);
  const recapitulatif = createRecapitulatif({
    ecritA: maintenant,
    le: voulu.le,
    pour: voulu.pour,
    nom,
    structure: { ...structure, zone: structure.zone as CodeZone },
    lienListe: voulu.referentId === null ? `${apiUrl}/` : `${apiUrl}/?referent=${voulu.referentId}`,
    nouvelles,
    ouvertes,
    offres: await offresOf(base, voulu, nouvelles, structure.zone as CodeZone),
  });
  if (recapitulatif === null) throw new Error('Récapitulatif sans ligne nouvelle.');
  return recapitulatif;
}

function listParcoursDuLecteur(base: Base, structureId: string, voulu: VouluRecapitulatif) {
  const cites = voulu.lignes.map((l) => l.parcoursId);
  const ouverts =
    voulu.referentId === null
      ? { structureId, clos: false }
      : { structureId, clos: false, referentId: voulu.referentId };
  return base.parcours.findMany({
    where: { OR: [{ id: { in: cites } }, ouverts] },
    include: { beneficiaire: true, referent: true },
  });
}

function etatOf(x: LigneParcours): Parcours {
  return x.etat as unknown as Parcours;
}

function ligneLue(x: LigneParcours, avis: CodeAvis, precision: Precision | null, apiUrl: string): LigneLue {
  return {
    parcoursId: x.id,
    avis,
    precision,
    personne: nomDe(x.beneficiaire),
    referent: x.referent === null ? null : nomDe(x.referent),
    lien: `${apiUrl}/parcours/${x.id}`,
  };
}

/** R17 — what remains open, for this reader. */
function tachesDuLecteur(
  x: LigneParcours,
  voulu: VouluRecapitulatif,
  maintenant: Instant,
  apiUrl: string,
): readonly LigneLue[] {
  const p = etatOf(x);
  const ctx = contexteOf(p, { maintenant, version: 0, mode: 'systeme' }, true, null);
  return tachesOf(p, ctx, maintenant)
    .filter((t) => t.urgence !== 'a_prevoir' && t.pour.includes(voulu.pour) && t.code in AVIS)
    .map((t) => ligneLue(x, t.code as CodeAvis, { quoi: 'jour', le: t.depuis }, apiUrl));
}

function precisionOf(p: Parcours, rendezVousId: number | null, le: CivilDate): Precision | null {
  const rdv = p.rendezVous.find((r) => r.id === rendezVousId);
  return rdv === undefined
    ? { quoi: 'mois', mois: le.slice(0, 7) as Mois }
    : { quoi: 'rendez_vous', debut: rdv.creneau.debut };
}

/** R08 — one line of capacity a month: the slots that are left, for the people who wait for one. */
async function offresOf(
  base: Base,
  voulu: VouluRecapitulatif,
  nouvelles: readonly LigneLue[],
  zone: CodeZone,
): Promise<Offres> {
  const sans = new Set(nouvelles.filter((l) => l.avis === 'creneau_introuvable').map((l) => l.parcoursId));
  if (sans.size === 0 || voulu.referentId === null) return {};
  const agenda = await readAgendaSansVerrou(base, voulu.referentId, voulu.le);
  const finDuMois = addJours(addDuree(`${voulu.le.slice(0, 7)}-01` as CivilDate, { mois: 1 }), -1);
  return {
    [voulu.le.slice(0, 7)]: {
      creneaux: countCreneauxLibres(agenda, { du: voulu.le, au: finDuMois }, zone),
      personnes: sans.size,
    },
  };
}

function nomDe(x: { prenom: string; nom: string } | null | undefined): string {
  return x == null ? '' : `${x.prenom} ${x.nom}`;
}
