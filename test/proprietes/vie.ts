import fc from 'fast-check';
import { faire2025 } from '../../domain/dispositifs/faire-2025';
import {
  codesDemarche,
  codesGenreEtape,
  codesIssueEtape,
  codesMotifHeures,
  codesPartenaire,
  codesPublic,
  codesRegimePoint,
  issuesConstat,
} from '../../domain/engagement/codes';
import { declarationsDues } from '../../domain/engagement/declarations';
import { issuesPoint } from '../../domain/engagement/gestes-engagement';
import { contexteOf } from '../../domain/parcours/contexte';
import type { Demande } from '../../domain/parcours/demandes';
import { codesMotif } from '../../domain/obligations/motifs';
import { statutsRendezVous } from '../../domain/rendez-vous/rendez-vous';
import { orientationsBilan } from '../../domain/parcours/gestes-bilan';
import type { Parcours } from '../../domain/parcours/parcours';
import { codesMotifChangement } from '../../domain/parcours/referent';
import { codesMotifPause } from '../../domain/pauses/pause';
import { codesMotifSortie, type MotifSortie } from '../../domain/parcours/sortie';
import { codesEmpechement } from '../../domain/reponses/codes';
import { codesSituation } from '../../domain/parcours/suivi-sortie';
import type { Agenda } from '../../domain/rendez-vous/agenda';
import { instantAt, jourAt } from '../../domain/temps/heure-locale';
import { addMinutes, type Instant } from '../../domain/temps/instant';
import { addJours, jour, type CivilDate } from '../../domain/temps/jour';
import type { Relais } from '../domain/monde';

/** One step of a random life: some time passes, then someone asks, or the engine wakes, or nothing. */
export type Pas = {
  readonly apresMinutes: number;
  readonly qui: number;
  readonly quoi: Demande['type'] | 'reveille' | 'rien';
  /** Raw chance, read differently by each demande. */
  readonly x: number;
  readonly y: number;
};

export type Vie = {
  readonly combien: number;
  readonly volontaires: number;
  /** Those that live under the second programme, one bit each. */
  readonly placements: number;
  /** Those whose contrat is signed on the first day: without it a short life sees little of the law. */
  readonly signes: number;
  readonly sansAdresse: number;
  /** R48 — those whom nobody is told of the opening, one bit each. */
  readonly silencieuses: number;
  readonly maximumParJour: number;
  readonly permanences: Agenda['permanences'];
  readonly absentDu: number;
  readonly absentJours: number;
  /** The answers of the relay, taken in turn. */
  readonly relais: readonly Relais[];
  readonly pas: readonly Pas[];
};

const REGLES = { dispositif: faire2025, zone: 'metropole' } as const;
export const EDITIONS = {
  faire: { code: 'faire', edition: '2025' },
  placement: { code: 'placement_emploi', edition: '2025' },
} as const;
export const DEBUT = instantAt(jour('2025-02-03'), '08:30', 'metropole');

const FREQUENTES: readonly Pas['quoi'][] = ['recordStatut', 'recordStatut', 'recordStatut', 'reveille'];
const TOUTES: readonly Pas['quoi'][] = [
  'assignReferent',
  'recordOrientation',
  'correctOrientation',
  'changeReferent',
  'assignRemplacant',
  'cancelRemplacement',
  'signContrat',
  'addRendezVous',
  'moveRendezVous',
  'cancelRendezVous',
  'recordStatut',
  'recordBilan',
  'pauseParcours',
  'resumeParcours',
  'prolongParcours',
  'qualifyMotif',
  'qualifyMotif',
  'confirmSignalement',
  'correctStatut',
  'correctRendezVous',
  'recordRendezVous',
  'correctContrat',
  'correctBilan',
  'recordMotif',
  'recordRemobilisation',
  'recordSuite',
  'recordTransmission',
  'postponeSignalement',
  'dropSignalement',
  'recordRemise',
  'reviseContrat',
  'recordRefusContrat',
  'assignPointLegal',
  'joinPointLegal',
  'recordPointLegal',
  'recordEntretien',
  'addDemarche',
  'recordDemarche',
  'recordDemarche',
  'assignDeclarations',
  'recordDeclaration',
  'recordDroits',
  'recordContact',
  'recordEmploi',
  'recordFinEmploi',
  'addEtape',
  'moveEtape',
  'recordEtape',
  'assignPublics',
  'exitParcours',
  'recordSuivi',
  'recordDeces',
  'recordEffacement',
  'dropDeces',
  'reorientParcours',
  'confirmVenue',
  'announceEmpechement',
  'answerMotif',
  'recordLecture',
  'rien',
];

