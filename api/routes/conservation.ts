import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { jourAt } from '../../domain/temps/heure-locale';
import { createPurge } from '../../registre/conservation/apercu.prisma';
import { countPersonne } from '../../registre/conservation/comptes.prisma';
import { erasePersonne, type Effacement } from '../../registre/conservation/effacement.prisma';
import { confirmPurge, findPurge, listPersonnes } from '../../registre/conservation/suivi.prisma';
import { instantOfColonne } from '../../registre/dates';
import { inSalve } from '../../registre/salve';
import { ciblePurge } from '../../workflows/messages';
import { identifiant } from '../contrat/champs';
import { effacement, personnePurgee, purge } from '../contrat/conservation';
import { page, pageDe, pageOf } from '../contrat/pages';
import { explainVerrou, writeOnce } from '../ecriture';
import { problemeOf, problemeOfRefus } from '../probleme';
import { defineRoute, rends, V1, type Route } from '../route';

const introuvable = { probleme: problemeOf('introuvable') };
const portee = 'administration';
const laPersonne = z.strictObject({ id: identifiant('Identifiant de la personne.') });
const laPurge = z.strictObject({ id: identifiant('Identifiant de la purge.') });
/** Everybody who is not accompanied any more is asked of the law. */
const LECTURE_MS = 600_000;

/** R45 — one person, at her request. */
export const routesEffacement: readonly Route[] = [
  defineRoute({
    ...{ methode: 'get', chemin: `${V1}/beneficiaires/{id}/effacement`, groupe: 'Bénéficiaires', portee },
    operation: 'countPersonne',
    resume: 'Lire ce que l’effacement d’une personne emporterait',
    params: laPersonne,
    reponses: { 200: { description: 'Ce qui serait effacé ; rien ne l’est.', schema: effacement } },
    async repond({ params: { id } }, { base }) {
      const lue = await countPersonne(base, id);
      if (lue === null) return introuvable;
      const { efface_a: a, suivie, ...comptes } = lue;
      const effaceeLe = a === null ? null : jourAt(instantOfColonne(a), 'metropole');
      return rends(200, { beneficiaireId: id, effaceeLe, suivie, comptes });
    },
  }),
  defineRoute({
    ...{ methode: 'post', chemin: `${V1}/beneficiaires/{id}/effacement`, groupe: 'Bénéficiaires', portee },
    operation: 'erasePersonne',
    resume: 'Effacer une personne, à sa demande',
    description:
      'Sans retour. Partent son identité, ses textes, le texte de ses courriels, ses documents et ses liens ; restent les codes et les jours du journal (R45).',
    params: laPersonne,
    refuse: true,
    sansCle: true,
    reponses: { 200: { description: 'Ce qui a été effacé.', schema: effacement } },
    repond: ({ params: { id: beneficiaireId }, jeton }, { base }) =>
      explainVerrou(async () => {
        const par = `agent:${jeton.agent}` as const;
        const demande = { beneficiaireId, raison: 'demande', par, mois: null } as const;
        const issue = await inSalve(base, (tx) => erasePersonne(tx, demande));
        if (!('fait' in issue)) return { probleme: problemeOfEffacement(issue) };
        const { fait: comptes, le: effaceeLe } = issue;
        return rends(200, { beneficiaireId, effaceeLe, suivie: false, comptes });
      }),
  }),
];

function problemeOfEffacement(issue: Exclude<Effacement, { readonly fait: unknown }>) {
  if ('refus' in issue) return problemeOfRefus(issue.refus);
  return problemeOf('envoiEnCours' in issue ? 'envoi_en_cours' : 'introuvable');
}

/** R44 — those whose data has been kept long enough. */
export const routesPurges: readonly Route[] = [
  defineRoute({
    ...{ methode: 'post', chemin: `${V1}/purges`, groupe: 'Purges', portee, operation: 'createPurge' },
    resume: 'Compter les personnes dont la durée de conservation est passée',
    description: 'Rend un aperçu : rien n’est effacé avant sa confirmation (R44).',
    delaiMs: LECTURE_MS,
    sansCle: true,
    situe: true,
    reponses: { 201: { description: 'L’aperçu de la purge.', schema: purge } },
    async repond({ jeton }, d) {
      const id = randomUUID();
      const { conservationMois: mois } = d.information;
      await createPurge(d.base, { id, mois, par: `agent:${jeton.agent}` });
      const lue = await findPurge(d.base, id);
      return lue === null ? introuvable : rends(201, lue);
    },
  }),
  defineRoute({
    ...{ methode: 'get', chemin: `${V1}/purges/{id}`, groupe: 'Purges', portee },
    resume: 'Suivre une purge : son aperçu, son avancement, son compte rendu',
    params: laPurge,
    reponses: { 200: { description: 'La purge.', schema: purge } },
    async repond({ params: { id } }, { base }) {
      const lue = await findPurge(base, id);
      return lue === null ? introuvable : rends(200, lue);
    },
  }),
  defineRoute({
    ...{ methode: 'get', chemin: `${V1}/purges/{id}/personnes`, groupe: 'Purges', portee },
    resume: 'Lire ce que devient chaque personne d’une purge, par son identifiant',
    params: laPurge,
    recherche: z.strictObject(page),
    reponses: {
      200: {
        description: 'Une page de personnes, par identifiant.',
        schema: pageDe('PersonnesPurgees', personnePurgee),
      },
    },
    async repond({ params: { id }, recherche: { apres = null, limite } }, { base }) {
      if ((await findPurge(base, id)) === null) return introuvable;
      return rends(200, pageOf(await listPersonnes(base, id, { apres, limite: limite + 1 }), limite));
    },
  }),
  defineRoute({
    ...{ methode: 'post', chemin: `${V1}/purges/{id}/confirmation`, groupe: 'Purges', portee },
    operation: 'confirmPurge',
    resume: 'Confirmer une purge : ses personnes sont effacées une à une',
    description:
      'Sans retour. Chacune est jugée de nouveau au moment d’être effacée : qui est revenu depuis l’aperçu est écarté.',
    params: laPurge,
    refuse: true,
    reponses: { 202: { description: 'La purge est en cours.', schema: purge } },
    async repond({ params: { id }, jeton, idempotence }, d) {
      const reveils: bigint[] = [];
      const issue = await writeOnce(d.base, idempotence, async (tx) => {
        if ((await findPurge(tx, id)) === null) return introuvable;
        const numero = await confirmPurge(tx, id, `agent:${jeton.agent}`);
        const lue = numero === null ? null : await findPurge(tx, id);
        if (numero === null || lue === null) return { probleme: problemeOf('purge_deja_confirmee') };
        reveils.push(numero);
        return rends(202, lue);
      });
      for (const numero of reveils) d.reveil.wake({ cible: ciblePurge(id), numero, raison: 'confirme' });
      return issue;
    },
  }),
];
