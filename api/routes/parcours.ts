import { z } from 'zod';
import { echeancier } from '../../domain/parcours/echeancier';
import { fold } from '../../domain/parcours/evolve';
import { estActeHorsFenetre } from '../../domain/parcours/fenetre';
import type { Parcours } from '../../domain/parcours/parcours';
import { vueEcheance } from '../../domain/parcours/prochaines';
import { resume, vueParcours } from '../../domain/parcours/vue';
import { listFaits } from '../../registre/journal/lecture.prisma';
import { findDossier, listDossiers, type Dossier } from '../../registre/listes/dossiers.prisma';
import { listTextes } from '../../registre/listes/textes.prisma';
import { choix, identifiant } from '../contrat/champs';
import { page, pageDe, pageOf } from '../contrat/pages';
import { etapes } from '../contrat/accuse';
import { journal } from '../contrat/journal';
import { echeancierComplet, parcours, resumeParcours } from '../contrat/parcours';
import { problemeOf } from '../probleme';
import { defineRoute, rends, V1, type Route } from '../route';

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
      etape: choix(etapes, 'Ceux qui en sont à cette étape.').optional(),
      ...page,
    }),
    reponses: {
      200: { description: 'Une page de parcours.', schema: pageDe('ListeParcours', resumeParcours) },
    },
    async repond({ recherche: { referentId, structureId, etape, apres, limite } }, { base }) {
      const filtre = {
        referentId: referentId ?? null,
        structureId: structureId ?? null,
        etape: etape ?? null,
      };
      const lus = await listDossiers(base, { ...filtre, apres: apres ?? null, limite: limite + 1 });
      return rends(200, pageOf(lus.map(resumeOf), limite));
    },
  }),
  defineRoute({
    methode: 'get',
    chemin: `${V1}/parcours/{id}`,
    groupe: 'Parcours',
    resume: 'Lire un parcours : étape, échéances, tâches, gestes permis, journal',
    params,
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
    reponses: { 200: { description: 'Le journal.', schema: journal } },
    async repond({ params: { id } }, { base }) {
      const [faits, textes] = await Promise.all([listFaits(base, id), listTextes(base, id)]);
      // A parcours begins with its first fait: none, no parcours.
      if (faits.length === 0) return introuvable;
      const p = fold(id, faits);
      return rends(200, { faits: faits.map((f) => faitOf(f, p)), textes });
    },
  }),
];

function communOf({ parcours: p, personne }: Dossier) {
  const { id, rang, structureId, sortie } = p;
  return { id, rang, structureId, referentId: p.referent?.id ?? null, personne, clos: sortie !== null };
}

function resumeOf(dossier: Dossier) {
  const { parcours: p, regles, maintenant } = dossier;
  const { etape, libelleEtape, prochaine, taches, enRetard, plafondLe } = resume(p, regles, maintenant);
  return {
    ...communOf(dossier),
    etape,
    libelleEtape,
    dispositif: p.dispositif,
    prochaine,
    taches: taches.length,
    enRetard,
    plafondLe,
  };
}

type Faits = Awaited<ReturnType<typeof listFaits>>;

function vueOf(dossier: Dossier, faits: Faits) {
  const vue = vueParcours(dossier.parcours, faits, dossier.regles, dossier.maintenant);
  const { etape, libelleEtape, dispositif, aujourdhui, ouvertLe, orientationNotifieeLe } = vue;
  const { soumisAuxObligations, contrat, aSignerAvant, plafond, prochaines, attend, taches, gestes } = vue;
  const { engagement, rendezVous, mois, journal: lignes, sortie, fenetre, precedentId, suivantId } = vue;
  return {
    ...communOf(dossier),
    ...{ etape, libelleEtape, dispositif, aujourdhui, ouvertLe, orientationNotifieeLe },
    ...{ soumisAuxObligations, contrat, aSignerAvant, plafond, prochaines, attend, taches, gestes },
    ...{ rendezVous, mois, bilans: vue.frise.bilans, engagement, journal: lignes, sortie },
    ...{ fenetre, precedentId, suivantId },
  };
}

function faitOf(inscrit: Faits[number], p: Parcours | null) {
  const { rang, a, par, echeance, fait } = inscrit;
  const { type, ...donnees } = fait;
  const horsFenetre = p !== null && estActeHorsFenetre(inscrit, p);
  return {
    rang,
    a,
    par,
    type,
    cle: echeance?.cle ?? null,
    duLe: echeance?.duLe ?? null,
    horsFenetre,
    donnees,
  };
}
