import { z } from 'zod';
import { choix, identifiant } from '../contrat/champs';
import { exportPdf, exportPersonne, listes, tableau } from '../contrat/exports';
import { renderPdf } from '../exports/pdf';
import { readExport } from '../exports/personne';
import { blocsOf } from '../exports/personne-dite';
import { readTableau } from '../exports/tableaux';
import { problemeOfPrise } from '../prise';
import { defineRoute, rends, V1, type Route } from '../route';

const params = z.strictObject({ id: identifiant('Identifiant de la personne.') });
const groupe = 'Exports';
const portee = 'export';
const joint = (nom: string) => ({ 'Content-Disposition': `attachment; filename="${nom}"` });

export const routesExports: readonly Route[] = [
  defineRoute({
    methode: 'get',
    chemin: `${V1}/beneficiaires/{id}/export`,
    groupe,
    portee,
    resume: 'Exporter tout ce qui est enregistré sur une personne',
    description: 'Pour répondre à une demande d’accès ou de portabilité (RGPD, articles 15 et 20).',
    params,
    reponses: { 200: { description: 'Ses données.', schema: exportPersonne } },
    async repond({ params: { id } }, { base }) {
      const lu = await readExport(base, id);
      return lu === null ? problemeOfPrise.inconnue : rends(200, lu, joint(`personne-${id}.json`));
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/beneficiaires/{id}/export.pdf`,
    groupe,
    portee,
    resume: 'Exporter tout ce qui est enregistré sur une personne, à lire',
    params,
    reponses: { 200: { description: 'Ses données.', schema: exportPdf, type: 'application/pdf' } },
    async repond({ params: { id } }, { base }) {
      const lu = await readExport(base, id);
      if (lu === null) return problemeOfPrise.inconnue;
      const { prenom, nom } = lu.personne;
      const pdf = await renderPdf(blocsOf(lu), `Données de ${prenom} ${nom}`, new Date(lu.editeA));
      return rends(200, pdf, joint(`personne-${id}.pdf`));
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/exports/{liste}.csv`,
    groupe,
    portee,
    operation: 'exportListe',
    resume: 'Exporter une liste pour un tableur',
    params: z.strictObject({ liste: choix(listes, 'La liste.') }),
    recherche: z.strictObject({
      structureId: identifiant('Ce qui relève de cette structure ; sans effet sur les personnes.').optional(),
    }),
    reponses: { 200: { description: 'Le tableau.', schema: tableau, type: 'text/csv' } },
    async repond({ params: { liste }, recherche: { structureId = null } }, { base }) {
      return rends(200, await readTableau(base, liste, { structureId }), joint(`${liste}.csv`));
    },
  }),
];
