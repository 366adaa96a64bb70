/**
 * R31 — motives as the field gives them (law.md 1.6: no closed list exists in law). The code helps to count and to
 * read; whether it is legitimate is judged by a human, never deduced from it.
 */
export const motifsManquement = {
  sante: 'Raison de santé',
  enfant: 'Enfant malade, garde d’enfant',
  deuil: 'Deuil',
  transport: 'Transport, panne',
  convocation: 'Convocation (justice, préfecture, CAF)',
  emploi: 'Entretien d’embauche, travail',
  formation: 'Formation',
  force_majeure: 'Force majeure',
  violences: 'Violences',
  courrier: 'Courrier ou message non reçu, difficulté numérique',
  langue: 'Difficulté de langue',
  autre: 'Autre raison',
} as const satisfies Record<string, string>;

export type CodeMotif = keyof typeof motifsManquement;

export const codesMotif = Object.keys(motifsManquement) as [CodeMotif, ...CodeMotif[]];
