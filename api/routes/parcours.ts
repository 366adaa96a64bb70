import { z } from 'zod';
import { echeancier } from '../../domain/parcours/echeancier';
import { vueEcheance } from '../../domain/parcours/prochaines';
import { listFaits } from '../../registre/journal/lecture.prisma';
import { findDossier, listDossiers } from '../../registre/listes/dossiers.prisma';
import { listTextes } from '../../registre/listes/textes.prisma';
import { choix, codesDispositif, given, identifiant, instant, ouiNon } from '../contrat/champs';
import { page, pageDe, pageOf, pageParRang } from '../contrat/pages';
import { etapes } from '../contrat/accuse';
import { journal } from '../contrat/journal';
import { echeancierComplet, parcours, resumeParcours } from '../contrat/parcours';
import { problemeOf } from '../probleme';
import { defineRoute, rends, V1, type Route } from '../route';
import { faitOf, resumeOf, vueOf } from '../vues';

const params = z.strictObject({ id: identifiant('Identifiant du parcours.') });
const introuvable = { probleme: problemeOf('introuvable') };

export const routesParcours: readonly Route[] = [
  defineRoute({
    methode: 'get',
    chemin: `${V1}/parcours`,
    groupe: 'Parcours',
    resume: 'Lister les parcours',
    recherche: z.strictObject({
      referentId: identifiant('Ceux de ce référent.').optional(),
      structureId: identifiant('Ceux de cette structure.').optional(),
      beneficiaireId: identifiant('Ceux de cette personne, ouverts ou clos.').optional(),
      dispositif: choix(codesDispositif, 'Ceux de ce dispositif, toutes éditions.').optional(),
      etape: choix(etapes, 'Ceux qui en sont à cette étape.').optional(),
      clos: ouiNon('false : les parcours ouverts ; true : les parcours clos.').optional(),
      sansReferent: ouiNon('true : ceux qui attendent qu’un référent soit désigné.').optional(),
      echeanceAvant: instant('Ceux dont la prochaine échéance tombe avant cet instant.').optional(),
      ...page,
    }),
    reponses: {
      200: { description: 'Une page de parcours.', schema: pageDe('ListeParcours', resumeParcours) },
    },
    async repond({ recherche: { limite, ...filtre } }, { base }) {
      const lus = await listDossiers(base, { ...given(filtre), limite: limite + 1 });
      return rends(200, pageOf(lus.map(resumeOf), limite));
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/parcours/{id}`,
    groupe: 'Parcours',
    resume: 'Lire un parcours : étape, échéances, tâches, gestes permis, journal',
    params,
    etag: 'rang',
    reponses: { 200: { description: 'Le parcours.', schema: parcours } },
    async repond({ params: { id } }, { base }) {
      const [dossier, faits] = await Promise.all([findDossier(base, id), listFaits(base, id)]);
      return dossier === null ? introuvable : rends(200, vueOf(dossier, faits));
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/parcours/{id}/echeancier`,
    groupe: 'Parcours',
    resume: 'Lire tout ce que le temps peut encore apporter à un parcours',
    params,
    reponses: { 200: { description: 'Les échéances, dans l’ordre.', schema: echeancierComplet } },
    async repond({ params: { id } }, { base }) {
      const dossier = await findDossier(base, id);
      if (dossier === null) return introuvable;
      const { maintenant } = dossier;
      const echeances = echeancier(dossier.parcours, dossier.regles).map((e) => vueEcheance(e, maintenant));
      return rends(200, { echeances });
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/parcours/{id}/journal`,
    groupe: 'Parcours',
    resume: 'Lire le journal d’un parcours : chaque fait, son auteur, l’échéance qu’il honore',
    params,
    recherche: z.strictObject({
      type: z
        .string()
        .regex(/^[a-z_]{1,60}$/, 'donnez un type de fait, par exemple rendez_vous_planifie.')
        .optional()
        .meta({ description: 'Les faits de ce type seulement.' }),
      ...pageParRang,
    }),
    etag: 'rang',
    reponses: { 200: { description: 'Une page du journal.', schema: journal } },
    async repond({ params: { id }, recherche: { apres = 0, limite, type } }, { base }) {
      const [dossier, lus, textes] = await Promise.all([
        findDossier(base, id),
        listFaits(base, id, { apres, limite: limite + 1, type }),
        listTextes(base, id),
      ]);
      if (dossier === null) return introuvable;
      const { parcours: p } = dossier;
      const faits = lus.slice(0, limite).map((f) => faitOf(f, p));
      const suivant = lus.length > limite ? (faits.at(-1)?.rang ?? null) : null;
      return rends(200, { rang: p.rang, suivant, faits, textes: citesPar(faits, textes) });
    },
  }),
];

/** The texts that a page of the journal points to. */
function citesPar(faits: readonly object[], textes: Readonly<Record<string, string>>) {
  const page = JSON.stringify(faits);
  return Object.fromEntries(Object.entries(textes).filter(([id]) => page.includes(id)));
}
