import { announceFait } from '../engagement/point-legal';
import { recordMois } from '../rendez-vous/mois';
import { scheduleRendezVous } from '../rendez-vous/planification';
import { sendRappel } from '../rendez-vous/rappels';
import { appendConclusion, conclude, type Conclusion } from './conclusion';
import type { Contexte } from './contexte';
import { needsAgenda, type Echeance } from './echeance';
import { echeancesDues } from './echeancier';
import type { Fait } from './faits';
import type { Parcours } from './parcours';
import { estQuestionEcrite } from './suivi-sortie';

/** What an échéance becomes when its time has come: faits, the first of which carries its clé. Never empty. */
function faitsOf(e: Echeance, p: Parcours, ctx: Contexte): readonly Fait[] {
  switch (e.geste) {
    case 'planifier':
      return scheduleRendezVous(p, ctx, e.cle, e.periode);
    case 'rappeler':
      return sendRappel(p, ctx, e.cle, e.rendezVousId, e.jours);
    case 'avertir':
      return [{ type: 'professionnel_averti', avis: e.avis, pour: e.pour, rendezVousId: e.rendezVousId }];
    case 'compter':
      return recordMois(p, ctx, e.mois);
    case 'annoncer_bilan':
      return [{ type: 'bilan_annonce', bilan: e.bilan, aTenirLe: e.aTenirLe }];
    case 'annoncer_point':
      return [announceFait(e, p, ctx)];
    case 'constater_plafond':
      return [{ type: 'plafond_atteint', dernierJour: e.dernierJour }];
    case 'commencer_pause':
      return [{ type: 'pause_commencee', pause: e.pause }];
    case 'annoncer_reprise':
      return [{ type: 'reprise_annoncee', pause: e.pause }];
    case 'demander_motif':
      return [
        {
          type: 'motif_demande',
          manquement: e.manquement,
          prochainRendezVousId: prochainPrevu(p, ctx, e.manquement),
        },
      ];
    case 'relancer':
      return [{ type: 'relance_envoyee', manquement: e.manquement, rang: 2 }];
    case 'demander_suivi':
      return [{ type: 'suivi_demande', fois: e.fois, parCourriel: estQuestionEcrite(p) }];
    case 'proposer_signalement':
      return [{ type: 'signalement_propose', manquement: e.manquement, proposition: e.proposition }];
  }
}

/** R14 — the interview offered after an absence: the next appointment that is still to come. */
function prochainPrevu(p: Parcours, ctx: Contexte, manquement: number): number | null {
  if (!p.manquements.some((m) => m.id === manquement && m.genre === 'absence')) return null;
  const aVenir = p.rendezVous
    .filter((r) => r.issue === null && r.creneau.debut > ctx.maintenant)
    .sort((x, y) => (x.creneau.debut < y.creneau.debut ? -1 : 1));
  return aVenir[0]?.id ?? null;
}

/** Honours one due échéance. A reminder overtaken by the next of its series is dropped, and says so (R09). */
export function honourEcheance(e: Echeance, p: Parcours, ctx: Contexte): Conclusion {
  const auteur = { par: 'jalons', a: ctx.maintenant, echeance: { cle: e.cle, duLe: e.duLe } } as const;
  const depassee =
    e.serie !== null &&
    echeancesDues(p, ctx, ctx.maintenant).some((autre) => autre.serie === e.serie && autre.a > e.a);
  const faits: readonly Fait[] = depassee
    ? [{ type: 'echeances_abandonnees', cles: [e.cle], raison: 'depassee_par_la_suivante' }]
    : faitsOf(e, p, ctx);
  return conclude(p.id, p, faits, auteur, ctx);
}

/** Every transaction honours what is due before it decides, so that the outcome does not depend on the engine's lateness (house 1). */
export function honourDues(p: Parcours, ctx: Contexte): Conclusion {
  let bilan: Conclusion = { faits: [], courriels: [], lignes: [], apres: p };
  for (;;) {
    const due = echeancesDues(bilan.apres, ctx, ctx.maintenant)[0];
    // Without the référent's agenda, what needs a slot waits for the workflow.
    if (due === undefined || (needsAgenda(due) && ctx.agenda === null)) return bilan;
    bilan = appendConclusion(bilan, honourEcheance(due, bilan.apres, ctx));
  }
}
