import type { IncomingMessage } from 'node:http';
import { ProblemeLeve, problemeOf } from './probleme';

/**
 * The bytes of a request as they come, up to a bound: nobody holds them whole. Given up half-way, the request stays
 * open for its answer, and the rest is thrown away.
 */
export function readFlux(req: IncomingMessage, maximum: number): AsyncIterable<Uint8Array> {
  const encodage = req.headers['content-encoding'] ?? 'identity';
  if (encodage !== 'identity') throw new ProblemeLeve(problemeOf('type_refuse'));
  if (Number(req.headers['content-length'] ?? 0) > maximum)
    throw new ProblemeLeve(problemeOf('corps_trop_gros'));
  return bound(req, maximum);
}

async function* bound(req: IncomingMessage, maximum: number): AsyncGenerator<Uint8Array> {
  let recus = 0;
  for await (const lu of piecesOf(req)) {
    recus += lu.length;
    if (recus > maximum) throw new ProblemeLeve(problemeOf('corps_trop_gros'));
    yield lu;
  }
}

/** Whoever sends may hang up. */
async function* piecesOf(req: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    yield* req.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  } catch {
    throw new ProblemeLeve(problemeOf('requete_illisible'));
  } finally {
    // What is left is thrown away: kept, it would hold the connection after its answer.
    req.resume();
  }
}
