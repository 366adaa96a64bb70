import type { RequestHandler } from 'express';
import { dossierOf, estDuDossier } from '../../../domain/obligations/dossier';
import { aujourdhui } from '../../../domain/parcours/contexte';
import { jourAt } from '../../../domain/temps/heure-locale';
import { listFaits } from '../../../registre/journal/lecture.prisma';
import { listCourriels } from '../../../registre/listes/courriels.prisma';
import { findDossier } from '../../../registre/listes/dossiers.prisma';
import { listTextes } from '../../../registre/listes/textes.prisma';
import { renderDossier } from '../../../web/dossier';
import type { Dependances } from '../../dependances';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { readAutour } from './cadre';
import { nomDe } from './liste';
import { idOf } from './parcours';

/** R31 — the facts attached to a signalement, to print and to transmit. */
export function createPageDossier(d: Dependances): RequestHandler {
  return async (req, res) => {
    const id = idOf(req);
    const [autour, lu, faits, textes, courriels] = await Promise.all([
      readAutour(req, d),
      findDossier(d.base, id),
      listFaits(d.base, id),
      listTextes(d.base, id),
      listCourriels(d.base, id),
    ]);
    const { parcours: p, regles } = lu ?? {};
    const dossier =
      p === undefined || regles === undefined
        ? null
        : dossierOf(p, faits, Number(req.params['numero']), regles);
    if (lu === null || dossier === null) throw new ProblemeLeve(problemeOf('introuvable'));
    const { zone } = lu.regles;
    const html = renderDossier({
      cadre: autour.cadre,
      parcoursId: id,
      personne: nomDe(lu.personne),
      referent: lu.referent === null ? null : nomDe(lu.referent),
      structure: lu.structure.nom,
      aujourdhui: aujourdhui({ maintenant: lu.maintenant, zone }),
      dossier,
      textes,
      courriels: courriels
        .flatMap(({ cle, modele, destinataire, etat, envoyeA }) =>
          destinataire === 'personne' && etat === 'envoye' && envoyeA !== null
            ? [{ cle, modele, le: jourAt(envoyeA, zone) }]
            : [],
        )
        .filter((courriel) => estDuDossier(dossier, courriel)),
    });
    res.type('html').send(html);
  };
}
