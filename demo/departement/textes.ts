import { idOf } from '../identite';

/** The erasable texts of the département (house 1), each kept by the parcours of one person. */
export const textes = {
  objectifEmploi: {
    de: 'DEP-0005',
    contenu: 'Reprendre un emploi de cuisinière, aux horaires de l’école.',
  },
  objectifGarde: {
    de: 'DEP-0005',
    contenu: 'Trouver une place en accueil de loisirs pour le mercredi.',
  },
  revision: {
    de: 'DEP-0005',
    contenu: 'Dix heures par semaine tant que la garde du mercredi n’est pas trouvée.',
  },
  entretien: {
    de: 'DEP-0005',
    contenu:
      'Deux restaurants du port cherchent une cuisinière à temps partiel. Mme Fabre refait son CV et y dépose sa candidature ; le service relance l’accueil de loisirs.',
  },
  signalement: {
    de: 'DEP-0017',
    contenu: 'Des absences répétées ; deux relances et un appel restés sans réponse.',
  },
  contact: {
    de: 'DEP-0014',
    contenu: 'Appel après sa première semaine : les horaires conviennent, le trajet en bus aussi.',
  },
  partenaire: { de: 'DEP-0014', contenu: 'Supermarché de La Garde' },
  emploi: { de: 'DEP-0014', contenu: 'Employée de rayon, supermarché de La Garde, 24 heures.' },
  reorientation: {
    de: 'DEP-0006',
    contenu: 'Projet d’emploi précis et proche : l’accompagnement vers l’emploi convient mieux.',
  },
} as const satisfies Record<string, { readonly de: string; readonly contenu: string }>;

export function idTexte(texte: keyof typeof textes): string {
  return idOf(`texte:${texte}`);
}
