import { z } from 'zod';
import { codesFrein, codesMotifHeures, freins, motifsHeures } from '../../domain/engagement/codes';
import type { Heures, Objectif } from '../../domain/engagement/engagement';
import { choix, entier, codesOf, jour, texteFacultatif, texteLibre } from './champs';
import { defineGeste } from './geste';

const sansCible = z.strictObject({});

/** R26 — the part of a signature or of a revision that says what is asked of the person. */
export const champsContrat = {
  heures: entier('Heures d’activité par semaine ; 0 pour une dispense (R26).', 0, 60).optional(),
  motifHeures: choix(
    codesMotifHeures,
    `Pourquoi moins d’heures que d’habitude. ${codesOf(motifsHeures)}.`,
  ).optional(),
  objectifs: z
    .array(
      z.strictObject({
        objectif: texteLibre('L’objectif, en quelques mots ; effaçable.', 1000),
        frein: choix(codesFrein, `Ce qui y fait obstacle. ${codesOf(freins)}.`).optional(),
      }),
    )
    .max(20)
    .optional()
    .meta({ description: 'Les objectifs du contrat ; absents, ceux d’avant sont gardés.' }),
};

type ContratLu = {
  readonly heures?: number | undefined;
  readonly motifHeures?: Heures['motif'] | undefined;
  readonly objectifs?:
    | readonly { readonly objectif: string; readonly frein?: Objectif['frein'] | undefined }[]
    | undefined;
};

/** Hours and objectives as the law reads them: what was not given is absent. */
export function contenuContrat(
  { heures, motifHeures, objectifs }: ContratLu,
  keepTexte: (contenu: string) => string,
): { heures?: Heures; objectifs?: readonly Objectif[] } {
  return {
    ...(heures !== undefined && { heures: { parSemaine: heures, motif: motifHeures ?? null } }),
    ...(objectifs !== undefined && {
      objectifs: objectifs.map(({ objectif, frein }) => ({
        texteId: keepTexte(objectif),
        frein: frein ?? null,
      })),
    }),
  };
}

export const reviseContrat = defineGeste({
  type: 'reviseContrat',
  chemin: '/contrat/revisions',
  resume: 'Réviser le contrat d’engagement',
  description:
    'L’ancienne version est gardée, l’ancre du parcours ne bouge pas, le point légal repart de ce jour (R26, R28).',
  cible: sansCible,
  corps: z
    .strictObject({
      le: jour('Jour de la révision, aujourd’hui au plus tard.'),
      par: choix(['personne', 'referent'], 'Qui l’a demandée.'),
      ...champsContrat,
      commentaire: texteFacultatif('Ce qui change ; effaçable.'),
    })
    .meta({ id: 'RevisionContrat' }),
  build: (_, { le, par, commentaire, ...contrat }, { keepTexte, keepTexteFacultatif }) => ({
    type: 'reviseContrat',
    le,
    par,
    ...contenuContrat(contrat, keepTexte),
    texteId: keepTexteFacultatif(commentaire),
  }),
});

export const recordRefusContrat = defineGeste({
  type: 'recordRefusContrat',
  chemin: '/contrat/refus',
  resume: 'Noter un refus d’établir ou d’actualiser le contrat',
  description: 'Noté par une personne ; peut ouvrir un manquement (R27, R30).',
  cible: sansCible,
  corps: z
    .strictObject({
      le: jour('Jour du refus.'),
      commentaire: texteFacultatif('Ce que la personne a dit ; effaçable.'),
    })
    .meta({ id: 'RefusContrat' }),
  build: (_, { le, commentaire }, { keepTexteFacultatif }) => ({
    type: 'recordRefusContrat',
    le,
    texteId: keepTexteFacultatif(commentaire),
  }),
});
