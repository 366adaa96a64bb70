import type { CourrielVoulu } from '../courriel';
import type { DonneesCourriel } from '../donnees';
import type { Acheminement, Dossier } from '../dossier';
import { redactionsDuContrat } from './contrat';
import { redactionsDesManquements } from './manquements';
import { matiereOf, type Redaction } from './matiere';
import { redactionsDesRendezVous } from './rendez-vous';
import { redactionsDuSuivi } from './suivi';

/** One line per modèle, in the file of its subject: the compiler counts them. */
const REDACTIONS: { readonly [M in CourrielVoulu['modele']]: Redaction<M> } = {
  ...redactionsDesRendezVous,
  ...redactionsDuContrat,
  ...redactionsDesManquements,
  ...redactionsDuSuivi,
};

/** What a mail says, as its parcours stands; null when it speaks of something that its parcours does not know. */
export function findDonnees(
  voulu: CourrielVoulu,
  dossier: Dossier,
  acheminement: Acheminement,
): DonneesCourriel | null {
  return REDACTIONS[voulu.modele](voulu, matiereOf(dossier, acheminement));
}
