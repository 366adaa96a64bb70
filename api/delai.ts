import { ProblemeLeve, problemeOf } from './probleme';

/** Longer than all that PostgreSQL may take before it says so (docs/decisions/0004): what is late here is our bug. */
export const DELAI_MS = 30_000;

/** The answer, or a 504 that tells how to ask again: nobody waits for ever. */
export async function inTime<T>(reponse: Promise<T>, ms: number): Promise<T> {
  let minuterie: NodeJS.Timeout | undefined;
  const tard = new Promise<never>((_, reject) => {
    minuterie = setTimeout(() => reject(new ProblemeLeve(problemeOf('delai_depasse'))), ms);
  });
  try {
    return await Promise.race([reponse, tard]);
  } finally {
    clearTimeout(minuterie);
  }
}
