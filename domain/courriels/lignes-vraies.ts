import { findLettreCourante, type EtatOuvert, type Manquement } from '../obligations/manquement';
import { estAttendu } from '../engagement/lignes-engagement';
import { aujourdhui, type Contexte } from '../parcours/contexte';
import { estDecesSignale } from '../parcours/deces';
import { findEmploiEnCours, findPointDu } from '../parcours/emploi';
import { limiteSilence } from '../parcours/silence';
import { etapeOf, type Parcours } from '../parcours/parcours';
import { lettresDe } from '../parcours/lettres';
import { estSuiviAttendu } from '../parcours/suivi-sortie';
import { estCourante } from '../reponses/reponse';
import type { Ligne } from './lignes';

type Moment = Pick<Contexte, 'maintenant' | 'dispositif' | 'zone'>;

const APRES_SORTIE: ReadonlySet<Ligne['avis']> = new Set<Ligne['avis']>([
  'suivi_a_recueillir',
  'lettre_a_faire',
  // R23, R34 — whoever asks what became of the person may change.
  'parcours_recu',
  'parcours_confie',
]);

/** R17 — a line written in the night may be settled before it is read: a digest says only what still holds. */
export function estEncoreVraie(
  { avis, cle, rendezVousId }: Pick<Ligne, 'cle' | 'avis' | 'rendezVousId'>,
  p: Parcours,
  ctx: Moment,
): boolean {
  // R34 — of a closed parcours, only what follows the exit is said.
  if (p.sortie !== null && !APRES_SORTIE.has(avis)) return false;
  const rang = Number(cle.split(':')[1]);
  const m = p.manquements.find((x) => x.id === rang);
  const etat = m?.etat.etat;
  switch (avis) {
    case 'statut_a_renseigner':
      return p.rendezVous.some((rdv) => rdv.id === rendezVousId && rdv.issue === null);
    case 'contrat_a_signer':
    case 'contrat_en_retard':
      return p.contrat === null && rang === p.orientation.rang;
    case 'bilan_a_preparer':
    case 'bilan_a_tenir':
    case 'bilan_en_retard':
      return !p.bilans.some((b) => b.rang === rang);
    case 'pause_sans_fin':
      return p.pauses.some((x) => x.id === rang && x.etat === 'en_cours' && x.au === null);
    case 'parcours_repris':
      return etapeOf(p) !== 'en_pause';
    case 'plafond_proche':
      return (
        findEmploiEnCours(p) === null && p.plafondAtteintA === null && rang === p.prolongations.length + 1
      );
    case 'plafond_a_decider':
      return (
        findEmploiEnCours(p) === null && p.plafondAtteintA !== null && rang === p.prolongations.length + 1
      );
    case 'motif_a_qualifier':
      return etat === 'motif_demande';
    case 'delai_pas_commence':
      return m !== undefined && m.etat.etat !== 'clos' && attendRemise(m.etat, m.remises);
    case 'suite_a_enregistrer':
      return etat === 'transmis' && m?.suite === null;
    case 'signal_a_transmettre':
      return m?.signaux.some((s) => s.transmisLe === null) === true;
    case 'signalement_a_decider':
      return etat === 'signalement_propose';
    case 'mois_manque':
      return p.mois[rang]?.issue === 'manque';
    case 'creneau_introuvable':
      return p.planifications[cle.startsWith('mois:') ? `mois:${rang}` : 'accueil']?.echec === true;
    case 'parcours_recu':
    case 'parcours_confie':
      return p.referent?.rang === rang;
    case 'rendez_vous_a_replacer':
      return p.rendezVous.some(
        (rdv) => rdv.id === rendezVousId && rdv.issue === null && rdv.aReplacerDepuis !== null,
      );
    case 'empechement_annonce':
    case 'venue_finalement':
      return estCourante(p, rang);
    case 'motif_repondu':
      return p.reponses.some((x) => x.rang === rang && x.quoi === 'motif' && !x.traitee);
    case 'fenetre_proche':
    case 'fenetre_a_decider':
      return rang === p.editions.length;
    case 'silence_a_rompre': {
      const limite = limiteSilence(p, ctx);
      return limite?.contact === cle.split(':')[1] && etapeOf(p) !== 'en_pause';
    }
    case 'emploi_a_suivre':
      return findEmploiEnCours(p)?.rang === rang && findPointDu(p, ctx, aujourdhui(ctx)) !== null;
    case 'emploi_a_conclure':
      return findEmploiEnCours(p)?.rang === rang;
    case 'deces_a_confirmer':
      return estDecesSignale(p);
    case 'suivi_a_recueillir':
      return estSuiviAttendu(p);
    case 'referent_a_designer':
      return p.referent === null;
    case 'point_a_preparer':
    case 'point_a_tenir':
    case 'point_en_retard':
    case 'demarche_a_constater':
    case 'declaration_a_constater':
    case 'etape_a_constater':
    case 'publics_a_indiquer':
    case 'droits_a_examiner':
      return estAttendu(avis, cle, p, ctx);
    case 'lettre_a_faire':
      return lettreAttendue(cle.replace(/:lettre:(referent|responsable)$/, ''), p, ctx);
  }
}

function attendRemise(etat: EtatOuvert, remises: Manquement['remises']): boolean {
  const lettre = findLettreCourante(etat);
  return lettre !== null && remises[lettre] === undefined;
}

function lettreAttendue(courrielCle: string, p: Parcours, ctx: Moment): boolean {
  return lettresDe(p, ctx, ctx.maintenant).some((l) => l.courrielCle === courrielCle && l.sert);
}
