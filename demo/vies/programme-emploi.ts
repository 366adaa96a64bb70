import { jour, type CivilDate } from '../../domain/temps/jour';
import { instantAt } from '../../domain/temps/heure-locale';
import type { Demande } from '../../domain/parcours/demandes';
import { recordTous, signSiRecu, type Vie } from './vie';

const MOT = 'texte';
const contact = (le: CivilDate): Demande => ({
  type: 'recordContact',
  le,
  moyen: 'telephone',
  texteId: MOT,
});

/** What is done on which evening; the other evenings, whoever was received is recorded as received. */
const SOIREES: Readonly<Record<string, (le: CivilDate) => readonly Demande[]>> = {
  '2025-02-10': (le) => [
    { type: 'recordDroits', moment: 0, droits: { sante: 'ouvert', transport: 'demande' } },
    // R28 — the legal stock-take concerns the social track only.
    { type: 'assignPointLegal', regime: 'sans_objet' },
    {
      type: 'addEtape',
      quoi: 'preparation',
      partenaire: 'association',
      le,
      du: jour('2025-02-17'),
      au: jour('2025-03-14'),
      texteId: MOT,
      partenaireTexteId: MOT,
    },
  ],
  '2025-02-24': (le) => [contact(le)],
  // Asked on the 17th: the workshop has been put off.
  '2025-03-19': (le) => [
    contact(le),
    { type: 'moveEtape', etape: 1, du: null, au: jour('2025-04-11'), texteId: MOT },
  ],
  '2025-04-14': (le) => [
    { type: 'recordEtape', etape: 1, issue: 'atteinte', le: jour('2025-04-11'), texteId: null },
    {
      type: 'addEtape',
      quoi: 'formation',
      partenaire: 'organisme_formation',
      le,
      du: jour('2025-04-28'),
      au: jour('2025-06-20'),
      texteId: MOT,
      partenaireTexteId: MOT,
    },
  ],
  // As often as needed: an appointment that a human places, outside the permanences.
  '2025-05-05': () => [
    {
      type: 'addRendezVous',
      debut: instantAt(jour('2025-05-13'), '12:30', 'metropole'),
      dureeMinutes: 45,
    },
  ],
  '2025-05-26': (le) => [
    { type: 'recordEtape', etape: 2, issue: 'abandonnee', le: jour('2025-05-23'), texteId: MOT },
    {
      type: 'addEtape',
      quoi: 'mise_en_contact',
      partenaire: 'entreprise',
      le,
      du: jour('2025-06-02'),
      au: jour('2025-06-06'),
      texteId: null,
      partenaireTexteId: MOT,
    },
  ],
  '2025-06-11': () => [
    { type: 'recordEtape', etape: 3, issue: 'atteinte', le: jour('2025-06-05'), texteId: null },
  ],
  // R38 — nobody had news since the appointment: asked on the 27th of June.
  '2025-07-02': (le) => [contact(le)],
  '2025-07-03': () => [
    {
      type: 'recordEmploi',
      debutLe: jour('2025-07-01'),
      genre: 'cdd',
      finPrevueLe: jour('2025-12-31'),
      texteId: MOT,
    },
  ],
  '2025-08-29': (le) => [{ type: 'recordFinEmploi', le, texteId: MOT }],
  '2025-09-02': (le) => [contact(le)],
  '2025-10-06': (le) => [
    { type: 'recordEmploi', debutLe: le, genre: 'cdi', finPrevueLe: null, texteId: MOT },
  ],
  '2025-11-07': (le) => [contact(le)],
  '2026-01-08': (le) => [contact(le)],
  '2026-04-23': (le) => [
    {
      type: 'exitParcours',
      motif: 'cdi',
      le,
      emploi: { debutLe: jour('2025-10-06'), finLe: null },
    },
  ],
};

/** R38–R41 — the second programme: steps one by one, a job that does not hold, then one that does. */
export const versLEmploi: Vie = {
  code: 'vers-l-emploi',
  titre: 'L’autre dispositif : des étapes une à une, un silence, un emploi qui ne tient pas, puis un autre',
  idExterne: 'VAR-0021',
  programme: {
    dispositif: { code: 'placement_emploi', edition: '2025' },
    publics: ['sans_emploi_stable', 'difficultes_cumulees'],
  },
  debut: { ouvertLe: jour('2025-01-13'), notifieeLe: jour('2025-01-08') },
  joue: (p, ctx, le) => [...signSiRecu(p, ctx, le), ...recordTous(p, ctx), ...(SOIREES[le]?.(le) ?? [])],
};
