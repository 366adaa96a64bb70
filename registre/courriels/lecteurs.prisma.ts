import type { CourrielVoulu } from '../../domain/courriels/courriel';
import { interlocuteurOf } from '../../domain/parcours/interlocuteur';
import type { Parcours } from '../../domain/parcours/parcours';
import type { DonneesCourriel } from '../../domain/courriels/donnees';
import { jourAt } from '../../domain/temps/heure-locale';
import type { Base } from '../base';
import { readHorloge } from '../horloge/horloge';
import type { VouluRecapitulatif } from '../matinees/matinees.prisma';
import { readRecapitulatif } from '../matinees/recapitulatif.prisma';
import type { VouluTransfert } from '../transferts/passage.prisma';
import { readResume } from '../transferts/resume.prisma';
import type { CourrielPris } from './bail.prisma';
import { readDonnees } from './donnees.prisma';

export type Adresse = { readonly name: string; readonly address: string };

/** Who reads a courriel, who answers for it, and what it says. */
export type Lecture = {
  readonly a: Adresse;
  readonly repondreA: Adresse;
  readonly donnees: DonneesCourriel;
};

/** Reads all that a courriel needs to be written; null when its reader has no address any more. */
export async function readLecture(
  base: Base,
  courriel: CourrielPris,
  apiUrl: string,
): Promise<Lecture | null> {
  const structure = await base.structure.findUniqueOrThrow({ where: { id: courriel.structureId } });
  const responsable = { name: structure.responsableNom, address: structure.responsableCourriel };
  if (courriel.modele === 'transfert') {
    const voulu = courriel.voulu as unknown as VouluTransfert;
    const a = await readReferent(base, courriel.referentId);
    return a === null ? null : { a, repondreA: responsable, donnees: await readResume(base, voulu, apiUrl) };
  }
  if (courriel.parcoursId === null) {
    const voulu = courriel.voulu as unknown as VouluRecapitulatif;
    const donnees = await readRecapitulatif(base, courriel.structureId, voulu, apiUrl);
    const a = voulu.pour === 'responsable' ? responsable : await readReferent(base, voulu.referentId);
    return a === null ? null : { a, repondreA: responsable, donnees };
  }
  const voulu = courriel.voulu as CourrielVoulu;
  const parcours = await base.parcours.findUniqueOrThrow({
    where: { id: courriel.parcoursId },
    include: { beneficiaire: true },
  });
  const p = parcours.etat as unknown as Parcours;
  const { maintenant } = await readHorloge(base);
  const le = jourAt(maintenant, p.zone);
  const referent = (await readReferent(base, interlocuteurOf(p, voulu, le))) ?? responsable;
  const { prenom, nom, courriel: adresse } = parcours.beneficiaire;
  const personne = adresse === null ? null : { name: `${prenom} ${nom}`, address: adresse };
  const a = { personne, referent, responsable }[voulu.destinataire];
  if (a === null) return null;
  const donnees = await readDonnees(base, courriel.parcoursId, voulu, { apiUrl, canal: 'courriel' });
  return { a, repondreA: referent, donnees };
}

async function readReferent(base: Base, id: string | null): Promise<Adresse | null> {
  if (id === null) return null;
  const r = await base.referent.findUnique({ where: { id } });
  return r === null ? null : { name: `${r.prenom} ${r.nom}`, address: r.courriel };
}
