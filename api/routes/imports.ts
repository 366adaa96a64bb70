import { z } from 'zod';
import { readApercu } from '../../imports/apercu';
import { FichierIllisible } from '../../imports/illisible';
import { renderRejets } from '../../imports/rejets';
import { PAR_JOUR, type ImportSuivi } from '../../registre/imports/imports';
import { confirmImport, findImport, listLignes } from '../../registre/imports/suivi.prisma';
import { cibleImport } from '../../workflows/messages';
import { choix, dit, given, identifiant } from '../contrat/champs';
import {
  importation,
  ligneImportee,
  listeEnvoyee,
  parJour,
  rejetsCsv,
  silencieux,
  silencieuxEnvoye,
  verdicts,
} from '../contrat/imports';
import { pageParRang, suivantParRang } from '../contrat/pages';
import { writeOnce } from '../ecriture';
import { problemeOf } from '../probleme';
import { defineRoute, rends, V1, type Route } from '../route';

const params = z.strictObject({ id: identifiant('Identifiant de l’import.') });
const introuvable = { probleme: problemeOf('introuvable') };
const groupe = 'Imports';
const portee = 'administration';
/** Each row is asked of the law: a long list takes minutes. */
const LECTURE_MS = 600_000;

export const routesImports: readonly Route[] = [
  defineRoute({
    ...{ methode: 'post', chemin: `${V1}/imports`, groupe, portee, operation: 'createImport' },
    resume: 'Envoyer une liste de personnes et de leurs parcours',
    description:
      'Rend un aperçu : rien n’est inscrit avant sa confirmation. 20 Mo au plus ; au-delà, npm run jalons -- import. Les lignes sont effacées trente jours après la fin.',
    recherche: z.strictObject({
      parJour: parJour.default(PAR_JOUR),
      silencieux: silencieuxEnvoye.optional(),
    }),
    corps: listeEnvoyee,
    typeDuCorps: 'text/csv',
    delaiMs: LECTURE_MS,
    sansCle: true,
    situe: true,
    reponses: { 201: { description: 'L’aperçu de l’import.', schema: importation } },
    async repond({ corps, recherche, jeton }, { base, mode }) {
      try {
        const par = `agent:${jeton.agent}` as const;
        const { id, ignorees } = await readApercu(base, corps, {
          ...{ mode, par, parJour: recherche.parJour, silencieux: recherche.silencieux === true },
        });
        const lu = await findImport(base, id);
        return lu === null ? introuvable : rends(201, { ...vueOf(lu), colonnesIgnorees: ignorees });
      } catch (erreur) {
        if (!(erreur instanceof FichierIllisible)) throw erreur;
        const erreurs = [{ champ: '', message: erreur.message }];
        return { probleme: problemeOf('saisie_invalide', { erreurs }) };
      }
    },
  }),
  defineRoute({
    ...{ methode: 'get', chemin: `${V1}/imports/{id}`, groupe, portee },
    resume: 'Suivre un import : son aperçu, puis son avancement',
    params,
    reponses: { 200: { description: 'L’import.', schema: importation } },
    async repond({ params: { id } }, { base }) {
      const lu = await findImport(base, id);
      return lu === null ? introuvable : rends(200, vueOf(lu));
    },
  }),
  defineRoute({
    ...{ methode: 'get', chemin: `${V1}/imports/{id}/lignes`, groupe, portee },
    resume: 'Lire ce que devient chaque ligne, et pourquoi elle est rejetée',
    params,
    recherche: z.strictObject({
      verdict: choix(verdicts, 'Seulement celles-là.').optional(),
      ...pageParRang,
    }),
    reponses: {
      200: {
        description: 'Une page de lignes, dans l’ordre du fichier.',
        schema: z
          .strictObject({ elements: dit.liste(ligneImportee), suivant: suivantParRang })
          .meta({ id: 'LignesImportees' }),
      },
    },
    async repond({ params: { id }, recherche: { verdict = null, apres = 0, limite } }, { base }) {
      if ((await findImport(base, id)) === null) return introuvable;
      const lues = await listLignes(base, id, { verdict, apres, limite: limite + 1 });
      const elements = lues.slice(0, limite).map(({ numero, idExterne, verdict: v, raisons }) => ({
        ...{ numero, idExterne, raisons },
        verdict: v,
      }));
      const suivant = lues.length > limite ? (elements.at(-1)?.numero ?? null) : null;
      return rends(200, { elements, suivant });
    },
  }),
  defineRoute({
    ...{ methode: 'get', chemin: `${V1}/imports/{id}/rejets.csv`, groupe, portee },
    resume: 'Télécharger les lignes rejetées, à corriger et à renvoyer',
    params,
    reponses: { 200: { description: 'Le fichier.', schema: rejetsCsv, type: 'text/csv' } },
    async repond({ params: { id } }, { base }) {
      const lu = await findImport(base, id);
      const nom = { 'Content-Disposition': `attachment; filename="rejets-${id}.csv"` };
      return lu === null ? introuvable : rends(200, renderRejets(base, lu), nom);
    },
  }),
  defineRoute({
    ...{ methode: 'post', chemin: `${V1}/imports/{id}/confirmation`, groupe, portee },
    operation: 'confirmImport',
    resume: 'Confirmer un import : tout le monde est inscrit, chaque parcours s’ouvre à son heure',
    params,
    corps: z
      .strictObject({ parJour: parJour.optional(), silencieux: silencieux.optional() })
      .meta({ id: 'ConfirmationImport' }),
    refuse: true,
    reponses: { 202: { description: 'L’import est en cours.', schema: importation } },
    async repond({ params: { id }, corps, idempotence }, d) {
      const reveils: bigint[] = [];
      const issue = await writeOnce(d.base, idempotence, async (tx) => {
        if ((await findImport(tx, id)) === null) return introuvable;
        const numero = await confirmImport(tx, id, given(corps));
        const lu = numero === null ? null : await findImport(tx, id);
        if (numero === null || lu === null) return { probleme: problemeOf('import_deja_confirme') };
        reveils.push(numero);
        return rends(202, vueOf(lu));
      });
      for (const numero of reveils) d.reveil.wake({ cible: cibleImport(id), numero, raison: 'confirme' });
      return issue;
    },
  }),
];

function vueOf(lu: ImportSuivi) {
  return { ...lu, colonnesIgnorees: [] as readonly string[] };
}
