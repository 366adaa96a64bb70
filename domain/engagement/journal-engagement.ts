import { compte, ditJour, minuscule } from '../parcours/dire';
import {
  demarches,
  genresEtape,
  issuesEtape,
  motifsHeures,
  partenaires,
  publicsPrioritaires,
  regimesPoint,
  type CodePublic,
  type IssueConstat,
} from './codes';
import { genresDeclaration } from './declarations-dues';
import { momentDit } from './droits';
import type { Heures, IssuePoint } from './engagement';
import type { FaitEngagement } from './faits-engagement';

type Phrases = {
  readonly [T in FaitEngagement['type']]: (fait: Extract<FaitEngagement, { type: T }>) => string;
};

/** R25–R29 — each fait as a sentence: codes are said, erasable words never are. */
export const PHRASES_ENGAGEMENT: Phrases = {
  contrat_revise: (f) =>
    `Contrat révisé le ${ditJour(f.le)} (version ${f.version}), à la demande ${
      f.par === 'personne' ? 'de la personne' : 'du référent'
    }${f.heures === null ? '' : ` : ${heuresDites(f.heures)}`}.`,
  contrat_refuse: (f) =>
    `Refus ${f.quoi === 'etablir' ? 'd’établir' : 'd’actualiser'} le contrat, noté par un professionnel au ${ditJour(f.le)}.`,
  point_legal_regle: (f) => `Délai du point légal : ${minuscule(regimesPoint[f.regime])}.`,
  point_legal_annonce: (f) =>
    `Point légal annoncé à la personne pour le ${ditJour(f.aTenirLe)}${f.bilan === undefined ? '' : `, avec le bilan n° ${f.bilan}`}.`,
  point_legal_joint: (f) =>
    f.bilan === null
      ? 'Le point légal et le bilan auront chacun leur rendez-vous, par choix d’un professionnel.'
      : `Le point légal et le bilan n° ${f.bilan} auront le même rendez-vous, par choix d’un professionnel.`,
  point_legal_tenu: (f) =>
    `Point légal tenu le ${ditJour(f.tenuLe)} : ${minuscule(issuesPointDites[f.issue])}.`,
  entretien_enregistre: (f) => `Ce qui a été convenu au rendez-vous n° ${f.rendezVousId} est noté.`,
  demarche_declaree: (f) =>
    `Démarche n° ${f.demarche} convenue (${minuscule(demarches[f.quoi])}, ${
      f.de === 'personne' ? 'par la personne' : 'par le service'
    }), pour le ${ditJour(f.avantLe)}.`,
  demarche_constatee: (f) => `Démarche n° ${f.demarche} : ${minuscule(issuesConstatDites[f.issue])}.`,
  declarations_suivies: (f) => {
    const suivies = (['dtr', 'actualisation'] as const).flatMap((g) => {
      const le = f[g];
      return le === null ? [] : [`${minuscule(genresDeclaration[g])} à partir du ${ditJour(le)}`];
    });
    return suivies.length === 0 ? 'Aucune déclaration à suivre.' : `À suivre : ${suivies.join(', ')}.`;
  },
  declaration_constatee: (f) =>
    `${genresDeclaration[f.genre]} du ${ditJour(f.duLe)} : ${minuscule(issuesConstatDites[f.issue])}.`,
  etape_convenue: (f) =>
    `Étape n° ${f.etape} convenue le ${ditJour(f.le)} (${minuscule(genresEtape[f.quoi])}${
      f.partenaire === null ? '' : `, avec : ${minuscule(partenaires[f.partenaire])}`
    }), du ${ditJour(f.du)} au ${ditJour(f.au)}.`,
  etape_deplacee: (f) => `Étape n° ${f.etape} déplacée : du ${ditJour(f.du)} au ${ditJour(f.au)}.`,
  etape_constatee: (f) => `Étape n° ${f.etape} : ${minuscule(issuesEtape[f.issue])} le ${ditJour(f.le)}.`,
  publics_indiques: (f) => `Public prioritaire : ${libellePublics(f.publics)}.`,
  droits_examines: (f) =>
    `Accès aux droits regardé ${momentDit(f.moment)} : ${compte(Object.keys(f.droits).length, 'droit', 'droits')}.`,
};

/** R26 — `10 h par semaine (santé)`, `dispense d’heures (garde d’enfant sans solution)`. */
export function heuresDites({ parSemaine, motif }: Heures): string {
  const heures = parSemaine === 0 ? 'dispense d’heures' : `${parSemaine} h par semaine`;
  return motif === null ? heures : `${heures} (${minuscule(motifsHeures[motif])})`;
}

/** R41 — `faible niveau de qualification, cumul…`; none of them is an answer too. */
export function libellePublics(publics: readonly CodePublic[]): string {
  return publics.length === 0
    ? 'aucun ne s’applique'
    : publics.map((x) => minuscule(publicsPrioritaires[x])).join(' ; ');
}

export const issuesPointDites = {
  maintien: 'L’accompagnement continue comme prévu',
  revision: 'Le contrat est à réviser',
  reorientation: 'Une nouvelle orientation est proposée',
} as const satisfies Record<IssuePoint, string>;

export const issuesConstatDites = {
  faite: 'Faite',
  excusee: 'Pas faite, avec une raison valable',
  non_faite: 'Pas faite',
  sans_objet: 'Sans objet désormais',
} as const satisfies Record<IssueConstat | 'sans_objet', string>;
