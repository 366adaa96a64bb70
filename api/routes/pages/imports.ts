import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Request, RequestHandler } from 'express';
import { renderRejets } from '../../../imports/rejets';
import { readHorloge } from '../../../registre/horloge/horloge';
import type { ImportSuivi } from '../../../registre/imports/imports';
import { findImport, listImports, listLignes } from '../../../registre/imports/suivi.prisma';
import { avanceImportOf, isImportEnMarche, renderImport } from '../../../web/imports/import';
import { verdictsMontres } from '../../../web/imports/lignes';
import { renderNouvelImport } from '../../../web/imports/nouveau';
import type { Dependances } from '../../dependances';
import { readFlux } from '../../flux';
import { FICHIER_MAX } from '../../montage';
import { readFichier } from '../../multipart';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { V1, type Route } from '../../route';
import { readAutour } from './cadre';
import { askRoute, cleOf, confirmOnce, getRoute } from './demander';
import { idOf } from './parcours';
import { valeursOf } from './saisie';

const PAR_PAGE = 50;
const DERNIERS = 5;

export function createPageNouvelImport(d: Dependances): RequestHandler {
  return async (req, res) => {
    res.type('html').send(await renderNouveau(req, d, null));
  };
}

/** The file is read as it comes, by the door of the API; what is wrong with it is said above its form. */
export function createImportDesPages(routes: readonly Route[], d: Dependances): RequestHandler {
  const route = getRoute(routes, `${V1}/imports`);
  return async (req, res) => {
    const fichier = await readFichier(readFlux(req, FICHIER_MAX), req.get('Content-Type') ?? '');
    const refuse = async (statut: number, faute: string) =>
      void res
        .status(statut)
        .type('html')
        .send(await renderNouveau(req, d, faute));
    if (fichier === null) return refuse(400, 'Choisissez un fichier.');
    const rendue = await askRoute(route, { params: {}, corps: fichier, cle: null }, d);
    if (rendue.ok) {
      const { id, colonnesIgnorees } = rendue.corps as { id: string; colonnesIgnorees: readonly string[] };
      const ignorees = colonnesIgnorees
        .map((c) => `ignoree=${encodeURIComponent(c.slice(0, 60))}`)
        .slice(0, 20);
      res.redirect(303, `/imports/${id}${ignorees.length === 0 ? '' : `?${ignorees.join('&')}`}`);
      return;
    }
    const { status, detail, erreurs } = rendue.probleme;
    await refuse(status, erreurs?.map((e) => e.message).join(' ') ?? detail);
  };
}

export function createPageImport(d: Dependances): RequestHandler {
  return async (req, res) => {
    const lu = await getImport(req, d);
    res.type('html').send(await renderPage(req, d, lu));
  };
}

export function createConfirmationImport(routes: readonly Route[], d: Dependances): RequestHandler {
  const route = getRoute(routes, `${V1}/imports/{id}/confirmation`);
  return async (req, res) => {
    const id = idOf(req);
    const valeurs = valeursOf(req.body);
    const corps = {
      silencieux: valeurs['ecrire'] === 'silence',
      ...(valeurs['parJour'] !== undefined && { parJour: valeurs['parJour'] }),
    };
    await confirmOnce(route, { params: { id }, corps, cle: cleOf(valeurs) }, 'import_deja_confirme', d);
    res.redirect(303, `/imports/${id}`);
  };
}

export function createRejets(d: Dependances): RequestHandler {
  return async (req, res) => {
    const lu = await getImport(req, d);
    res
      .set({
        'Cache-Control': 'no-store',
        'Content-Disposition': `attachment; filename="rejets-${lu.id}.csv"`,
      })
      .type('text/csv');
    await pipeline(Readable.from(renderRejets(d.base, lu)), res);
  };
}

/** What the page reads while people are listed and parcours open. */
export function createSuiviImport(d: Dependances): RequestHandler {
  return async (req, res) => {
    const lu = await getImport(req, d);
    const { maintenant } = await readHorloge(d.base);
    const finie = !isImportEnMarche(lu, maintenant);
    res.set('Cache-Control', 'no-store').json({ finie, ...avanceImportOf(lu) });
  };
}

async function getImport(req: Request, { base }: Dependances): Promise<ImportSuivi> {
  const lu = await findImport(base, idOf(req));
  if (lu === null) throw new ProblemeLeve(problemeOf('introuvable'));
  return lu;
}

async function renderNouveau(req: Request, d: Dependances, faute: string | null): Promise<string> {
  const [{ cadre }, derniers] = await Promise.all([readAutour(req, d), listImports(d.base, DERNIERS)]);
  return renderNouvelImport({ cadre, derniers, faute });
}

/** Rows set aside first: they are what a person has to read. */
async function renderPage(req: Request, d: Dependances, lu: ImportSuivi): Promise<string> {
  const { cadre } = await readAutour(req, d);
  const demande = req.query['verdict'] ?? (lu.rejetes > 0 ? 'rejete' : 'toutes');
  const choisi = verdictsMontres.find((v) => v === demande) ?? null;
  const apres = Number(req.query['apres']);
  const lues = await listLignes(d.base, lu.id, {
    verdict: choisi,
    apres: Number.isSafeInteger(apres) && apres > 0 && apres < 2 ** 31 ? apres : 0,
    limite: PAR_PAGE + 1,
  });
  const lignes = lues.slice(0, PAR_PAGE);
  const suivant = lues.length > PAR_PAGE ? (lignes.at(-1)?.numero ?? null) : null;
  const ignorees = [req.query['ignoree'] ?? []].flat().filter((c) => typeof c === 'string');
  return renderImport({ cadre, lu, ignorees, choisi, lignes, suivant, cle: randomUUID(), refuse: null });
}
