import { cleLettre, type RaisonCloture } from '../obligations/manquement';
import type { Fait, FaitDe, FaitInscrit } from '../parcours/faits';
import { courrielsEngagement } from '../engagement/courriels-engagement';
import type { CodeAvis, RoleProfessionnel } from '../parcours/avis';
import type { Parcours } from '../parcours/parcours';
import { motifsSortie } from '../parcours/sortie';
import { cleRendezVous } from '../rendez-vous/rendez-vous';
import { jourAt } from '../temps/heure-locale';
import { findAvisReponse, estADireAussitot, courrielReponse } from './reponses-dites';
import type { CourrielVoulu } from './courriel';

/** One line of a digest (R17). */
export type Ligne = {
  readonly cle: string;
  readonly avis: CodeAvis;
  readonly pour: RoleProfessionnel;
  readonly rendezVousId: number | null;
  /** R22 — read by this référent, whoever follows the parcours that morning. */
  readonly lecteurId?: string;
};

const SANS = { rendezVousId: null, revision: null, manquement: null, bilan: null, lettre: null } as const;

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
      return [rendezVousCourriel(apres, fait.rendezVousId, 'deplacement', 'deplacement')];
    case 'rendez_vous_annule': {
      const annulation = rendezVousCourriel(apres, fait.rendezVousId, 'annulation', 'annulation');
      const tardive = rendezVousCourriel(
        apres,
        fait.rendezVousId,
        'annulation_tardive',
        'annulation_tardive',
      );
      return [
        ...(fait.silencieux ? [] : [annulation]),
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
    case 'signalement_confirme':
      return [manquementCourriel(fait.manquement, 'information_transmise', rang)];
    case 'manquement_clos':
    case 'manquement_leve':
      return estARassurer(fait, apres) ? [manquementCourriel(fait.manquement, 'situation_reglee', rang)] : [];
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
      return convocationNonRemise(fait, apres);
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

function rendezVousCourriel(
  apres: Parcours,
  rendezVousId: number,
  modele: CourrielVoulu['modele'],
  suffixe: string,
): CourrielVoulu {
  const revision = revisionOf(apres, rendezVousId) ?? 1;
  return {
    ...SANS,
    cle: `${cleRendezVous({ id: rendezVousId, revision })}:${suffixe}`,
    modele,
    destinataire: 'personne',
    rendezVousId,
    revision,
  };
}

function revisionOf(p: Parcours, rendezVousId: number | null): number | null {
  return p.rendezVous.find((r) => r.id === rendezVousId)?.revision ?? null;
}

/** R17 — a convocation that the relay refused: the référent is told at once. Without an address it is a line and a task. */
function convocationNonRemise(
  fait: Extract<Fait, { type: 'lettre_a_faire' }>,
  apres: Parcours,
): readonly CourrielVoulu[] {
  const convoque = fait.modele === 'convocation' || fait.modele === 'deplacement';
  if (!convoque || fait.raison === 'sans_adresse') return [];
  return [
    {
      ...SANS,
      cle: `${fait.courrielCle}:non_remise`,
      modele: 'convocation_non_remise',
      destinataire: 'referent',
      rendezVousId: fait.rendezVousId,
      revision: revisionOf(apres, fait.rendezVousId),
    },
  ];
}

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
