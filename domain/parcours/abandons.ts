import { contexteOf, type Contexte } from './contexte';
import { estPerissable, type Echeance } from './echeance';
import { echeancier } from './echeancier';
import type { Fait, RaisonAbandon } from './faits';
import type { Parcours } from './parcours';

/**
 * R02, R09, R13 — what an act of a human makes vain is dropped and journaled: reminders of an appointment moved
 * or cancelled, and what would have been said before the act was recorded.
 */
export function findAbandons(avant: Parcours | null, apres: Parcours, ctx: Contexte): readonly Fait[] {
  const anciennes = avant === null ? [] : echeancier(avant, ctx);
  const nouvelles = echeancier(apres, contexteOf(ctx, apres));
  const raisons = new Map<RaisonAbandon, string[]>();
  const drop = (e: Echeance, raison: RaisonAbandon) =>
    raisons.set(raison, [...(raisons.get(raison) ?? []), e.cle]);

  const connues = new Set(anciennes.map((e) => e.cle));
  const restantes = new Set(nouvelles.map((e) => e.cle));
  // R33 — everything that was pending is dropped with the parcours, and the journal says it.
  const clot = avant?.sortie === null && apres.sortie !== null;
  for (const e of anciennes) {
    if (restantes.has(e.cle)) continue;
    if (clot) drop(e, 'parcours_clos');
    else if (avant !== null && e.nature === 'contrat' && avant.orientation.rang < apres.orientation.rang)
      drop(e, 'orientation_nouvelle');
    else if (e.geste === 'rappeler') drop(e, raisonDuRappel(e.rendezVousId, apres));
  }
  for (const e of nouvelles) {
    if (!connues.has(e.cle) && e.a < ctx.maintenant && estPerissable(e)) drop(e, 'deja_passee');
  }
  return [...raisons].map(([raison, cles]) => ({ type: 'echeances_abandonnees', cles, raison }));
}

function raisonDuRappel(rendezVousId: number, apres: Parcours): RaisonAbandon {
  const rdv = apres.rendezVous.find((r) => r.id === rendezVousId);
  return rdv?.issue === null ? 'rendez_vous_deplace' : 'rendez_vous_annule';
}
