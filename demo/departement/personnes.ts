import { jour, type CivilDate } from '../../domain/temps/jour';
import { ordinaire } from '../vies/ordinaire';
import type { Vie } from '../vies/vie';
import * as gestes from './gestes';

/** One invented person: who, with which référent (rank in `lieux.ts`), since when, and how the life goes. */
export type PersonneFictive = {
  readonly prenom: string;
  readonly nom: string;
  readonly courriel: boolean;
  readonly referent: 0 | 1 | 2 | 3 | null;
  readonly structure: 0 | 1;
  readonly ouvertLe: CivilDate;
  readonly orientationNotifieeLe: CivilDate;
  readonly soumis: boolean;
  readonly dispositif: { readonly code: string; readonly edition: string };
  readonly vie: Vie;
};

type Caractere = Parameters<typeof ordinaire>[3];
type Options = { readonly courriel?: boolean; readonly soumis?: boolean; readonly placement?: boolean };
const FAIRE = { code: 'faire', edition: '2025' };
let rang = 0;

function personne(
  nomComplet: string,
  referent: 0 | 1 | 2 | 3 | null,
  [ouvertLe, orientationNotifieeLe]: readonly [CivilDate, CivilDate],
  titre: string,
  c: Caractere = {},
  options: Options = {},
): PersonneFictive {
  const [prenom = '', ...reste] = nomComplet.split(' ');
  rang += 1;
  const idExterne = `DEP-${String(rang).padStart(4, '0')}`;
  return {
    prenom,
    nom: reste.join(' '),
    courriel: options.courriel ?? true,
    referent,
    structure: referent === null || referent < 2 ? 0 : 1,
    ouvertLe,
    orientationNotifieeLe,
    soumis: options.soumis ?? true,
    dispositif: options.placement === true ? gestes.PLACEMENT : FAIRE,
    vie: ordinaire(`personne-${rang}`, titre, idExterne, c),
  };
}

const j = jour;

/** Twenty-four accompaniments at all stages; the present of the demonstration is 15/06/2026. */
export const personnes: readonly PersonneFictive[] = [
  personne('Amina Cherif', 0, [j('2025-01-06'), j('2024-10-15')], 'Durée maximale atteinte, à décider', {
    signeLe: j('2024-11-13'),
  }),
  personne('Basile Roche', 2, [j('2025-01-07'), j('2024-10-22')], 'Durée maximale atteinte, à décider', {
    signeLe: j('2024-11-26'),
  }),
  personne('Carla Moreno', 1, [j('2025-01-06'), j('2024-12-30')], 'Fin de la durée maximale toute proche', {
    oublie: ['droits'],
  }),
  personne('David Nguyen', 3, [j('2025-02-10'), j('2025-02-03')], 'Sortie vers un emploi durable', {
    sortie: { le: j('2025-12-11'), motif: 'cdi' },
  }),
  personne('Elsa Fabre', 0, [j('2025-03-10'), j('2025-03-03')], 'Tout va bien', {
    gestes: gestes.contratRevise,
  }),
  personne(
    'Fanny Joubert',
    1,
    [j('2025-04-14'), j('2025-04-07')],
    'Deux absences excusées, puis réorientée',
    {
      excuses: [3, 7],
      gestes: gestes.reorientee,
    },
  ),
  personne('Gaël Kervella', 2, [j('2025-05-12'), j('2025-05-06')], 'Bilans en retard', { retardBilan: 40 }),
  personne(
    'Hawa Traoré',
    3,
    [j('2025-06-02'), j('2025-05-27')],
    'Une étape à constater',
    { gestes: gestes.etapesConvenues },
    { soumis: false },
  ),
  personne('Igor Petrov', 0, [j('2025-07-21'), j('2025-07-14')], 'Présence jamais indiquée depuis mai', {
    oublieDepuis: j('2026-03-27'),
    oublie: ['point', 'droits'],
  }),
  personne('Jeanne Olivier', 1, [j('2025-08-04'), j('2025-07-28')], 'En pause, sans fin connue', {
    gestes: gestes.pauseSansFin,
  }),
  personne('Karim Haddad', 2, [j('2025-08-18'), j('2025-08-11')], 'Absences : signalement proposé', {
    absentDepuis: j('2026-03-11'),
    qualifieJusquAu: j('2026-05-26'),
  }),
  personne(
    'Lucie Morel',
    3,
    [j('2025-09-01'), j('2025-08-25')],
    'Sans adresse de courriel',
    { oublie: ['point'] },
    { courriel: false },
  ),
  personne('Mehdi Saïdi', 0, [j('2025-09-15'), j('2025-09-08')], 'Absences : une relance est partie', {
    absentDepuis: j('2026-05-16'),
    qualifieJusquAu: j('2026-06-26'),
  }),
  personne(
    'Nora Belkacem',
    1,
    [j('2025-10-13'), j('2025-10-06')],
    'En poste depuis mars',
    { gestes: gestes.emploiSuivi },
    { placement: true },
  ),
  personne('Olivier Tessier', 2, [j('2025-11-03'), j('2025-10-27')], 'Sortie en formation', {
    sortie: { le: j('2026-05-06'), motif: 'formation' },
  }),
  personne('Prisca Mbemba', 3, [j('2025-12-08'), j('2025-12-01')], 'Premier bilan à tenir', {
    retardBilan: 60,
  }),
  personne('Quentin Leroux', 0, [j('2026-01-05'), j('2025-12-29')], 'Absences : signalement transmis', {
    absentDepuis: j('2026-01-15'),
    qualifieJusquAu: j('2026-06-26'),
    gestes: gestes.signalementTransmis,
  }),
  personne('Rose Antonetti', 1, [j('2026-02-02'), j('2026-01-26')], 'Motif d’absence à qualifier', {
    absentDepuis: j('2026-05-21'),
    oublie: ['droits'],
  }),
  personne('Samir Ould', 2, [j('2026-03-09'), j('2026-03-03')], 'Tout va bien', {}, { courriel: false }),
  personne(
    'Thérèse Gomez',
    3,
    [j('2026-04-06'), j('2026-03-30')],
    'Sans nouvelles depuis 45 jours',
    {},
    { placement: true },
  ),
  personne('Umberto Riva', 0, [j('2026-05-04'), j('2026-04-27')], 'Contrat en retard', { signe: false }),
  personne('Violette Sanchez', 1, [j('2026-05-18'), j('2026-05-11')], 'Premier mois'),
  personne('William Dupré', 2, [j('2026-05-25'), j('2026-05-22')], 'Accueil, contrat à signer', {
    signe: false,
  }),
  personne('Yasmine Carlotti', null, [j('2026-05-25'), j('2026-05-22')], 'Sans référent'),
];
