import type { CodeMotif } from '../obligations/motifs';

/** R42 — why the person cannot come, in her own words. Judged by nobody: it helps to find another moment. */
export const empechements = {
  sante: 'Je suis malade, ou j’ai un rendez-vous médical',
  enfant: 'Je dois garder un enfant, ou aider un proche',
  transport: 'Je n’ai pas de moyen de transport',
  emploi: 'Je travaille, ou j’ai un entretien d’embauche',
  formation: 'Je suis en formation',
  convocation: 'J’ai une autre convocation ce jour-là',
  deuil: 'Il y a eu un décès dans mon entourage',
  autre: 'Une autre raison, ou je préfère en parler',
} as const satisfies Partial<Record<CodeMotif, string>>;

export type CodeEmpechement = keyof typeof empechements;
export const codesEmpechement = Object.keys(empechements) as [CodeEmpechement, ...CodeEmpechement[]];

/** R42 — moments that suit the person: a human finds the hour. */
export const moments = {
  matin: 'Le matin',
  apres_midi: 'L’après-midi',
  lundi: 'Le lundi',
  mardi: 'Le mardi',
  mercredi: 'Le mercredi',
  jeudi: 'Le jeudi',
  vendredi: 'Le vendredi',
} as const satisfies Record<string, string>;

export type CodeMoment = keyof typeof moments;
export const codesMoment = Object.keys(moments) as [CodeMoment, ...CodeMoment[]];
