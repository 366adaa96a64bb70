/** R26 — why hours are lowered or waived (law.md 1.5): a code, never a diagnosis. */
export const motifsHeures = {
  sante: 'Santé',
  handicap: 'Handicap ou invalidité',
  garde_enfant: 'Garde d’enfant sans solution',
  aidant: 'Aide à un proche',
  logement: 'Logement',
  transport: 'Transport',
  emploi: 'Emploi ou activité en cours',
  autre: 'Autre difficulté établie',
} as const satisfies Record<string, string>;
export type MotifHeures = keyof typeof motifsHeures;
export const codesMotifHeures = Object.keys(motifsHeures) as [MotifHeures, ...MotifHeures[]];

/** R25 — what stands in the way of an objective. Health is a code and nothing more. */
export const freins = {
  logement: 'Logement',
  transport: 'Transport',
  sante: 'Santé',
  garde_enfant: 'Garde d’enfant',
  langue: 'Langue, lecture',
  numerique: 'Numérique',
  administratif: 'Démarches administratives',
  budget: 'Budget',
  qualification: 'Qualification',
  autre: 'Autre',
} as const satisfies Record<string, string>;
export type Frein = keyof typeof freins;
export const codesFrein = Object.keys(freins) as [Frein, ...Frein[]];

/** R27 — kinds of steps: what counts as activity (law.md 1.5). */
export const demarches = {
  recherche_emploi: 'Recherche d’emploi',
  cv: 'CV, lettre de candidature',
  formation: 'Formation',
  atelier: 'Atelier',
  immersion: 'Immersion en entreprise',
  permis: 'Permis de conduire',
  droits: 'Accès aux droits',
  sante: 'Santé',
  logement: 'Logement',
  garde_enfant: 'Garde d’enfant',
  transport: 'Transport',
  administratif: 'Papiers, démarches administratives',
  autre: 'Autre',
} as const satisfies Record<string, string>;
export type CodeDemarche = keyof typeof demarches;
export const codesDemarche = Object.keys(demarches) as [CodeDemarche, ...CodeDemarche[]];

/** R27 — what a human says of what was promised: only « non faite » is a breach. */
export type IssueConstat = 'faite' | 'excusee' | 'non_faite';
export const issuesConstat: readonly IssueConstat[] = ['faite', 'excusee', 'non_faite'];

/** R28 — which delay of the legal stock-take applies to this person, and why. */
export const regimesPoint = {
  six_mois: 'Six mois, le délai ordinaire',
  sante: 'Douze mois : santé',
  handicap: 'Douze mois : handicap',
  invalidite: 'Douze mois : invalidité',
  logement: 'Douze mois : logement',
  aidant: 'Douze mois : famille ou aide à un proche',
  sans_objet: 'Pas de point légal : la personne ne relève pas de l’accompagnement social',
} as const satisfies Record<string, string>;
export type RegimePoint = keyof typeof regimesPoint;
export const codesRegimePoint = Object.keys(regimesPoint) as [RegimePoint, ...RegimePoint[]];

/** R39 — what a step of the way to a job is (the programme: préparation, formation, mise en contact). */
export const genresEtape = {
  preparation: 'Action de préparation',
  formation: 'Formation',
  immersion: 'Immersion en entreprise',
  mise_en_contact: 'Mise en contact avec une entreprise',
  autre: 'Autre action',
} as const satisfies Record<string, string>;
export type GenreEtape = keyof typeof genresEtape;
export const codesGenreEtape = Object.keys(genresEtape) as [GenreEtape, ...GenreEtape[]];

/** R39 — with whom: its name, when it is written, lies in an erasable text. */
export const partenaires = {
  france_travail: 'France Travail',
  organisme_formation: 'Organisme de formation',
  entreprise: 'Entreprise',
  structure_insertion: 'Structure d’insertion par l’activité économique',
  association: 'Association',
  service_public: 'Service public, collectivité',
  autre: 'Autre partenaire',
} as const satisfies Record<string, string>;
export type CodePartenaire = keyof typeof partenaires;
export const codesPartenaire = Object.keys(partenaires) as [CodePartenaire, ...CodePartenaire[]];

/** R39 — what a human says of a step; moving it is another act. */
export const issuesEtape = { atteinte: 'Atteinte', abandonnee: 'Abandonnée' } as const satisfies Record<
  string,
  string
>;
export type IssueEtape = keyof typeof issuesEtape;
export const codesIssueEtape = Object.keys(issuesEtape) as [IssueEtape, ...IssueEtape[]];

/** R41 — those to whom the programme gives priority: what was seen with the person, never deduced. */
export const publicsPrioritaires = {
  faible_qualification: 'Faible niveau de qualification',
  sans_emploi_stable: 'Sans expérience professionnelle, ou sans emploi stable depuis plus d’un an',
  orientation: 'Orientation ou requalification professionnelle à trouver',
  difficultes_cumulees: 'Cumul de difficultés d’accès à l’emploi',
} as const satisfies Record<string, string>;
export type CodePublic = keyof typeof publicsPrioritaires;
export const codesPublic = Object.keys(publicsPrioritaires) as [CodePublic, ...CodePublic[]];
