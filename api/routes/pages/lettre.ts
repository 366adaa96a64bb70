import type { RequestHandler } from 'express';
import type { DonneesCourriel, DonneesLettre } from '../../../domain/courriels/donnees';
import { estEffacee } from '../../../domain/conservation/effacement';
import { renderLettre } from '../../../domain/courriels/lettre';
import { findLettreVoulue } from '../../../domain/parcours/lettres';
import { estDecedee } from '../../../domain/parcours/suivi-sortie';
import { readDonnees } from '../../../registre/courriels/donnees.prisma';
import { findCourrielVoulu } from '../../../registre/listes/courriels.prisma';
import { findDossier } from '../../../registre/listes/dossiers.prisma';
import type { Dependances } from '../../dependances';
import { ProblemeLeve, problemeOf } from '../../probleme';
import { politiqueDeLaPage } from '../../securite';
import { idOf } from './parcours';

/** R18 — the letter to print: what the relay refused, or what never was a mail for want of an address. */
export function createPageLettre({ base, apiUrl, information }: Dependances): RequestHandler {
  return async (req, res) => {
    const id = idOf(req);
    const cle = String(req.params['cle']);
    const dossier = await findDossier(base, id);
    const p = dossier?.parcours ?? null;
    const voulu = (await findCourrielVoulu(base, id, cle)) ?? findLettreVoulue(p, cle);
    // R33, R45 — after a death, or once she is erased, nothing is written to the person, on paper either.
    const tu = p !== null && (estDecedee(p) || estEffacee(p));
    if (voulu?.destinataire !== 'personne' || tu) throw new ProblemeLeve(problemeOf('introuvable'));
    const donnees = await readDonnees(base, id, voulu, { apiUrl, information, canal: 'lettre' });
    if (!isLettre(donnees)) throw new ProblemeLeve(problemeOf('introuvable'));
    const html = renderLettre(donnees);
    res.set('Content-Security-Policy', politiqueDeLaPage(html)).type('html').send(html);
  };
}

function isLettre(donnees: DonneesCourriel): donnees is DonneesLettre {
  return 'personne' in donnees && 'adresse' in donnees.personne;
}
