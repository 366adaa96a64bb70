import type { CourrielVoulu } from '../../domain/courriels/courriel';
import type { DonneesCourriel } from '../../domain/courriels/donnees';
import type { Maison } from '../../domain/courriels/dossier';
import { findOffre, type OffreLien } from '../../domain/reponses/lien';
import type { Base } from '../base';
import type { VouluRecapitulatif } from '../matinees/matinees.prisma';
import { readRecapitulatif } from '../matinees/recapitulatif.prisma';
import type { VouluTransfert } from '../transferts/passage.prisma';
import { readResume } from '../transferts/resume.prisma';
import type { CourrielPris } from './bail.prisma';
import { getDonnees, readDossier } from './donnees.prisma';

export type Adresse = { readonly name: string; readonly address: string };

/** Who reads a courriel, who answers for it, and what it says. */
export type Lecture = {
  readonly a: Adresse;
  readonly repondreA: Adresse;
  readonly donnees: DonneesCourriel;
  /** R42 — the link by which the person may answer it. */
  readonly offre: Offre | null;
};

export type Offre = OffreLien & {
  readonly parcoursId: string;
  readonly beneficiaireId: string;
  readonly courrielCle: string;
};

/** Reads all that a courriel needs to be written; null when its reader has no address any more. */
export function readLecture(base: Base, courriel: CourrielPris, maison: Maison): Promise<Lecture | null> {
  return courriel.parcoursId === null || courriel.modele === 'transfert'
    ? readLectureDeStructure(base, courriel, maison.apiUrl)
    : readLectureDeParcours(base, courriel.parcoursId, courriel.voulu as CourrielVoulu, maison);
}

async function readLectureDeParcours(
  base: Base,
  parcoursId: string,
  voulu: CourrielVoulu,
  maison: Maison,
): Promise<Lecture | null> {
  const dossier = await readDossier(base, parcoursId, voulu);
  const { personne, interlocuteur } = dossier;
  const responsable = responsableOf(dossier.structure);
  const referent = interlocuteur === null ? responsable : adresseOf(interlocuteur);
  const a = {
    personne: personne.courriel === null ? null : adresseOf({ ...personne, courriel: personne.courriel }),
    referent,
    responsable,
  }[voulu.destinataire];
  if (a === null) return null;
  const offre = findOffre(voulu, dossier.p, dossier.ctx);
  const { beneficiaireId } = dossier.p;
  return {
    ...{ a, repondreA: referent, donnees: getDonnees(voulu, dossier, { ...maison, canal: 'courriel' }) },
    offre: offre === null ? null : { ...offre, parcoursId, beneficiaireId, courrielCle: voulu.cle },
  };
}

/** What a structure says to its professionals: the digests of a morning, the end of a transfer. */
async function readLectureDeStructure(
  base: Base,
  { structureId, referentId, modele, voulu }: CourrielPris,
  apiUrl: string,
): Promise<Lecture | null> {
  const responsable = responsableOf(await base.structure.findUniqueOrThrow({ where: { id: structureId } }));
  if (modele === 'transfert') {
    const a = await readReferent(base, referentId);
    if (a === null) return null;
    return {
      ...{ a, offre: null },
      repondreA: responsable,
      donnees: await readResume(base, voulu as unknown as VouluTransfert, apiUrl),
    };
  }
  const recapitulatif = voulu as unknown as VouluRecapitulatif;
  const a =
    recapitulatif.pour === 'responsable' ? responsable : await readReferent(base, recapitulatif.referentId);
  if (a === null) return null;
  return {
    ...{ a, offre: null },
    repondreA: responsable,
    donnees: await readRecapitulatif(base, structureId, recapitulatif, apiUrl),
  };
}

function responsableOf(x: { responsableNom: string; responsableCourriel: string }): Adresse {
  return { name: x.responsableNom, address: x.responsableCourriel };
}

async function readReferent(base: Base, id: string | null): Promise<Adresse | null> {
  if (id === null) return null;
  const r = await base.referent.findUnique({ where: { id } });
  return r === null ? null : adresseOf(r);
}

function adresseOf({ prenom, nom, courriel }: { prenom: string; nom: string; courriel: string }): Adresse {
  return { name: `${prenom} ${nom}`, address: courriel };
}
