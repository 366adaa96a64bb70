import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  correctBeneficiaire,
  createBeneficiaire,
  findBeneficiaire,
  listBeneficiaires,
} from '../../registre/annuaire/beneficiaires.prisma';
import { beneficiaire, correctionBeneficiaire, nouveauBeneficiaire } from '../contrat/beneficiaires';
import { given, identifiant, ligne, ouiNon } from '../contrat/champs';
import { page, pageDe, pageOf } from '../contrat/pages';
import { writeOnce } from '../ecriture';
import { newId } from '../../registre/identifiants';
import { problemeOfPrise } from '../prise';
import { problemeOf, problemeOfRefus } from '../probleme';
import { defineRoute, rends, V1, type Route } from '../route';

const params = z.strictObject({ id: identifiant('Identifiant de la personne.') });

export const routesBeneficiaires: readonly Route[] = [
  defineRoute({
    methode: 'post',
    chemin: `${V1}/beneficiaires`,
    groupe: 'Bénéficiaires',
    resume: 'Inscrire une personne',
    corps: nouveauBeneficiaire,
    refuse: true,
    situe: true,
    etag: 'version',
    reponses: { 201: { description: 'La personne inscrite.', schema: beneficiaire } },
    repond: ({ corps, idempotence }, d) =>
      writeOnce(d.base, idempotence, async (tx) => {
        const fiche = { id: newId(d, `beneficiaire:${corps.idExterne}`), ...corps };
        if (await createBeneficiaire(tx, fiche)) return rends(201, { ...fiche, version: 1, effaceeLe: null });
        // R45 — an id that is derived may be that of an erased person, who came back: she is another one.
        const reste = await findBeneficiaire(tx, fiche.id);
        const autre = { ...fiche, id: randomUUID() };
        if (reste?.effaceeLe != null && (await createBeneficiaire(tx, autre)))
          return rends(201, { ...autre, version: 1, effaceeLe: null });
        return { probleme: problemeOf('id_externe_deja_pris') };
      }),
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/beneficiaires`,
    groupe: 'Bénéficiaires',
    resume: 'Lister les personnes, ou en trouver une par son identifiant externe',
    recherche: z.strictObject({
      idExterne: ligne('Identifiant externe.', 100).optional(),
      suivi: ouiNon('true : ceux qui ont un parcours ouvert ; false : ceux qui n’en ont pas.').optional(),
      ...page,
    }),
    reponses: {
      200: { description: 'Une page de personnes.', schema: pageDe('Beneficiaires', beneficiaire) },
    },
    async repond({ recherche: { idExterne = null, suivi = null, apres = null, limite } }, { base }) {
      const lues = await listBeneficiaires(base, { idExterne, suivi, apres, limite: limite + 1 });
      return rends(200, pageOf(lues, limite));
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/beneficiaires/{id}`,
    groupe: 'Bénéficiaires',
    resume: 'Lire la fiche d’une personne',
    params,
    etag: 'version',
    reponses: { 200: { description: 'La personne.', schema: beneficiaire } },
    async repond({ params: { id } }, { base }) {
      const lue = await findBeneficiaire(base, id);
      return lue === null ? problemeOfPrise.inconnue : rends(200, lue);
    },
  }),
  defineRoute({
    methode: 'patch',
    chemin: `${V1}/beneficiaires/{id}`,
    groupe: 'Bénéficiaires',
    resume: 'Corriger la fiche d’une personne',
    description: 'Seuls les champs donnés changent. Les courriels à venir partent à la nouvelle adresse.',
    params,
    corps: correctionBeneficiaire,
    etag: 'version',
    siVersion: 'exigee',
    refuse: true,
    reponses: { 200: { description: 'La personne, corrigée.', schema: beneficiaire } },
    repond: ({ params: { id }, corps, versions, idempotence }, { base }) =>
      writeOnce(base, idempotence, async (tx) => {
        const corrigee = await correctBeneficiaire(tx, id, given(corps), versions);
        if (typeof corrigee === 'string') return problemeOfPrise[corrigee];
        return 'code' in corrigee ? { probleme: problemeOfRefus(corrigee) } : rends(200, corrigee);
      }),
  }),
];
