import { courrielsEngagement } from '../engagement/courriels-engagement';
import type { FaitInscrit } from '../parcours/faits';
import type { Parcours } from '../parcours/parcours';
import { motifsSortie } from '../parcours/sortie';
import { isRendezVousTu, isRevisionTue } from '../rendez-vous/silence-ouverture';
import { jourAt } from '../temps/heure-locale';
import { SANS, type CourrielVoulu } from './courriel';
import { courrielsManquement } from './courriels-manquement';
import { courrielNonRemise, rendezVousCourriel } from './courriels-rendez-vous';
import { courrielReponse, estADireAussitot } from './reponses-dites';

/** R07–R18 — the mails that a fait calls for, given the parcours after it. */
export function courrielsOf(
  { fait, a, rang, echeance }: FaitInscrit,
  apres: Parcours,
): readonly CourrielVoulu[] {
  switch (fait.type) {
    case 'rendez_vous_planifie':
      return fait.annonceParDemandeMotif
        ? []
        : [rendezVousCourriel(apres, fait.rendezVousId, 'convocation', 'convocation')];
    case 'rendez_vous_deplace':
      // R48 — who was never told of the first day is convoked to the new one.
      return isRevisionTue(apres, fait.rendezVousId)
        ? [rendezVousCourriel(apres, fait.rendezVousId, 'convocation', 'convocation')]
        : [rendezVousCourriel(apres, fait.rendezVousId, 'deplacement', 'deplacement')];
    case 'rendez_vous_annule': {
      const annulation = rendezVousCourriel(apres, fait.rendezVousId, 'annulation', 'annulation');
      const tardive = rendezVousCourriel(
        apres,
        fait.rendezVousId,
        'annulation_tardive',
        'annulation_tardive',
      );
      return [
        ...(fait.silencieux || isRendezVousTu(apres, fait.rendezVousId) ? [] : [annulation]),
        ...(fait.tardive ? [{ ...tardive, destinataire: 'referent' as const }] : []),
      ];
    }
    case 'rappel_envoye':
      return [rendezVousCourriel(apres, fait.rendezVousId, 'rappel', `rappel:${fait.jours}`)];
    case 'point_legal_annonce':
    case 'contrat_revise':
    case 'etape_convenue':
    case 'etape_deplacee':
    case 'etape_constatee':
      return courrielsEngagement({ fait, a, echeance }, apres);
    case 'bilan_annonce':
      return jourAt(a, apres.zone) > fait.aTenirLe
        ? []
        : [
            {
              ...SANS,
              // R20 — moved by a pause, the bilan is announced again, under the clé of its new day.
              cle: echeance?.cle ?? `bilan:${fait.bilan}:annonce`,
              modele: 'bilan_annonce',
              destinataire: 'personne',
              bilan: fait.bilan,
            },
          ];
    case 'pause_declaree':
      return [{ ...SANS, cle: `pause:${fait.pause}:declaree`, modele: 'pause', destinataire: 'personne' }];
    case 'parcours_repris':
      return estRenoncee(apres, fait.pause) ? [reprise(fait.pause)] : [];
    case 'reprise_annoncee':
      return [reprise(fait.pause)];
    case 'motif_demande':
    case 'relance_envoyee':
    case 'signalement_confirme':
    case 'manquement_clos':
    case 'manquement_leve':
      return courrielsManquement({ fait, rang }, apres);
    case 'referent_change':
      // R34 — closed, only professionals hear of it.
      if (apres.sortie !== null) return [];
      return [
        {
          ...SANS,
          cle: `changement:${apres.referent?.rang ?? 1}:referent`,
          modele: 'changement_referent',
          destinataire: 'personne',
        },
      ];
    case 'rendez_vous_retire':
      if (isRendezVousTu(apres, fait.rendezVousId)) return [];
      return [rendezVousCourriel(apres, fait.rendezVousId, 'annulation', 'annulation')];
    case 'statut_corrige':
    case 'rendez_vous_corrige':
      return fait.dite
        ? [rendezVousCourriel(apres, fait.rendezVousId, 'rectification_presence', `rectification:${rang}`)]
        : [];
    case 'contrat_corrige':
      return fait.dite
        ? [
            {
              ...SANS,
              cle: `contrat_corrige:${rang}`,
              modele: 'rectification_contrat',
              destinataire: 'personne',
            },
          ]
        : [];
    case 'plafond_atteint':
      return (['referent', 'responsable'] as const).map((destinataire) => ({
        ...SANS,
        cle: `${echeance?.cle ?? `plafond:${apres.prolongations.length + 1}:atteint`}:${destinataire}`,
        modele: 'plafond_atteint',
        destinataire,
      }));
    case 'venue_confirmee':
    case 'empechement_annonce':
      return estADireAussitot(fait, a, apres) ? [courrielReponse(fait, apres)] : [];
    case 'parcours_clos':
      return motifsSortie[fait.motif].silencieux
        ? []
        : [{ ...SANS, cle: 'sortie:fin', modele: 'fin_accompagnement', destinataire: 'personne' }];
    case 'suivi_demande':
      return fait.parCourriel
        ? [{ ...SANS, cle: `suivi:${fait.fois}`, modele: 'suivi_sortie', destinataire: 'personne' }]
        : [];
    case 'lettre_a_faire':
      return courrielNonRemise(fait, apres);
    default:
      return [];
  }
}

/** R20 — given up before it began, a pause has no return to wait for: the person is told at once. */
function estRenoncee(apres: Parcours, id: number): boolean {
  return apres.pauses.some((x) => x.id === id && x.au !== null && x.au < x.du);
}

function reprise(pause: number): CourrielVoulu {
  return { ...SANS, cle: `pause:${pause}:reprise`, modele: 'reprise', destinataire: 'personne' };
}
