import { orAborted } from '../systeme/jusquau-bout';
import { UN_ECHEC, type Bilan } from './bilan';
import { newDossierDEssai, startMoteurDEssai, type MoteurDEssai } from './moteur-d-essai';

export type EssaiEnCours = MoteurDEssai & { readonly dossier: string };

/** What needs the real servers, with them around it, stopped whatever happens. */
export async function runWithMoteur(
  arret: AbortSignal,
  run: (essai: EssaiEnCours) => Promise<Bilan>,
): Promise<Bilan> {
  const dossier = newDossierDEssai();
  const essai = await orAborted(startMoteurDEssai(dossier), arret, dossier);
  if (!essai) return UN_ECHEC;
  try {
    return await run({ ...essai, dossier });
  } finally {
    await essai.moteur.stop();
  }
}
