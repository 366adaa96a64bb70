import type { FaitInscrit } from '../domain/parcours/faits';
import { estActeHorsFenetre } from '../domain/parcours/fenetre';
import type { Parcours } from '../domain/parcours/parcours';
import { resume } from '../domain/parcours/resume';
import { vueParcours } from '../domain/parcours/vue';
import type { Dossier } from '../registre/listes/dossiers.prisma';

/** What the API says of a parcours, from what the domain sees in it: a route, an export and a list say the same. */
function communOf({ parcours: p, personne }: Dossier) {
  const { id, rang, structureId, sortie } = p;
  return { id, rang, structureId, referentId: p.referent?.id ?? null, personne, clos: sortie !== null };
}

export function resumeOf(dossier: Dossier) {
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

export function vueOf(dossier: Dossier, faits: readonly FaitInscrit[]) {
  const vue = vueParcours(dossier.parcours, faits, dossier.regles, dossier.maintenant);
  const { etape, libelleEtape, dispositif, aujourdhui, ouvertLe, orientationNotifieeLe } = vue;
  const { soumisAuxObligations, contrat, aSignerAvant, plafond, prochaines, attend, taches, gestes } = vue;
  const { engagement, rendezVous, mois, journal: lignes, sortie, fenetre, precedentId, suivantId } = vue;
  return {
    ...communOf(dossier),
    ...{ etape, libelleEtape, dispositif, aujourdhui, ouvertLe, orientationNotifieeLe },
    ...{ soumisAuxObligations, contrat, aSignerAvant, plafond, prochaines, attend, taches, gestes },
    ...{ rendezVous, mois, bilans: vue.frise.bilans, engagement, journal: lignes, sortie },
    ...{ fenetre, precedentId, suivantId, reponses: vue.reponses },
  };
}

export function faitOf(inscrit: FaitInscrit, p: Parcours) {
  const { rang, a, par, echeance, fait } = inscrit;
  const { type, ...donnees } = fait;
  const horsFenetre = estActeHorsFenetre(inscrit, p);
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
