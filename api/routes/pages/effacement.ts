import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { jourAt } from '../../../domain/temps/heure-locale';
import { countPersonne } from '../../../registre/conservation/comptes.prisma';
import { instantOfColonne } from '../../../registre/dates';
import { findDossier } from '../../../registre/listes/dossiers.prisma';
import { nomsComptes, type ComptesMontres } from '../../../web/conservation/comptes';
import { renderEffacement, type PageEffacement } from '../../../web/conservation/effacement';
import { effacement } from '../../contrat/conservation';
import type { Dependances } from '../../dependances';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { V1, type Route } from '../../route';
import { readAutour } from './cadre';
import { askRoute, cleOf, getRoute } from './demander';
import { nomDe } from './liste';
import { idOf } from './parcours';
import { valeursOf } from './saisie';

const CHEMIN = `${V1}/beneficiaires/{id}/effacement`;

/** R45 — what erasing her would take away; nothing is done. */
export function createPageEffacement(d: Dependances): RequestHandler {
  return async (req, res) => {
    res.type('html').send(renderEffacement(await readPage(req, d)));
  };
}

/** R45 — refused, the page says why; done, it says what went: counts, and nothing of her. */
export function createEffacement(routes: readonly Route[], d: Dependances): RequestHandler {
  const route = getRoute(routes, CHEMIN);
  return async (req, res) => {
    const { personne } = await getDossier(req, d);
    const cle = cleOf(valeursOf(req.body));
    const rendue = await askRoute(route, { params: { id: personne.id }, corps: undefined, cle }, d);
    if (rendue.ok) {
      const { comptes } = effacement.parse(rendue.corps);
      const partis = nomsComptes.map((nom) => `${nom}=${comptes[nom]}`).join('&');
      res.redirect(303, `/parcours/${idOf(req)}/effacement?${partis}`);
      return;
    }
    const { status, detail } = rendue.probleme;
    const page = await readPage(req, d);
    res
      .status(status)
      .type('html')
      .send(renderEffacement({ ...page, refus: detail }));
  };
}

async function readPage(req: Request, d: Dependances): Promise<PageEffacement> {
  const [{ cadre }, { personne }] = await Promise.all([readAutour(req, d), getDossier(req, d)]);
  const lue = await countPersonne(d.base, personne.id);
  if (lue === null) throw new ProblemeLeve(problemeOf('introuvable'));
  const { efface_a: a, suivie, ...comptes } = lue;
  const effaceeLe = a === null ? null : jourAt(instantOfColonne(a), cadre.zone);
  return {
    ...{ cadre, parcoursId: idOf(req), nom: nomDe(personne), effaceeLe, suivie },
    comptes: effaceeLe === null ? comptes : partisOf(req),
    ...{ cle: randomUUID(), refus: null },
  };
}

/** What the act counted, as its redirection says it. */
function partisOf(req: Request): ComptesMontres | null {
  const lu = (nom: keyof ComptesMontres) => Number(req.query[nom]);
  if (!nomsComptes.every((nom) => Number.isSafeInteger(lu(nom)) && lu(nom) >= 0)) return null;
  return {
    ...{ textes: lu('textes'), documents: lu('documents'), liens: lu('liens') },
    ...{ courriels: lu('courriels'), lignes: lu('lignes'), imports: lu('imports') },
  };
}

async function getDossier(req: Request, { base }: Dependances) {
  const dossier = await findDossier(base, idOf(req));
  if (dossier === null) throw new ProblemeLeve(problemeOf('introuvable'));
  return dossier;
}
