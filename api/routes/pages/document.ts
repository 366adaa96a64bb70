import type { RequestHandler } from 'express';
import { findDocument } from '../../../registre/reponses/liens.prisma';
import type { Dependances } from '../../dependances';
import { enTetesOf } from '../../documents';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { idOf, UUID } from './parcours';

/** R42 — the document that the person joined, to the référent's own disk. */
export function createDocument({ base }: Dependances): RequestHandler {
  return async (req, res) => {
    const id = String(req.params['documentId']);
    const lu = UUID.test(id) ? await findDocument(base, idOf(req), id) : null;
    if (lu === null) throw new ProblemeLeve(problemeOf('introuvable'));
    res.set(enTetesOf(lu)).type('application/octet-stream').send(lu.octets);
  };
}
