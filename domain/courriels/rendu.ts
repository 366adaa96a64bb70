import type { Modele } from './courriel';
import type { Canal, Contenu } from './contenu';
import type { DonneesCourriel, DonneesDe } from './donnees';
import { renderIcs } from './ics';
import { contenuAnnulation } from './modeles/annulation';
import { contenuAnnulationTardive } from './modeles/annulation-tardive';
import { contenuBilanAnnonce } from './modeles/bilan-annonce';
import { contenuChangementReferent } from './modeles/changement-referent';
import { contenuPause } from './modeles/pause';
import { contenuReprise } from './modeles/reprise';
import { contenuContratRevise } from './modeles/contrat-revise';
import { contenuConvocation } from './modeles/convocation';
import { contenuConvocationNonRemise } from './modeles/convocation-non-remise';
import { contenuDemandeMotif } from './modeles/demande-motif';
import { contenuDeplacement } from './modeles/deplacement';
import { contenuEtape } from './modeles/etape';
import { contenuFinAccompagnement } from './modeles/fin-accompagnement';
import { contenuInformationTransmise } from './modeles/information-transmise';
import { contenuPlafondAtteint } from './modeles/plafond-atteint';
import { contenuPointAnnonce } from './modeles/point-annonce';
import { contenuRappel } from './modeles/rappel';
import { contenuRecapitulatif } from './modeles/recapitulatif';
import { contenuRelance } from './modeles/relance';
import { contenuReponsePersonne } from './modeles/reponse-personne';
import { contenuSuiviSortie } from './modeles/suivi-sortie';
import { contenuRectificationContrat } from './modeles/rectification-contrat';
import { contenuRectificationPresence } from './modeles/rectification-presence';
import { contenuSituationReglee } from './modeles/situation-reglee';
import { contenuTransfert } from './modeles/transfert';
import { renderHtml } from './rendu-html';
import { renderTexte } from './rendu-texte';
import { uneLigne } from './une-ligne';

export type CourrielRendu = {
  readonly sujet: string;
  readonly texte: string;
  readonly html: string;
  readonly ics: { readonly methode: 'REQUEST' | 'CANCEL'; readonly contenu: string } | null;
};

const CONTENUS: { readonly [M in Modele]: (d: DonneesDe<M>, canal: Canal) => Contenu } = {
  convocation: contenuConvocation,
  deplacement: contenuDeplacement,
  annulation: contenuAnnulation,
  rappel: contenuRappel,
  bilan_annonce: contenuBilanAnnonce,
  pause: contenuPause,
  reprise: contenuReprise,
  point_annonce: contenuPointAnnonce,
  contrat_revise: contenuContratRevise,
  etape: contenuEtape,
  demande_motif: contenuDemandeMotif,
  relance: contenuRelance,
  changement_referent: contenuChangementReferent,
  information_transmise: contenuInformationTransmise,
  situation_reglee: contenuSituationReglee,
  rectification_presence: contenuRectificationPresence,
  rectification_contrat: contenuRectificationContrat,
  annulation_tardive: contenuAnnulationTardive,
  convocation_non_remise: contenuConvocationNonRemise,
  reponse_personne: contenuReponsePersonne,
  plafond_atteint: contenuPlafondAtteint,
  fin_accompagnement: contenuFinAccompagnement,
  suivi_sortie: contenuSuiviSortie,
  recapitulatif: contenuRecapitulatif,
  transfert: contenuTransfert,
};

/** What the modèle says, before it is shown as text, HTML or letter. */
export function contenuOf(d: DonneesCourriel, canal: Canal): Contenu {
  const contenu = CONTENUS[d.modele] as (donnees: DonneesCourriel, canal: Canal) => Contenu;
  return contenu(d, canal);
}

/** Data in, mail out: always the same bytes for the same data. */
export function renderCourriel(d: DonneesCourriel): CourrielRendu {
  const contenu = contenuOf(d, 'courriel');
  const { invitation } = contenu;
  return {
    sujet: uneLigne(contenu.sujet),
    texte: renderTexte(contenu),
    html: renderHtml(contenu),
    ics: invitation === null ? null : { methode: invitation.methode, contenu: renderIcs(invitation) },
  };
}