const pas: fc.Arbitrary<Pas> = fc.record({
  apresMinutes: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 600 }) },
    { weight: 5, arbitrary: fc.integer({ min: 600, max: 14 * 1440 }) },
    { weight: 1, arbitrary: fc.integer({ min: 14 * 1440, max: 70 * 1440 }) },
  ),
  qui: fc.nat(2),
  quoi: fc.constantFrom(...TOUTES, ...FREQUENTES),
  x: fc.nat(9999),
  y: fc.nat(9999),
});

const PERMANENCES = [
  [{ id: 'p', jourDeSemaine: 2, de: '09:00', a: '12:00', dureeMinutes: 45, dureeBilanMinutes: 60 }],
  [
    { id: 'p', jourDeSemaine: 1, de: '09:00', a: '10:30', dureeMinutes: 30, dureeBilanMinutes: 90 },
    { id: 'q', jourDeSemaine: 4, de: '14:00', a: '16:00', dureeMinutes: 60, dureeBilanMinutes: null },
  ],
  [{ id: 'p', jourDeSemaine: 5, de: '09:00', a: '09:45', dureeMinutes: 45, dureeBilanMinutes: null }],
] as const satisfies readonly Agenda['permanences'][];

export const vies: fc.Arbitrary<Vie> = fc.record({
  combien: fc.constantFrom(1, 1, 2, 3),
  volontaires: fc.constantFrom(0, 0, 1, 2),
  placements: fc.constantFrom(0, 0, 1, 2, 7),
  signes: fc.constantFrom(0, 0, 0, 1, 2),
  sansAdresse: fc.constantFrom(0, 0, 0, 1, 2, 4),
  silencieuses: fc.constantFrom(0, 0, 1, 2),
  maximumParJour: fc.integer({ min: 1, max: 4 }),
  permanences: fc.constantFrom(...PERMANENCES),
  absentDu: fc.nat(600),
  absentJours: fc.constantFrom(0, 5, 21, 60),
  relais: fc.array(fc.constantFrom<Relais>('accepte', 'accepte', 'accepte', 'accepte', 'refuse', 'muet'), {
    minLength: 1,
    maxLength: 8,
  }),
  pas: fc.array(pas, { minLength: 8, maxLength: 50, size: 'max' }),
});

