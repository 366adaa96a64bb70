/** What a token may open. A token has one or several of them; none contains another. */
export const portees = ['lecture', 'ecriture', 'administration', 'export', 'horloge'] as const;
export type Portee = (typeof portees)[number];
