/**
 * How Node is asked to keep the API's memory: it reads whole states and throws them away, and a major collection in
 * the middle of an answer is what the slowest one in a hundred waits for (docs/decisions/0027).
 */
export const MEMOIRE_DE_L_API = ['--initial-old-space-size=256'] as const;
