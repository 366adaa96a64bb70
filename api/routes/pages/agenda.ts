import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { createFlux, listFlux, revokeFlux } from '../../../registre/agenda/flux.prisma';
import { findReferent } from '../../../registre/annuaire/referents.prisma';
import { renderAgenda } from '../../../web/referents/agenda';
import type { Dependances } from '../../dependances';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { readAutour } from './cadre';
import { nomDe } from './liste';
import { idOf, UUID } from './parcours';

const introuvable = () => new ProblemeLeve(problemeOf('introuvable'));

export function createPageAgenda(d: Dependances): RequestHandler {
  return (req, res) => sendAgenda(req, res, d, null);
}

/** The address is in this answer and nowhere else: no redirection could carry it without writing it down. */
export function createAdresseAgenda(d: Dependances): RequestHandler {
  return async (req, res) => {
    const cree = await createFlux(d.base, idOf(req), randomUUID());
    if (cree === null) throw introuvable();
    await sendAgenda(req, res, d, `${d.apiUrl}/agenda/${cree[1]}.ics`);
  };
}

export function createRevocationAgenda(d: Dependances): RequestHandler {
  return async (req, res) => {
    const fluxId = String(req.params['fluxId']);
    const id = idOf(req);
    if (!UUID.test(fluxId)) throw introuvable();
    // Revoked twice: its page says so.
    await revokeFlux(d.base, id, fluxId);
    res.redirect(303, `/referents/${id}/agenda`);
  };
}

async function sendAgenda(req: Request, res: Response, d: Dependances, creee: string | null): Promise<void> {
  const id = idOf(req);
  const [{ cadre }, referent, flux] = await Promise.all([
    readAutour(req, d),
    findReferent(d.base, id),
    listFlux(d.base, id),
  ]);
  if (referent === null || flux === null) throw introuvable();
  const html = renderAgenda({ cadre, referent: { id, nom: nomDe(referent) }, flux, creee });
  res.set('Cache-Control', 'no-store').type('html').send(html);
}
