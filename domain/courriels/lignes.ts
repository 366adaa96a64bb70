import type { CodeAvis, RoleProfessionnel } from '../parcours/avis';
import type { Fait, FaitInscrit } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { cleRendezVous } from '../rendez-vous/rendez-vous';
import { revisionOf } from './courriels-rendez-vous';
import { findAvisReponse } from './reponses-dites';

/** One line of a digest (R17). */
export type Ligne = {
  readonly cle: string;
  readonly avis: CodeAvis;
  readonly pour: RoleProfessionnel;
  readonly rendezVousId: number | null;
  /** R22 — read by this référent, whoever follows the parcours that morning. */
  readonly lecteurId?: string;
};

/** R10–R17 — the lines of the digests that a fait writes. */
export function lignesOf({ fait, echeance, rang }: FaitInscrit, apres: Parcours): readonly Ligne[] {
  const ligne = (
    cle: string,
    avis: CodeAvis,
    pour: RoleProfessionnel,
    rendezVousId: number | null = null,
  ) => ({
    cle: `${cle}:${pour}`,
    avis,
    pour,
    rendezVousId,
  });
  const cle = echeance?.cle ?? '';
  switch (fait.type) {
    case 'professionnel_averti':
      return fait.pour.map((role) => ligne(cle, fait.avis, role, fait.rendezVousId));
    case 'creneau_introuvable':
      return fait.signale ? [ligne(cle, 'creneau_introuvable', 'referent')] : [];
    case 'mois_compte':
      return fait.issue === 'manque' && echeance !== null ? [ligne(cle, 'mois_manque', 'referent')] : [];
    case 'bilan_annonce':
      return [ligne(cle, 'bilan_a_preparer', 'referent')];
    case 'reprise_annoncee':
      return [ligne(cle, 'parcours_repris', 'referent')];
    case 'signalement_propose':
      return [ligne(cle, 'signalement_a_decider', 'referent')];
    case 'referent_change':
      return fait.transfertId === null ? lignesDuChangement(fait, apres) : [];
    case 'rendez_vous_a_replacer': {
      const { rendezVousId } = fait;
      const revision = revisionOf(apres, rendezVousId) ?? 1;
      const sujet = `${cleRendezVous({ id: rendezVousId, revision })}:a_replacer:${apres.referent?.rang ?? 1}`;
      return [ligne(sujet, 'rendez_vous_a_replacer', 'referent', rendezVousId)];
    }
    case 'deces_signale':
      return (['referent', 'responsable'] as const).map((role) =>
        ligne(`deces:${rang}`, 'deces_a_confirmer', role),
      );
    case 'suivi_demande':
      return fait.fois === 1 ? [ligne(cle, 'suivi_a_recueillir', 'referent')] : [];
    case 'signal_a_transmettre':
      return [
        ligne(
          `manquement:${fait.manquement}:signal:${fait.quoi}:${rang}`,
          'signal_a_transmettre',
          'referent',
        ),
      ];
    case 'venue_confirmee':
    case 'empechement_annonce':
    case 'motif_repondu': {
      const avis = findAvisReponse(fait, apres);
      const rdv = fait.type === 'motif_repondu' ? null : fait.rendezVousId;
      return avis === null ? [] : [ligne(`reponse:${apres.reponses.length}`, avis, 'referent', rdv)];
    }
    case 'lettre_a_faire':
      // R48 — the task stands on the page; a digest is a mail too.
      if (fait.raison === 'ouverture_silencieuse') return [];
      return [ligne(`${fait.courrielCle}:lettre`, 'lettre_a_faire', 'referent', fait.rendezVousId)];
    default:
      return [];
  }
}

/** R22 — both are told the next morning: the one who now follows the parcours, and the one who does not any more. */
function lignesDuChangement(
  { de }: Extract<Fait, { type: 'referent_change' }>,
  apres: Parcours,
): readonly Ligne[] {
  const cle = `changement:${apres.referent?.rang ?? 1}`;
  const ligne = { pour: 'referent', rendezVousId: null } as const;
  return [
    { ...ligne, cle: `${cle}:recu:referent`, avis: 'parcours_recu' },
    { ...ligne, cle: `${cle}:confie:referent`, avis: 'parcours_confie', lecteurId: de },
  ];
}
