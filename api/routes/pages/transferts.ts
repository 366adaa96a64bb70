import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { jourAt } from '../../../domain/temps/heure-locale';
import { findReferent, listReferents } from '../../../registre/annuaire/referents.prisma';
import { listDossiers } from '../../../registre/listes/dossiers.prisma';
import { findTransfert } from '../../../registre/transferts/transferts.prisma';
import { champsDuRefus } from '../../../web/formulaires/refus';
import {
  champsTransfert,
  renderNouveauTransfert,
  type PageNouveauTransfert,
} from '../../../web/transferts/nouveau';
import { avanceOf, renderTransfert } from '../../../web/transferts/transfert';
import type { Dependances } from '../../dependances';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { V1, type Route } from '../../route';
import { readAutour } from './cadre';
import { askRoute, cleOf, confirmOnce, getRoute } from './demander';
import { nomDe } from './liste';
import { idOf } from './parcours';
import { nest, valeursOf } from './saisie';

const introuvable = () => new ProblemeLeve(problemeOf('introuvable'));

export function createPageNouveauTransfert(d: Dependances): RequestHandler {
  return async (req, res) => {
    const { de } = req.query;
    const page = await readNouveau(req, typeof de === 'string' ? de : '', d);
    res.type('html').send(renderNouveauTransfert(page));
  };
}

/** The preview is asked of the API; refused, the form comes back as it was typed. */
export function createTransfertDesPages(routes: readonly Route[], d: Dependances): RequestHandler {
  return async (req, res) => {
    const valeurs = valeursOf(req.body);
    const route = getRoute(routes, `${V1}/transferts`);
    const rendue = await askRoute(route, { params: {}, corps: nest(valeurs), cle: cleOf(valeurs) }, d);
    if (rendue.ok) {
      res.redirect(303, `/transferts/${String(Reflect.get(rendue.corps as object, 'id'))}`);
      return;
    }
    const { probleme } = rendue;
    const genre = valeurs['genre'] === 'remplacement' ? 'remplacement' : 'definitif';
    const page = await readNouveau(req, valeurs['deId'] ?? '', d);
    const fautes = probleme.erreurs ?? [];
    const champs = champsDuRefus(probleme.code, { champs: champsTransfert(genre, page) });
    const refus = fautes.length > 0 ? null : { phrase: probleme.detail, champs };
    const refuse = { genre, saisie: { valeurs, fautes, refus } } as const;
    res
      .status(probleme.status)
      .type('html')
      .send(renderNouveauTransfert({ ...page, refuse }));
  };
}

export function createConfirmation(routes: readonly Route[], d: Dependances): RequestHandler {
  return async (req, res) => {
    const id = idOf(req);
    const route = getRoute(routes, `${V1}/transferts/{id}/confirmation`);
    const cle = cleOf(valeursOf(req.body));
    await confirmOnce(route, { params: { id }, corps: {}, cle }, 'transfert_deja_confirme', d);
    res.redirect(303, `/transferts/${id}`);
  };
}

export function createPageTransfert(d: Dependances): RequestHandler {
  return async (req, res) => {
    const [{ cadre }, t] = await Promise.all([readAutour(req, d), findTransfert(d.base, idOf(req))]);
    if (t === null) throw introuvable();
    const [de, vers] = await Promise.all([findReferent(d.base, t.deId), findReferent(d.base, t.versId)]);
    const dossiers = await listDossiers(d.base, { structureId: t.structureId });
    const noms = new Map(dossiers.map((x) => [x.parcours.id, nomDe(x.personne)]));
    const { passage } = t;
    const html = renderTransfert({
      cadre,
      id: t.id,
      etat: t.etat,
      de: { id: t.deId, nom: de === null ? 'un référent parti' : nomDe(de) },
      vers: { id: t.versId, nom: vers === null ? 'un référent parti' : nomDe(vers) },
      jours: passage.genre === 'remplacement' ? { du: passage.du, au: passage.au } : null,
      cle: randomUUID(),
      lignes: t.lignes.map((l) => ({ ...l, personne: noms.get(l.parcoursId) ?? 'Parcours' })),
    });
    res.type('html').send(html);
  };
}

/** What the page reads while the parcours pass one by one. */
export function createSuiviTransfert({ base }: Dependances): RequestHandler {
  return async (req, res) => {
    const t = await findTransfert(base, idOf(req));
    if (t === null) throw introuvable();
    res.set('Cache-Control', 'no-store').json({ finie: t.etat !== 'en_cours', ...avanceOf(t.lignes) });
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function readNouveau(req: Request, deId: string, d: Dependances): Promise<PageNouveauTransfert> {
  const [{ cadre }, de] = await Promise.all([
    readAutour(req, d),
    UUID.test(deId) ? findReferent(d.base, deId) : null,
  ]);
  if (de === null) throw introuvable();
  const equipe = await listReferents(d.base, { structureId: de.structureId, apres: null, limite: 200 });
  return {
    cadre,
    de: { id: de.id, nom: nomDe(de) },
    autres: equipe.filter((r) => r.id !== de.id).map((r) => ({ valeur: r.id, libelle: nomDe(r) })),
    aujourdhui: jourAt(cadre.maintenant, cadre.zone),
    cles: { definitif: randomUUID(), remplacement: randomUUID() },
    refuse: null,
  };
}
