import { orAborted } from '../systeme/jusquau-bout';
import { UN_ECHEC, type Bilan } from './bilan';
import { newDossierDEssai, startMoteurDEssai, type MoteurDEssai } from './moteur-d-essai';

type EssaiEnCours = MoteurDEssai & { readonly dossier: string };

/** What needs the real servers, with them around it, stopped whatever happens. */
export async function runWithMoteur(
  arret: AbortSignal,
  ...travaux: readonly ((essai: EssaiEnCours) => Promise<Bilan>)[]
): Promise<Bilan[]> {
  const dossier = newDossierDEssai();
  const essai = await orAborted(startMoteurDEssai(dossier), arret, dossier);
  if (!essai) return [UN_ECHEC];
  const bilans: Bilan[] = [];
  try {
    for (const run of travaux) if (!arret.aborted) bilans.push(await run({ ...essai, dossier }));
    return bilans;
  } finally {
    await essai.moteur.stop();
  }
}
