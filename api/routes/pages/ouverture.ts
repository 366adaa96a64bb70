import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { enVigueur } from '../../../domain/dispositifs/en-vigueur';
import { ditJour } from '../../../domain/parcours/dire';
import { jourAt } from '../../../domain/temps/heure-locale';
import { listReferents } from '../../../registre/annuaire/referents.prisma';
import { listStructures } from '../../../registre/annuaire/structures.prisma';
import {
  findPersonneParIdExterne,
  admitPersonnesSansParcours,
} from '../../../registre/listes/personnes.prisma';
import { champsDuRefus } from '../../../web/formulaires/refus';
import { champsOuverture, renderOuverture, type PageOuverture } from '../../../web/ouverture';
import type { Dependances } from '../../dependances';
import type { Probleme } from '../../probleme';
import { V1, type Route } from '../../route';
import { readAutour } from './cadre';
import { askRoute, cleOf, getRoute, type Rendue } from './demander';
import { nomDe } from './liste';
import { nest, valeursOf, type Valeurs } from './saisie';

export function createPageOuverture(d: Dependances): RequestHandler {
  return async (req, res) => {
    res.type('html').send(renderOuverture(await readPage(req, d)));
  };
}

/** A known person is chosen; a new one is written first, and stays chosen if the opening is refused. */
export function createOuverture(routes: readonly Route[], d: Dependances): RequestHandler {
  return async (req, res) => {
    const valeurs = valeursOf(req.body);
    const cle = cleOf(valeurs) ?? randomUUID();
    const personne = await personneOf(valeurs, cle, routes, d);
    if (!personne.ok) {
      const erreurs = personne.probleme.erreurs?.map((e) => ({ ...e, champ: `personne.${e.champ}` }));
      return sendRefusee(valeurs, { ...personne.probleme, ...(erreurs && { erreurs }) });
    }
    const route = getRoute(routes, `${V1}/parcours`);
    const rendue = await askRoute(route, { params: {}, corps: corpsOf(valeurs, personne.id), cle }, d);
    if (!rendue.ok)
      return sendRefusee({ ...sansPersonne(valeurs), beneficiaireId: personne.id }, rendue.probleme);
    res.redirect(303, `/parcours/${idRendu(rendue.corps)}?fait=openParcours`);
    return;

    async function sendRefusee(tapees: Valeurs, probleme: Probleme): Promise<void> {
      const page = await readPage(req, d);
      const champs = champsDuRefus(probleme.code, { champs: champsOuverture(page) });
      const fautes = probleme.erreurs ?? [];
      const refus = fautes.length > 0 ? null : { phrase: probleme.detail, champs };
      const html = renderOuverture({ ...page, saisie: { valeurs: tapees, fautes, refus } });
      res.status(probleme.status).type('html').send(html);
    }
  };
}

type Personne =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly probleme: Probleme };

async function personneOf(
  valeurs: Valeurs,
  cle: string,
  routes: readonly Route[],
  d: Dependances,
): Promise<Personne> {
  const connue = valeurs['beneficiaireId'] ?? '';
  if (connue !== '') return { ok: true, id: connue };
  const { personne } = nest(valeurs);
  const idExterne = `page-${cle}`;
  const corps = { idExterne, ...(typeof personne === 'object' && personne) };
  const rendue: Rendue = await askRoute(
    getRoute(routes, `${V1}/beneficiaires`),
    { params: {}, corps, cle: null },
    d,
  );
  if (rendue.ok) return { ok: true, id: idRendu(rendue.corps) };
  // The form was sent twice: its person is the one of the first time.
  const deja =
    rendue.probleme.code === 'id_externe_deja_pris'
      ? await findPersonneParIdExterne(d.base, idExterne)
      : null;
  return deja === null ? rendue : { ok: true, id: deja };
}

function corpsOf(valeurs: Valeurs, beneficiaireId: string) {
  const { structureId, referentId, orientationNotifieeLe, publics } = nest(valeurs);
  const [code, edition] = (valeurs['dispositif'] ?? '').split('/');
  const soumis = valeurs['soumisAuxObligations'];
  return {
    beneficiaireId,
    structureId,
    referentId: referentId ?? null,
    orientationNotifieeLe,
    ...(publics !== undefined && { publics }),
    ...(code !== '' && { dispositif: { code, edition: edition ?? '' } }),
    ...(soumis !== undefined && { soumisAuxObligations: soumis === 'oui' }),
  };
}

function sansPersonne(valeurs: Valeurs): Valeurs {
  return Object.fromEntries(Object.entries(valeurs).filter(([nom]) => !nom.startsWith('personne.')));
}

function idRendu(corps: unknown): string {
  const id: unknown = typeof corps === 'object' && corps !== null ? Reflect.get(corps, 'id') : null;
  if (typeof id !== 'string') throw new Error('Une création n’a pas rendu son identifiant.');
  return id;
}

async function readPage(req: Request, d: Dependances): Promise<PageOuverture> {
  const [{ cadre }, structures, referents, personnes] = await Promise.all([
    readAutour(req, d),
    listStructures(d.base, { apres: null, limite: 100 }),
    listReferents(d.base, { structureId: null, apres: null, limite: 200 }),
    admitPersonnesSansParcours(d.base),
  ]);
  const aujourdhui = jourAt(cadre.maintenant, cadre.zone);
  const nomStructure = (id: string) => structures.find((s) => s.id === id)?.nom ?? '';
  return {
    cadre,
    aujourdhui,
    dispositifs: enVigueur.map(({ code, edition, libelle, fenetre }) => ({
      valeur: `${code}/${edition}`,
      libelle: `${libelle} (ouvertures du ${ditJour(fenetre.du)} au ${ditJour(fenetre.au)})`,
    })),
    publics: enVigueur.flatMap(({ libelle, publics }) =>
      publics === null ? [] : [{ dispositif: libelle, prioritaires: publics.prioritaires }],
    ),
    structures: structures.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
    referents: referents.map((r) => ({
      valeur: r.id,
      libelle: `${nomDe(r)}, ${nomStructure(r.structureId)}`,
    })),
    personnes: personnes.map((p) => ({ valeur: p.id, libelle: nomDe(p) })),
    cle: randomUUID(),
    saisie: null,
  };
}
