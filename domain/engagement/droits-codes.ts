/** R29 — rights that a référent looks at with the person (seed 004): a short list, coded. */
export const droits = {
  sante: 'Complémentaire santé',
  logement: 'Aide au logement',
  famille: 'Prestations familiales',
  prime_activite: 'Prime d’activité',
  handicap: 'Droits liés au handicap',
  retraite: 'Retraite',
  energie: 'Énergie, eau, téléphone',
  transport: 'Transport',
  garde_enfant: 'Garde d’enfant',
  aides_locales: 'Aides locales et d’urgence',
} as const satisfies Record<string, string>;
export type CodeDroit = keyof typeof droits;
export const codesDroit = Object.keys(droits) as [CodeDroit, ...CodeDroit[]];

/** R29 — looked at and nothing to open; asked for; opened; refused. */
export const issuesDroit = {
  vu: 'Regardé, rien à ouvrir',
  demande: 'Demandé',
  ouvert: 'Ouvert',
  refuse: 'Refusé',
} as const satisfies Record<string, string>;
export type IssueDroit = keyof typeof issuesDroit;
export const codesIssueDroit = Object.keys(issuesDroit) as [IssueDroit, ...IssueDroit[]];

/** One list, at the contrat or at a bilan. A right that is absent was not looked at. */
export type ListeDroits = Readonly<Partial<Record<CodeDroit, IssueDroit>>>;
