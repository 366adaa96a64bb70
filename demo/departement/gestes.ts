import { jour } from '../../domain/temps/jour';
import type { Vie } from '../vies/vie';
import { idTexte } from './textes';

type Gestes = Readonly<Record<string, Vie['joue']>>;

export const PLACEMENT = { code: 'placement_emploi', edition: '2025' };

/** R26, R25 — the contrat revised with fewer hours; then, in June, what was agreed and the steps that follow. */
export const contratRevise: Gestes = {
  '2025-10-01': (_, __, le) => [
    {
      type: 'reviseContrat',
      le,
      par: 'personne',
      heures: { parSemaine: 10, motif: 'garde_enfant' },
      objectifs: [
        { texteId: idTexte('objectifEmploi'), frein: null },
        { texteId: idTexte('objectifGarde'), frein: 'garde_enfant' },
      ],
      texteId: idTexte('revision'),
    },
  ],
  '2026-06-10': (p) => {
    const dernier = p.rendezVous.findLast((r) => r.issue?.statut === 'honore');
    if (dernier === undefined) return [];
    return [
      {
        type: 'recordEntretien',
        rendezVousId: dernier.id,
        texteId: idTexte('entretien'),
        demarches: [
          { quoi: 'cv', de: 'personne', avantLe: jour('2026-06-19'), texteId: null },
          { quoi: 'garde_enfant', de: 'referent', avantLe: jour('2026-06-26'), texteId: null },
        ],
      },
    ];
  },
};

/** R27 — a step whose day has passed, and the two declarations that concern this person. */
export const etapesConvenues: Gestes = {
  '2026-05-20': () => [
    { type: 'addDemarche', quoi: 'permis', de: 'personne', avantLe: jour('2026-06-10'), texteId: null },
    { type: 'assignDeclarations', dtr: jour('2026-07-15'), actualisation: jour('2026-06-28') },
  ],
};

/** R19 — a pause whose end nobody knows yet. */
export const pauseSansFin: Gestes = {
  '2026-05-11': (_, __, le) => [{ type: 'pauseParcours', motif: 'maternite', du: le, au: null }],
};

/** R31 — the référent confirms what was proposed; the answer of the département is still awaited. */
export const signalementTransmis: Gestes = {
  '2026-03-06': (p) =>
    p.manquements
      .filter((m) => m.etat.etat === 'signalement_propose')
      .map((m) => ({
        type: 'confirmSignalement',
        manquement: m.id,
        texteId: idTexte('signalement'),
      })),
};

/** R39, R40 — two steps, then a job since March; news once, then none since the point of three months. */
export const emploiSuivi: Gestes = {
  '2025-10-22': (_, __, le) => [
    { type: 'assignPublics', publics: ['sans_emploi_stable'] },
    {
      type: 'addEtape',
      quoi: 'preparation',
      partenaire: 'association',
      partenaireTexteId: null,
      le,
      du: jour('2025-11-03'),
      au: jour('2025-11-28'),
      texteId: null,
    },
  ],
  '2025-12-01': (_, __, le) => [
    { type: 'recordEtape', etape: 1, issue: 'atteinte', le, texteId: null },
    {
      type: 'addEtape',
      quoi: 'immersion',
      partenaire: 'entreprise',
      partenaireTexteId: idTexte('partenaire'),
      le,
      du: jour('2026-01-12'),
      au: jour('2026-01-23'),
      texteId: null,
    },
  ],
  '2026-01-26': (_, __, le) => [{ type: 'recordEtape', etape: 2, issue: 'atteinte', le, texteId: null }],
  '2026-03-04': () => [
    {
      type: 'recordEmploi',
      debutLe: jour('2026-03-02'),
      genre: 'cdd',
      finPrevueLe: jour('2026-12-31'),
      texteId: idTexte('emploi'),
    },
  ],
  '2026-04-03': (_, __, le) => [
    { type: 'recordContact', le, moyen: 'telephone', texteId: idTexte('contact') },
  ],
};

/** R35 — towards the other structure and the other programme. */
export const reorientee: Gestes = {
  '2026-04-21': (_, __, ___, { suivant }) =>
    suivant === null
      ? []
      : [
          {
            type: 'reorientParcours',
            suivantId: suivant.parcoursId,
            dispositif: PLACEMENT,
            structureId: suivant.structureId,
            zone: suivant.zone,
            referentId: suivant.referentId,
            orientationNotifieeLe: jour('2026-04-20'),
            soumisAuxObligations: null,
            texteId: idTexte('reorientation'),
          },
        ],
};
