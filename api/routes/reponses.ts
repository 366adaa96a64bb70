import express, {
  Router,
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { renderFlux } from '../../domain/courriels/ics';
import { empreinteOf } from '../../registre/acces/jetons';
import { transige } from '../../registre/journal/transige';
import { findLien, type LienOuvert } from '../../registre/reponses/liens.prisma';
import { renderAvis, renderLienFini, renderReponse } from '../../web/reponse/page';
import { cibleParcours } from '../../workflows/messages';
import type { Dependances } from '../dependances';
import { DOCUMENT_MAXIMUM } from '../documents';
import { explainVerrou } from '../ecriture';
import { problemeOfErreur } from '../erreurs';
import { politiqueDeLaPage } from '../securite';
import { alerteOf, pageOf, rendezVousDuFluxOf } from './reponses/montre';
import { readSaisie, type SaisieReponse } from './reponses/saisie';

/**
 * R42 — pages without account, in production too: the token of the mail is the key. GET shows and never acts, for
 * scanners of mail open every link; POST acts. Unknown, expired, revoked: one answer, byte for byte.
 */
export function mountReponses(app: Express, d: Dependances): void {
  const pages = Router();
  pages.use('/r', setEnTetes);
  pages.get('/r/:jeton', createPage(d));
  pages.get('/r/:jeton/agenda.ics', createAgenda(d));
  pages.post('/r/:jeton/:acte', createActe(d));
  pages.use('/r', (_req, res) => sendFini(res));
  pages.use('/r', createErreur(d));
  app.use(pages);
}

/** The address is a secret: no referrer, no cache, no index. */
const setEnTetes: RequestHandler = (_req, res, next) => {
  res.set({
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex, nofollow, noarchive',
  });
  next();
};

function createPage(d: Dependances): RequestHandler {
  return async (req, res) => {
    const lien = await readLien(req, d);
    if (lien === null) sendFini(res);
    else sendPage(res, 200, renderReponse(pageOf(iciOf(req, d), lien, null)));
  };
}

function createAgenda(d: Dependances): RequestHandler {
  return async (req, res) => {
    const lien = await readLien(req, d);
    // Without the token: a calendar travels further than a mail.
    const rdv = lien === null ? null : rendezVousDuFluxOf(lien, d.apiUrl);
    if (rdv === null) {
      sendFini(res);
      return;
    }
    res
      .set('Content-Disposition', 'attachment; filename="rendez-vous.ics"')
      .type('text/calendar')
      .send(renderFlux([rdv]));
  };
}

const readCorps = [
  express.urlencoded({ extended: false, limit: '20kb' }),
  express.raw({ type: 'multipart/form-data', limit: DOCUMENT_MAXIMUM + 64 * 1024 }),
];

function createActe(d: Dependances): RequestHandler {
  return async (req, res) => {
    const lien = await readLien(req, d);
    // Read only for whoever holds a link: nobody else can make us keep five megabytes.
    if (lien === null || !isDeCettePage(req)) {
      sendFini(res);
      return;
    }
    for (const lire of readCorps) await read(lire, req, res);
    const saisie = await readSaisie(req, lien);
    if ('fini' in saisie) sendFini(res);
    else if ('alerte' in saisie)
      sendPage(res, 422, renderReponse(pageOf(iciOf(req, d), lien, saisie.alerte)));
    else await ask(req, res, lien, saisie, d);
  };
}

async function ask(
  req: Request,
  res: Response,
  lien: LienOuvert,
  saisie: SaisieReponse,
  d: Dependances,
): Promise<void> {
  const { parcoursId, beneficiaireId } = lien;
  const issue = await explainVerrou(() =>
    transige(d.base, { parcoursId, par: `personne:${beneficiaireId}`, ...saisie }),
  );
  if ('accepte' in issue && issue.accepte) {
    d.reveil.wake({ cible: cibleParcours(parcoursId), numero: issue.reveil, raison: saisie.demande.type });
    res.redirect(303, adresseOf(req));
    return;
  }
  const encore = await readLien(req, d);
  if (encore === null) sendFini(res);
  else sendPage(res, 409, renderReponse(pageOf(iciOf(req, d), encore, alerteOf(issue))));
}

async function readLien(req: Request, d: Dependances): Promise<LienOuvert | null> {
  const jeton = jetonOf(req);
  if (jeton === null) return null;
  await d.inconnus.check(req.ip ?? '');
  await d.debit(`reponse:${empreinteOf(jeton)}`);
  const lien = await findLien(d.base, jeton);
  if (lien === null) await d.inconnus.count(req.ip ?? '');
  return lien;
}

function jetonOf(req: Request): string | null {
  const jeton = req.params['jeton'];
  return typeof jeton === 'string' && /^[\w-]{43}$/.test(jeton) ? jeton : null;
}

const iciOf = (req: Request, { information }: Dependances) => ({ adresse: adresseOf(req), information });
const adresseOf = (req: Request): string => `/r/${jetonOf(req) ?? ''}`;

/**
 * No session here that another site could borrow: the token in the address is what it would need to know. A browser
 * hides the origin of a page without referrer (`null`); when it does say one, it must be ours.
 */
function isDeCettePage(req: Request): boolean {
  const site = req.get('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin') return false;
  const origine = req.get('Origin') ?? 'null';
  return origine === 'null' || (URL.canParse(origine) && new URL(origine).host === req.get('Host'));
}

function read(lire: RequestHandler, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void lire(req, res, (erreur?: unknown) => {
      if (erreur === undefined) resolve();
      else reject(erreur instanceof Error ? erreur : new Error('Corps illisible.'));
    });
  });
}

function sendFini(res: Response): void {
  sendPage(res, 404, renderLienFini());
}

function sendPage(res: Response, statut: number, html: string): void {
  res.status(statut).set('Content-Security-Policy', politiqueDeLaPage(html)).type('html').send(html);
}

/** In plain words, whatever broke. */
function createErreur({ logger }: Dependances): ErrorRequestHandler {
  return (erreur: unknown, _req, res, next) => {
    if (res.headersSent) {
      next(erreur);
      return;
    }
    const { probleme, entetes } = problemeOfErreur(erreur, logger);
    const phrases = probleme.status === 413 ? GROS : PLUS_TARD;
    res.set(entetes);
    sendPage(res, probleme.status, renderAvis('Votre réponse n’est pas partie', phrases));
  };
}

const GROS = [
  'Le document est trop gros : 5 Mo au plus. Revenez en arrière et prenez une photo plus petite.',
];
const PLUS_TARD = [
  'Revenez en arrière et essayez de nouveau dans un instant, ou appelez le numéro qui est dans votre message.',
];
