import { cleLettre, type RaisonCloture } from '../obligations/manquement';
import type { FaitDe, FaitInscrit } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { SANS, type CourrielVoulu } from './courriel';
import { revisionOf } from './courriels-rendez-vous';

type Dit = FaitDe<
  'motif_demande' | 'relance_envoyee' | 'signalement_confirme' | 'manquement_clos' | 'manquement_leve'
>;

/** R14, R31 — the letters of the ladder, and what the person hears of its end. */
export function courrielsManquement(
  { fait, rang }: Pick<FaitInscrit, 'rang'> & { readonly fait: Dit },
  apres: Parcours,
): readonly CourrielVoulu[] {
  switch (fait.type) {
    case 'motif_demande':
      return [
        {
          ...SANS,
          cle: cleLettre(fait.manquement, 'demande_motif'),
          modele: 'demande_motif',
          destinataire: 'personne',
          manquement: fait.manquement,
          lettre: 'demande_motif',
          rendezVousId: fait.prochainRendezVousId,
          revision: revisionOf(apres, fait.prochainRendezVousId),
        },
      ];
    case 'relance_envoyee': {
      const lettre = fait.rang === 1 ? 'relance_1' : 'relance_2';
      return [
        {
          ...SANS,
          cle: cleLettre(fait.manquement, lettre),
          modele: 'relance',
          destinataire: 'personne',
          manquement: fait.manquement,
          lettre,
        },
      ];
    }
    case 'signalement_confirme':
      return [manquementCourriel(fait.manquement, 'information_transmise', rang)];
    case 'manquement_clos':
    case 'manquement_leve':
      return estARassurer(fait, apres) ? [manquementCourriel(fait.manquement, 'situation_reglee', rang)] : [];
  }
}

/** R31 — once a relance has been delivered, or a signalement sent, the person hears that it is over, whatever the reason. */
function estARassurer(fait: FaitDe<'manquement_clos' | 'manquement_leve'>, apres: Parcours): boolean {
  const m = apres.manquements.find((x) => x.id === fait.manquement);
  const dite = m !== undefined && (m.remises.relance_1 !== undefined || m.transmisA !== null);
  return dite && (fait.type === 'manquement_leve' || RASSURANTES.includes(fait.raison));
}

const RASSURANTES: readonly RaisonCloture[] = [
  'motif_legitime',
  'remobilisation',
  'signalement_abandonne',
  'sans_suite',
];

function manquementCourriel(
  manquement: number,
  modele: 'information_transmise' | 'situation_reglee',
  rang: number,
): CourrielVoulu {
  const cle = `manquement:${manquement}:${modele}:${rang}`;
  return { ...SANS, cle, modele, destinataire: 'personne', manquement };
}
