import type { RequestHandler } from 'express';
import { findDossier } from '../../../registre/listes/dossiers.prisma';
import type { Dependances } from '../../dependances';
import { renderPdf } from '../../exports/pdf';
import { readExport } from '../../exports/personne';
import { blocsOf } from '../../exports/personne-dite';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { idOf } from './parcours';

/** GDPR, art. 15 and 20 — the same export as by the API, from the page of a parcours. */
export function createDonnees({ base }: Dependances, forme: 'pdf' | 'json'): RequestHandler {
  return async (req, res) => {
    const dossier = await findDossier(base, idOf(req));
    const lu = dossier === null ? null : await readExport(base, dossier.parcours.beneficiaireId);
    if (lu === null) throw new ProblemeLeve(problemeOf('introuvable'));
    res.set({
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="personne-${lu.personne.id}.${forme}"`,
    });
    if (forme === 'json') res.json(lu);
    else {
      const { prenom, nom } = lu.personne;
      res
        .type('application/pdf')
        .send(await renderPdf(blocsOf(lu), `Données de ${prenom} ${nom}`, new Date(lu.editeA)));
    }
  };
}
