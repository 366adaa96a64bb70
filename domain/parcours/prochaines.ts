import type { RoleProfessionnel } from './avis';
import type { Echeance, Nature } from './echeance';
import { libelleEcheance } from './libelles';
import type { CivilDate } from '../temps/jour';
import type { Instant } from '../temps/instant';

/** One line of the échéancier, as people read it. */
export type VueEcheance = {
  readonly cle: string;
  readonly nature: Nature;
  readonly libelle: string;
  readonly le: CivilDate;
  readonly a: Instant;
  readonly pour: readonly ('personne' | RoleProfessionnel)[];
  /** Comes only if nobody acts before. */
  readonly conditionnelle: boolean;
  /** Its time has come and the engine has not honoured it yet. */
  readonly due: boolean;
};

export function vueEcheance(e: Echeance, maintenant: Instant): VueEcheance {
  return {
    cle: e.cle,
    nature: e.nature,
    libelle: libelleEcheance(e),
    le: e.duLe,
    a: e.a,
    pour: concernes(e),
    conditionnelle: estConditionnelle(e),
    due: e.a <= maintenant,
  };
}

function concernes(e: Echeance): VueEcheance['pour'] {
  switch (e.geste) {
    case 'avertir':
      return e.pour;
    case 'rappeler':
    case 'demander_motif':
    case 'relancer':
      return ['personne'];
    case 'demander_suivi':
      return ['personne', 'referent'];
    case 'planifier':
    case 'annoncer_bilan':
    case 'annoncer_reprise':
      return ['personne', 'referent'];
    case 'commencer_pause':
      return [];
    case 'annoncer_point':
      return ['personne'];
    case 'compter':
    case 'proposer_signalement':
      return ['referent'];
    case 'constater_plafond':
      return ['referent', 'responsable'];
  }
}

/** What an act of a human still prevents: a status given, a contrat signed, a bilan held, a person who comes. */
function estConditionnelle(e: Echeance): boolean {
  switch (e.geste) {
    case 'avertir':
      return e.avis !== 'plafond_proche' && e.avis !== 'fenetre_proche';
    case 'compter':
    case 'relancer':
    case 'demander_suivi':
    case 'proposer_signalement':
      return true;
    case 'planifier':
    case 'rappeler':
    case 'annoncer_bilan':
    case 'annoncer_reprise':
    case 'commencer_pause':
    case 'annoncer_point':
    case 'constater_plafond':
    case 'demander_motif':
      return false;
  }
}
