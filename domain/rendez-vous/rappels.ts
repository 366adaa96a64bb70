import { avertissement, escalades } from '../parcours/avertissements';
import { matinOf, type Contexte, type Regles } from '../parcours/contexte';
import type { Echeance } from '../parcours/echeance';
import type { Fait } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import type { Dispositif } from '../dispositifs/definir-dispositif';
import { addJoursOuvres } from '../temps/calendrier';
import { jourAt } from '../temps/heure-locale';
import { addJours, joursEntre } from '../temps/jour';
import { memoizeParObjet } from '../temps/memoire';
import type { CodeZone } from '../temps/zones';
import { cleRendezVous, type RendezVous } from './rendez-vous';

/** R09 — reminders to the person on exact calendar days, not planned too soon after the convocation or the move. */
export function* echeancesRappel(p: Pick<Parcours, 'id' | 'rendezVous'>, r: Regles): Iterable<Echeance> {
  const { rappels, rappelApresConvocation } = r.dispositif.rendezVous;
  for (const rdv of p.rendezVous) {
    if (rdv.issue !== null) continue;
    const convoqueLe = jourAt(rdv.convoqueA, r.zone);
    for (const jours of rappels) {
      const duLe = addJours(jourAt(rdv.creneau.debut, r.zone), -jours);
      if (joursEntre(convoqueLe, duLe) < rappelApresConvocation) continue;
      const cle = `${cleRendezVous(rdv)}:rappel:${jours}`;
      yield {
        nature: 'rappel',
        cle,
        duLe,
        a: matinOf(p.id, duLe, r),
        serie: `${cleRendezVous(rdv)}:rappel`,
        geste: 'rappeler',
        rendezVousId: rdv.id,
        jours,
      };
    }
  }
}

/** R09 — a reminder whose appointment has begun is dropped, and the journal says so. */
export function sendRappel(
  p: Parcours,
  ctx: Contexte,
  cle: string,
  rendezVousId: number,
  jours: number,
): readonly Fait[] {
  const rdv = p.rendezVous.find((x) => x.id === rendezVousId);
  return rdv === undefined || rdv.creneau.debut <= ctx.maintenant
    ? [{ type: 'echeances_abandonnees', cles: [cle], raison: 'rendez_vous_passe' }]
    : [{ type: 'rappel_envoye', rendezVousId, jours }];
}

/** R11 — a status not filled is asked to the référent, then to the manager; nobody is marked absent by the machine. */
export function* echeancesStatut(p: Pick<Parcours, 'id' | 'rendezVous'>, r: Regles): Iterable<Echeance> {
  for (const rdv of p.rendezVous) {
    if (rdv.issue === null) yield* demandesDeStatut(rdv, p.id, r.dispositif, r.zone);
  }
}

/** Those of one parcours that still wait for their status, at most as a rule. */
const RENDEZ_VOUS = 64;

/** A function of the appointment alone, which every later state of the parcours carries along unchanged. */
const demandesDeStatut = memoizeParObjet(
  RENDEZ_VOUS,
  (rdv: RendezVous, parcoursId: string, dispositif: Dispositif, zone: CodeZone): readonly Echeance[] => {
    const r = { dispositif, zone };
    const { statutReferentJoursOuvres, statutResponsableJoursOuvres } = dispositif.rendezVous;
    const tenuLe = jourAt(rdv.creneau.debut, zone);
    const cle = `${cleRendezVous(rdv)}:statut`;
    const serie = `${cle}:responsable`;
    const demande = (n: number, pour: 'referent' | 'responsable') =>
      avertissement(parcoursId, r, {
        nature: 'statut',
        cle: `${cle}:${n}`,
        duLe: addJoursOuvres(tenuLe, n, zone),
        avis: 'statut_a_renseigner',
        pour: [pour],
        serie: pour === 'referent' ? `${cle}:referent` : serie,
        rendezVousId: rdv.id,
      });
    const auReferent = statutReferentJoursOuvres.map((n) => demande(n, 'referent'));
    const auResponsable = demande(statutResponsableJoursOuvres, 'responsable');
    const x = { nature: 'statut', cle, avis: 'statut_a_renseigner', serie, rendezVousId: rdv.id } as const;
    return [...auReferent, auResponsable, ...escalades(parcoursId, r, auResponsable.duLe, x)];
  },
);
