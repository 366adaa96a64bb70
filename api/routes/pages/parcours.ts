import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { codesGeste, type CodeGeste } from '../../../domain/parcours/gestes';
import { vueParcours } from '../../../domain/parcours/vue';
import { listReferents } from '../../../registre/annuaire/referents.prisma';
import { listStructures } from '../../../registre/annuaire/structures.prisma';
import { listCourriels } from '../../../registre/listes/courriels.prisma';
import { findDossier } from '../../../registre/listes/dossiers.prisma';
import { listTextes } from '../../../registre/listes/textes.prisma';
import { listFaits } from '../../../registre/journal/lecture.prisma';
import { cibleParcours } from '../../../workflows/messages';
import type { PageParcours } from '../../../web/parcours/page';
import { formulairesOf, renderParcours } from '../../../web/parcours/parcours';
import { champsOf, type Formulaire } from '../../../web/formulaires/formulaire';
import { champsDuRefus } from '../../../web/formulaires/refus';
import { gestes } from '../../contrat/demandes';
import { readWith, type Faute } from '../../contrat/fautes';
import type { Dependances } from '../../dependances';
import { ProblemeLeve, problemeOf, type Probleme } from '../../probleme';
import { V1, type Route } from '../../route';
import { prochaineOf, readAutour } from './cadre';
import { askRoute, cleOf, getRoute } from './demander';
import { nomDe } from './liste';
import { nest, valeursOf, type Valeurs } from './saisie';

export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function idOf(req: Request): string {
  const id = req.params['id'];
  if (typeof id !== 'string' || !UUID.test(id)) throw new ProblemeLeve(problemeOf('introuvable'));
  return id;
}

export function createPageParcours(d: Dependances): RequestHandler {
  return async (req, res) => {
    const fait =
      [...codesGeste, 'openParcours' as const, 'preference' as const].find((c) => c === req.query['fait']) ??
      null;
    res.type('html').send(renderParcours({ ...(await readPage(req, d)), fait }));
  };
}

/** The gesture is asked by its route of the API; refused, the form comes back as it was typed. */
export function createGeste(routes: readonly Route[], d: Dependances): RequestHandler {
  return async (req, res) => {
    const geste = codesGeste.find((c) => c === req.params['geste']);
    if (geste === undefined) throw new ProblemeLeve(problemeOf('introuvable'));
    const parcoursId = idOf(req);
    const valeurs = valeursOf(req.body);
    const { cible, ...corps } = nest(valeurs);
    const params = { id: parcoursId, ...(typeof cible === 'object' ? cible : {}) };
    const route = getRoute(routes, `${V1}/parcours/{id}${gestes[geste].chemin}`);
    const rendue = await askRoute(route, { params, corps, cle: cleOf(valeurs) }, d);
    if (rendue.ok) res.redirect(303, `/parcours/${parcoursId}?fait=${geste}`);
    else await sendRefusee(req, res, { geste, valeurs, probleme: rendue.probleme }, d);
  };
}

type Refusee = { readonly geste: CodeGeste; readonly valeurs: Valeurs; readonly probleme: Probleme };

async function sendRefusee(req: Request, res: Response, refusee: Refusee, d: Dependances): Promise<void> {
  const { geste, valeurs, probleme } = refusee;
  const page = await readPage(req, d);
  const formulaire = formulairesOf(page).find((f) => f.geste === geste);
  // The target of a form is a choice that it offers: left empty, its path leads nowhere.
  const sansCible = probleme.code === 'introuvable' && formulaire !== undefined;
  const fautes = sansCible ? fautesSansCible(geste, valeurs, formulaire) : (probleme.erreurs ?? []);
  const champs = formulaire === undefined ? [] : champsDuRefus(probleme.code, formulaire);
  const refus = fautes.length > 0 ? null : { phrase: probleme.detail, champs };
  const statut = sansCible ? 400 : probleme.status;
  res
    .status(statut)
    .type('html')
    .send(renderParcours({ ...page, refusee: { geste, saisie: { valeurs, fautes, refus } } }));
}

function fautesSansCible(geste: CodeGeste, valeurs: Valeurs, formulaire: Formulaire): readonly Faute[] {
  const corps = Object.fromEntries(Object.entries(nest(valeurs)).filter(([nom]) => nom !== 'cible'));
  const lecture = readWith(gestes[geste].corps, corps);
  const cibles = champsOf(formulaire).filter((c) => c.nom.startsWith('cible.'));
  return [
    ...cibles.map((c) => ({ champ: c.nom, message: 'choisissez dans la liste.' })),
    ...(lecture.ok ? [] : lecture.fautes),
  ];
}

async function readPage(req: Request, d: Dependances): Promise<PageParcours> {
  const id = idOf(req);
  const [autour, dossier, courriels, journal, textes] = await Promise.all([
    readAutour(req, d),
    findDossier(d.base, id),
    listCourriels(d.base, id),
    listFaits(d.base, id),
    listTextes(d.base, id),
  ]);
  if (dossier === null) throw new ProblemeLeve(problemeOf('introuvable'));
  const { parcours, regles, maintenant, personne, referent, structure } = dossier;
  const vue = vueParcours(parcours, journal, regles, maintenant);
  const [referents, structures] = await Promise.all([
    listReferents(d.base, { structureId: structure.id, apres: null, limite: 200 }),
    listStructures(d.base, { apres: null, limite: 200 }),
  ]);
  const [propre = null] = vue.prochaines;
  const temporal = d.liens?.temporal ?? null;
  return {
    cadre: autour.cadre,
    horloge: {
      ...autour.horloge,
      retour: `/parcours/${id}`,
      prochaine: prochaineOf(autour.prochainA, [propre]),
      propre,
    },
    vue,
    zone: regles.zone,
    personne: { nom: nomDe(personne), joignable: personne.joignable, preference: personne.preference },
    referent: referent === null ? null : { id: referent.id, nom: nomDe(referent) },
    remplacements: parcours.remplacements
      .filter(({ au }) => au >= vue.aujourdhui)
      .map(({ referentId, du, au }) => ({ nom: nomOf(referents, referentId), du, au })),
    structure,
    referents: referents.map((r) => ({ id: r.id, nom: nomDe(r) })),
    structures: structures.map(({ id: structureId, nom }) => ({ id: structureId, nom })),
    textes,
    courriels: courriels.map((c) => ({ ...c, lettre: lettreOf(id, c) })),
    lienTemporal:
      temporal === null
        ? null
        : `${temporal.url}/namespaces/${temporal.namespace}/workflows/${cibleParcours(id)}`,
    cles: Object.fromEntries(codesGeste.map((c) => [c, randomUUID()])) as Record<CodeGeste, string>,
    vise: viseOf(req),
    refusee: null,
    fait: null,
  };
}

function viseOf({ query }: Request): PageParcours['vise'] {
  const geste = codesGeste.find((c) => c === query['geste']);
  const sujet = typeof query['sujet'] === 'string' ? query['sujet'] : null;
  return geste === undefined ? null : { geste, sujet };
}

/** R18 — what the relay refused is printed instead. */
function lettreOf(
  id: string,
  { cle, destinataire, etat }: { cle: string; destinataire: string; etat: string },
): string | null {
  return destinataire === 'personne' && etat === 'refuse'
    ? `/parcours/${id}/lettres/${encodeURIComponent(cle)}`
    : null;
}

function nomOf(referents: Awaited<ReturnType<typeof listReferents>>, id: string): string {
  const referent = referents.find((r) => r.id === id);
  return referent === undefined ? 'un autre référent' : nomDe(referent);
}
