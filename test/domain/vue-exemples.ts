import { jour } from '../../domain/temps/jour';
import { fais, jusquA, ouvre, type Vie } from './vue-vies';

/** Lives that stand where each task and each gesture appears. The first appointment is on Tuesday 21/01/2025 at 9:00. */

export const neuve = ouvre();

const venue = fais(neuve, '2025-01-21T09:00:00.000Z', {
  type: 'recordStatut',
  rendezVousId: 1,
  statut: 'honore',
  texteId: null,
});

export const signee = fais(venue, '2025-01-21T09:30:00.000Z', {
  type: 'signContrat',
  signeLe: jour('2025-01-21'),
});

/** The appointment of month 1 has passed and nobody has said what happened. */
export const oubliee = jusquA(signee, '2025-02-14T12:00:00.000Z');

/** Absent without motive on the second appointment; the request for a motive has left. */
export function absente(joignable = true): Vie {
  const depart = { ...signee, joignable };
  const debut = depart.p.rendezVous[1]?.creneau.fin ?? '';
  return jusquA(
    fais(jusquA(depart, debut), debut, {
      type: 'recordStatut',
      rendezVousId: 2,
      statut: 'absent',
      texteId: null,
    }),
    '2025-02-05T12:00:00.000Z',
  );
}

/** The signalement is proposed: nothing more happens without a human. */
export function proposee(): Vie {
  const qualifiee = fais(absente(), '2025-02-17T09:00:00.000Z', {
    type: 'qualifyMotif',
    manquement: 1,
    qualification: 'sans_reponse',
    texteId: null,
  });
  return jusquA(qualifiee, '2025-04-15T12:00:00.000Z');
}

/** R31 — transmitted by the référent, then the person is back on the way: the second signal waits. */
export const transmise = fais(proposee(), '2025-04-16T09:00:00.000Z', {
  type: 'confirmSignalement',
  manquement: 1,
  texteId: 'texte',
});
export const remobilisee = fais(transmise, '2025-04-17T09:00:00.000Z', {
  type: 'recordRemobilisation',
  manquement: 1,
  le: jour('2025-04-17'),
  texteId: null,
});

export const bilanTenu = fais(signee, '2025-07-22T09:00:00.000Z', {
  type: 'recordBilan',
  bilan: 1,
  tenuLe: jour('2025-07-21'),
  objectifs: [],
  orientation: 'continuer',
});

export const enPause = fais(signee, '2025-01-22T09:00:00.000Z', {
  type: 'pauseParcours',
  motif: 'autre',
  du: jour('2025-01-23'),
  au: null,
});

export const auPlafond = jusquA(signee, '2026-08-06T12:00:00.000Z');

export const close = fais(oubliee, '2025-02-17T09:00:00.000Z', {
  type: 'exitParcours',
  motif: 'cdi',
  le: jour('2025-02-17'),
});

export const sansReferent = ouvre({ referent: false });
export const sansAdresse = ouvre({ joignable: false });

/** Signed with objectives, a step and a declaration agreed; six months later the point légal and the bilan come. */
export function engagee(): Vie {
  const notee = fais(signee, '2025-01-21T10:00:00.000Z', {
    type: 'recordEntretien',
    rendezVousId: 1,
    texteId: 'texte-convenu',
    demarches: [
      { quoi: 'permis', de: 'personne', avantLe: jour('2025-02-28'), texteId: null },
      { quoi: 'logement', de: 'referent', avantLe: jour('2025-03-14'), texteId: 'texte-convenu' },
    ],
  });
  const revisee = fais(notee, '2025-01-22T10:00:00.000Z', {
    type: 'reviseContrat',
    le: jour('2025-01-22'),
    par: 'personne',
    heures: { parSemaine: 8, motif: 'garde_enfant' },
    objectifs: [{ texteId: 'texte-convenu', frein: 'transport' }],
    texteId: null,
  });
  const suivie = fais(revisee, '2025-01-23T10:00:00.000Z', {
    type: 'assignDeclarations',
    dtr: jour('2025-04-30'),
    actualisation: null,
  });
  return jusquA(suivie, '2025-06-24T12:00:00.000Z');
}