/** A demande near what this parcours could be asked: mostly legal, often absurd. */
export function demandeOf({ quoi, x, y }: Pas, p: Parcours, maintenant: Instant): Demande | null {
  const le = jourAt(maintenant, 'metropole');
  const texteId = `texte-${x}`;
  const ilYA = (jours: number): CivilDate => addJours(le, -jours);
  const rendezVousId = pick(p.rendezVous.map((r) => r.id).slice(-3), x) ?? x % 3;
  const manquement = Math.max(1, p.manquements.length - (x % 7 === 0 ? 1 : 0));
  const debut = addMinutes(
    instantAt(
      addJours(le, x % 45),
      `${String(8 + (y % 9)).padStart(2, '0')}:00` as `${number}:${number}`,
      'metropole',
    ),
    (y % 4) * 15,
  );
  switch (quoi) {
    case 'reveille':
    case 'rien':
    case 'openParcours':
      return null;
    case 'assignReferent':
      return { type: quoi, referentId: 'referent' };
    case 'changeReferent':
      return {
        type: quoi,
        referentId: pick(['referent', 'referent-bis'], x) ?? 'referent',
        motif: pick(codesMotifChangement, y) ?? 'autre',
        le: ilYA(y % 3),
        texteId: null,
        transfertId: null,
      };
    case 'assignRemplacant': {
      const du = addJours(le, x % 20);
      return { type: quoi, remplacementId: du, referentId: 'remplacant', du, au: addJours(du, y % 25) };
    }
    case 'cancelRemplacement':
      return { type: quoi, remplacementId: pick(p.remplacements, x)?.id ?? 'inconnu' };
    case 'recordOrientation':
    case 'correctOrientation':
      return { type: quoi, notifieeLe: ilYA(x % 4 === 0 ? y % 60 : y % 3) };
    case 'signContrat':
      return { type: quoi, signeLe: ilYA(x % 3 === 0 ? y % 200 : y % 4) };
    case 'addRendezVous':
      return { type: quoi, debut, dureeMinutes: 30 + (x % 3) * 15 };
    case 'moveRendezVous':
      return { type: quoi, rendezVousId, debut, dureeMinutes: x % 2 === 0 ? null : 45 };
    case 'cancelRendezVous':
      return { type: quoi, rendezVousId, par: y % 2 === 0 ? 'service' : 'personne' };
    case 'recordStatut':
      return { type: quoi, rendezVousId, statut: pick(statutsRendezVous, y) ?? 'absent', texteId: null };
    case 'correctStatut':
      return { type: quoi, rendezVousId, statut: pick(statutsRendezVous, y) ?? 'absent', texteId: null };
    case 'correctRendezVous':
      return {
        type: quoi,
        rendezVousId,
        debut: addMinutes(maintenant, -(60 + (y % 30) * 1440)),
        dureeMinutes: null,
      };
    case 'recordRendezVous':
      return {
        type: quoi,
        debut: addMinutes(maintenant, -(60 + (y % 30) * 1440)),
        dureeMinutes: 45,
        statut: pick(statutsRendezVous, x) ?? 'absent',
        texteId: null,
      };
    case 'correctContrat':
      return { type: quoi, signeLe: ilYA(y % 60) };
    case 'correctBilan':
      return { type: quoi, bilan: 1 + (x % 4), tenuLe: ilYA(y % 5) };
    case 'recordBilan':
      return {
        type: quoi,
        bilan: 1 + (x % 4),
        tenuLe: ilYA(y % 5),
        objectifs: [],
        orientation: pick(orientationsBilan, y) ?? 'continuer',
      };
    case 'pauseParcours': {
      // Ahead, today or late; half of them without an end.
      const du = addJours(le, (x % 40) - 25);
      const motif = pick(codesMotifPause, y) ?? 'autre';
      return { type: quoi, motif, du, au: y % 2 === 0 ? null : addJours(du, y % 75) };
    }
    case 'resumeParcours':
      return { type: quoi, le: addJours(le, (y % 20) - 10) };
    case 'prolongParcours':
      return { type: quoi, jusquAu: addJours(le, y % 200), texteId };
    case 'recordContact':
      return { type: quoi, le: ilYA(y % 9), moyen: 'telephone', texteId: null };
    case 'recordEmploi':
      return { type: quoi, debutLe: ilYA(y % 40), genre: 'cdi', finPrevueLe: null, texteId: null };
    case 'recordFinEmploi':
      return { type: quoi, le: ilYA(y % 9), texteId: null };
    case 'qualifyMotif':
      return {
        type: quoi,
        manquement,
        qualification:
          pick(['legitime', 'non_legitime', 'sans_reponse', 'non_legitime', 'sans_reponse'], y) ?? 'legitime',
        texteId,
      };
    case 'recordMotif':
      return { type: quoi, manquement, motif: pick(codesMotif, y) ?? 'autre', recuLe: ilYA(y % 4), texteId };
    case 'recordRemobilisation':
      return { type: quoi, manquement, le: ilYA(y % 4), texteId };
    case 'recordSuite':
      return {
        type: quoi,
        manquement,
        suite: y % 2 === 0 ? 'sans_suite' : 'decision_prise',
        le: ilYA(y % 3),
        texteId,
      };
    case 'recordTransmission':
      return { type: quoi, manquement, le: ilYA(y % 3) };
    case 'confirmSignalement':
    case 'dropSignalement':
      return { type: quoi, manquement, texteId };
    case 'postponeSignalement':
      return { type: quoi, manquement, au: addJours(le, y % 30), texteId };
    case 'recordRemise': {
      const courrielCle = pick(Object.keys(p.lettres), x) ?? 'manquement:1:demande_motif';
      return { type: quoi, courrielCle, le: ilYA(y % 3) };
    }
    case 'reviseContrat': {
      const parSemaine = y % 24;
      const motif = pick([...codesMotifHeures, null], x) ?? null;
      const heures = y % 3 === 0 ? {} : { heures: { parSemaine, motif } };
      const par = x % 2 === 0 ? 'personne' : 'referent';
      return { type: quoi, le: ilYA(y % 40), par, ...heures, texteId: null };
    }
    case 'recordRefusContrat':
      return x % 3 === 0 ? { type: quoi, le: ilYA(y % 4), texteId } : null;
    case 'assignPointLegal':
      return { type: quoi, regime: pick(codesRegimePoint, y) ?? 'six_mois' };
    case 'joinPointLegal':
      return { type: quoi, bilan: pick([1, 1, 2, 3, null], x) ?? null };
    case 'recordPointLegal':
      return { type: quoi, tenuLe: ilYA(y % 5), issue: pick(issuesPoint, x) ?? 'maintien' };
    case 'recordEntretien':
      return { type: quoi, rendezVousId, texteId, demarches: x % 2 === 0 ? [] : [etapeOf(x, y, le)] };
    case 'addDemarche':
      return { type: quoi, ...etapeOf(x, y, le) };
    case 'recordDemarche': {
      const demarche = pick(p.engagement.demarches.map((d) => d.numero).slice(-3), x) ?? 1;
      const issue = pick([...issuesConstat, 'sans_objet'] as const, y) ?? 'faite';
      return { type: quoi, demarche, issue, texteId: null };
    }
    case 'assignDeclarations': {
      const premiere = addJours(le, (x % 60) - 30);
      return { type: quoi, dtr: y % 3 === 0 ? null : premiere, actualisation: y % 4 === 0 ? premiere : null };
    }
    case 'recordDeclaration': {
      const due = pick([...declarationsDues(p, contexteOf(REGLES, p))].slice(0, 3), x);
      const issue = pick(issuesConstat, y) ?? 'faite';
      return due === undefined ? null : { type: quoi, ...due, issue, texteId: null };
    }
    case 'recordDroits':
      return { type: quoi, moment: x % 3, droits: y % 5 === 0 ? {} : { logement: 'vu', sante: 'ouvert' } };
    case 'addEtape': {
      const du = addJours(le, (y % 60) - 20);
      return {
        ...{
          type: quoi,
          quoi: pick(codesGenreEtape, x) ?? 'formation',
          partenaire: pick(codesPartenaire, y) ?? null,
        },
        ...{ le: ilYA(y % 25), du, au: addJours(du, x % 90), texteId, partenaireTexteId: null },
      };
    }
    case 'moveEtape':
      return { type: quoi, etape: etapeDe(p, x), du: null, au: addJours(le, (y % 90) - 3), texteId: null };
    case 'recordEtape': {
      const issue = pick(codesIssueEtape, y) ?? 'atteinte';
      return { type: quoi, etape: etapeDe(p, x), issue, le: ilYA(y % 30), texteId: null };
    }
    case 'assignPublics':
      return { type: quoi, publics: codesPublic.filter((_, i) => (x >> i) % 2 === 0) };
    case 'exitParcours':
      // Rare: a life that ends at once proves little.
      return x % 6 !== 0 ? null : sortieOf(pick(codesMotifSortie, y) ?? 'cdi', ilYA(y % 4), x);
    case 'recordDeces':
      // Rare, and often denied.
      return x % 9 === 0 ? { type: quoi, depuisId: 'ailleurs' } : null;
    case 'recordEffacement':
      // Rare: it ends what the follow-up would prove.
      return x % 9 === 0 ? { type: quoi, raison: 'demande' } : null;
    case 'dropDeces':
      return { type: quoi, texteId: null };
    case 'recordSuivi':
      return { type: quoi, situation: pick(codesSituation, y) ?? 'refus', le: ilYA(x % 3), texteId: null };
    case 'reorientParcours':
      // R35 — a parcours is reoriented once: the id of the next one is drawn from its own.
      return x % 4 !== 0
        ? null
        : {
            type: quoi,
            suivantId: `${p.id}-suite`,
            dispositif: x % 8 === 0 ? EDITIONS.placement : EDITIONS.faire,
            structureId: y % 5 === 0 ? p.structureId : 'ailleurs',
            zone: 'metropole',
            referentId: null,
            orientationNotifieeLe: ilYA(y % 9),
            soumisAuxObligations: null,
            texteId: null,
          };
    case 'confirmVenue':
      return { type: quoi, rendezVousId, revision: (y % 3) + 1 };
    case 'announceEmpechement': {
      const motif = pick(codesEmpechement, x) ?? 'autre';
      return { type: quoi, rendezVousId, revision: (y % 3) + 1, motif, moments: [], texteId };
    }
    case 'answerMotif':
      return { type: quoi, manquement, texteId: y % 5 === 0 ? null : texteId, documentId: null };
    case 'recordLecture':
      return { type: quoi, reponse: Math.max(1, p.reponses.length - (x % 2)) };
    case 'moveEdition':
      return null;
  }
}

function etapeDe(p: Parcours, x: number): number {
  return pick(p.engagement.etapes.map((t) => t.numero).slice(-3), x) ?? 1;
}

/** A fixed-term contract comes with its dates, of any length. */
function sortieOf(motif: MotifSortie, le: CivilDate, x: number): Demande {
  const emploi = motif === 'cdd' ? { debutLe: le, finLe: addJours(le, x % 400) } : null;
  return { type: 'exitParcours', motif, le, emploi };
}

function etapeOf(x: number, y: number, le: CivilDate) {
  const quoi = pick(codesDemarche, x) ?? 'cv';
  const de = y % 4 === 0 ? ('referent' as const) : ('personne' as const);
  return { quoi, de, avantLe: addJours(le, (y % 50) - 3), texteId: null };
}

function pick<T>(choix: readonly T[], n: number): T | undefined {
  return choix[n % Math.max(1, choix.length)];
}
