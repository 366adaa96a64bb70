import { z } from 'zod';
import { findDocument, revokeLiens } from '../../registre/reponses/liens.prisma';
import { findBeneficiaire } from '../../registre/listes/references.prisma';
import { identifiant } from '../contrat/champs';
import { documentJoint, liensCoupes } from '../contrat/reponses';
import { enTetesOf } from '../documents';
import { problemeOfPrise } from '../prise';
import { defineRoute, rends, V1, type Route } from '../route';

const id = identifiant('Identifiant du parcours.');

/** R42 — what the person joined, and the way to cut the links of her mails. */
export const routesReponses: readonly Route[] = [
  defineRoute({
    methode: 'get',
    chemin: `${V1}/parcours/{id}/documents/{documentId}`,
    groupe: 'Parcours',
    resume: 'Télécharger un document que la personne a joint à sa réponse',
    description: 'Toujours en pièce jointe, jamais affiché : son contenu vient de l’extérieur.',
    params: z.strictObject({ id, documentId: identifiant('Identifiant du document.') }),
    reponses: {
      200: { description: 'Le document.', schema: documentJoint, type: 'application/octet-stream' },
    },
    async repond({ params }, { base }) {
      const lu = await findDocument(base, params.id, params.documentId);
      return lu === null ? problemeOfPrise.inconnue : rends(200, lu.octets, enTetesOf(lu));
    },
  }),
  defineRoute({
    methode: 'post',
    chemin: `${V1}/parcours/{id}/liens/revocation`,
    groupe: 'Parcours',
    operation: 'revokeLiens',
    resume: 'Couper les liens de réponse des courriels d’un parcours',
    description:
      'Ceux déjà envoyés n’ouvrent plus rien ; les prochains courriels en porteront de nouveaux (R42).',
    params: z.strictObject({ id }),
    sansCle: true,
    reponses: { 200: { description: 'Combien ont été coupés.', schema: liensCoupes } },
    async repond({ params }, { base }) {
      const connu = await findBeneficiaire(base, params.id);
      return connu === null
        ? problemeOfPrise.inconnue
        : rends(200, { coupes: await revokeLiens(base, params.id) });
    },
  }),
];
