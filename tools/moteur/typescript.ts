/** How Node runs a program of ours, from the root of the repository (docs/decisions/0029). */
export const AVEC_TYPESCRIPT = ['tools/typescript.cjs'] as const;
