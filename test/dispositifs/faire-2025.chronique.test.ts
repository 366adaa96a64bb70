import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDispositif } from '../../domain/dispositifs/en-vigueur';
import { faire2025 } from '../../domain/dispositifs/faire-2025';
import { bilansPrevus } from '../../domain/parcours/bilan';
import type { Echeance } from '../../domain/parcours/echeance';
import { echeancier } from '../../domain/parcours/echeancier';
import { fold } from '../../domain/parcours/evolve';
import type { Fait, FaitInscrit } from '../../domain/parcours/faits';
import type { Parcours } from '../../domain/parcours/parcours';
import { plafondOf } from '../../domain/parcours/plafond';
import { moisOf } from '../../domain/rendez-vous/rendez-vous';
import { heureAt, instantAt } from '../../domain/temps/heure-locale';
import { jour, jourDeSemaine, type CivilDate } from '../../domain/temps/jour';

/*
 * The three texts were written by hand from faire.md, and for the legal stock-take from law.md 1.4 and R28, with a
 * printed calendar. They are never regenerated: a difference is settled by the text of the rules, and the loser is corrected (house 7).
 */
const regles = { dispositif: faire2025, zone: 'metropole' } as const;
const JOURS = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];

const court = (le: CivilDate) => le.split('-').reverse().join('/');
const dit = (le: CivilDate) => `le ${JOURS[jourDeSemaine(le) - 1] ?? ''} ${court(le)}`;

/** A parcours signed and recorded on that day at ten, in which nothing else ever happens. */
function modele(signeLe: CivilDate, ...suite: readonly Fait[]): Parcours {
  const a = instantAt(signeLe, '10:00', 'metropole');
  const faits: readonly Fait[] = [
    {
      type: 'parcours_ouvert',
      dispositif: { code: 'faire', edition: '2025' },
      structureId: 's',
      zone: 'metropole',
      beneficiaireId: 'b',
      orientationNotifieeLe: signeLe,
      soumisAuxObligations: true,
    },
    { type: 'referent_designe', referentId: 'r' },
    { type: 'contrat_signe', signeLe },
    ...suite,
  ];
  const journal = faits.map((fait, i): FaitInscrit => ({
    rang: i + 1,
    a,
    par: 'jalons',
    echeance: null,
    fait,
  }));
  const p = fold('6f1c9d3e-0000-4000-8000-000000000001', journal);
  if (p === null) throw new Error('journal vide');
  return p;
}

function dueDans(p: Parcours): (cle: string) => Echeance {
  const prevues = echeancier(p, regles);
  return (cle) => {
    const e = prevues.find((x) => x.cle === cle);
    if (e === undefined) throw new Error(`${cle} n’est pas prévue`);
    return e;
  };
}

function chronique(p: Parcours, signeLe: CivilDate): readonly string[] {
  const due = dueDans(p);
  const mois = Array.from({ length: 18 }, (_, i) => {
    const { du, au } = moisOf({ signeLe, pauses: [] }, i + 1);
    const planifie = dit(due(`mois:${i + 1}:planification:1`).duLe);
    const compte = court(due(`mois:${i + 1}:compte`).duLe);
    return `mois ${i + 1} : du ${court(du)} au ${court(au)}, planifié ${planifie}, compté le ${compte}`;
  });
  const bilans = bilansPrevus(p, regles).flatMap(({ rang, aTenirLe }) => [
    `bilan ${rang} : à tenir ${dit(aTenirLe)}`,
    `bilan ${rang} : annoncé ${dit(due(`bilan:${rang}:annonce`).duLe)}`,
    `bilan ${rang} : rappelé à 7 jours ${dit(due(`bilan:${rang}:rappel:7`).duLe)}`,
    `bilan ${rang} : rappelé à 0 jour ${dit(due(`bilan:${rang}:rappel:0`).duLe)}`,
    `bilan ${rang} : au responsable ${dit(due(`bilan:${rang}:retard:10`).duLe)}`,
    ...[1, 2, 3].map((i) => `bilan ${rang} : alerte ${i} ${dit(due(`bilan:${rang}:escalade:${i}`).duLe)}`),
  ]);
  const point = pointDit('point', due, 'point:1.6');
  const atteint = due('plafond:1:atteint');
  const plafond = [
    `plafond : dernier jour ${dit(plafondOf(p, regles) ?? signeLe)}`,
    ...[90, 30, 7].map((n) => `plafond : avis à ${n} jours ${dit(due(`plafond:1:avis:${n}`).duLe)}`),
    `plafond : atteint ${dit(atteint.duLe)} à ${heureAt(atteint.a, 'metropole')}`,
    `plafond : décision demandée ${dit(due('plafond:1:decision').duLe)}`,
    ...[1, 2, 3].map((i) => `plafond : alerte ${i} ${dit(due(`plafond:1:escalade:${i}`).duLe)}`),
  ];
  const fenetre = [
    ...[90, 30].map((n) => `fenêtre : avis à ${n} jours ${dit(due(`fenetre:1:avis:${n}`).duLe)}`),
    `fenêtre : décision demandée ${dit(due('fenetre:1:decision').duLe)}`,
    ...[1, 2, 3].map((i) => `fenêtre : alerte ${i} ${dit(due(`fenetre:1:escalade:${i}`).duLe)}`),
  ];
  return [...mois, ...bilans, ...point, ...plafond, ...fenetre];
}

/** R28 — one legal stock-take, from its preparation to the last escalation. */
function pointDit(nom: string, due: (cle: string) => Echeance, cle: string): readonly string[] {
  return [
    `${nom} : à tenir ${dit(due(`${cle}:rappel:0`).duLe)}`,
    `${nom} : à préparer ${dit(due(`${cle}:avis:45`).duLe)}`,
    `${nom} : annoncé ${dit(due(`${cle}:annonce`).duLe)}`,
    `${nom} : rappelé à 7 jours ${dit(due(`${cle}:rappel:7`).duLe)}`,
    `${nom} : rappelé à 0 jour ${dit(due(`${cle}:rappel:0`).duLe)}`,
    `${nom} : au responsable ${dit(due(`${cle}:retard:10`).duLe)}`,
    ...[1, 2, 3].map((i) => `${nom} : alerte ${i} ${dit(due(`${cle}:escalade:${i}`).duLe)}`),
  ];
}

function ecrite(
  signeLe: CivilDate,
  lignes = /^(mois \d|bilan \d|point :|plafond :|fenêtre :)/,
): readonly string[] {
  const texte = readFileSync(join(__dirname, 'chroniques', `signature-${signeLe}.txt`), 'utf8');
  return texte
    .split('\n')
    .filter((ligne) => lignes.test(ligne))
    .map((ligne) => ligne.replace(/ — .*$/, ''));
}

describe.each([jour('2026-01-31'), jour('2026-08-31'), jour('2024-02-29')])(
  'FAIRE 2025, contrat signé le %s',
  (signeLe) => {
    test('R01, R02, R05, R07, R10, R12, R15, R16, R28, R36 — le calendrier est celui que la main a compté', () => {
      expect(chronique(modele(signeLe), signeLe)).toEqual(ecrite(signeLe));
    });

    test('la chronique dit tout : rien d’autre n’est prévu, rien n’est prévu deux fois', () => {
      const cles = echeancier(modele(signeLe), regles).map((e) => e.cle);
      expect(new Set(cles).size).toBe(cles.length);
      // The months, the bilans, the cap, then the legal stock-take and the list of rights at the contrat.
      expect(cles).toHaveLength(18 * 2 + 3 * 7 + 3 + 1 + 1 + 3 + (2 + 1 + 3) + 8 + 1);
    });
  },
);

test('R28 — révisé, le point légal repart de la révision ; avec une difficulté, il attend douze mois : comme la main l’a compté', () => {
  const signeLe = jour('2026-01-31');
  const revise = modele(signeLe, {
    type: 'contrat_revise',
    version: 2,
    le: jour('2026-04-15'),
    par: 'personne',
    heures: null,
    objectifs: [],
    texteId: null,
  });
  expect(pointDit('point révisé', dueDans(revise), 'point:2.6')).toEqual(ecrite(signeLe, /^point révisé/));
  expect(echeancier(revise, regles).filter(({ cle }) => cle.startsWith('bilan'))).toEqual(
    echeancier(modele(signeLe), regles).filter(({ cle }) => cle.startsWith('bilan')),
  );
  const logement = modele(signeLe, { type: 'point_legal_regle', regime: 'logement' });
  expect(pointDit('point à douze mois', dueDans(logement), 'point:1.12').slice(0, 3)).toEqual(
    ecrite(signeLe, /^point à douze mois/),
  );
});

test('une édition en vigueur se retrouve par son code et son édition, pas autrement', () => {
  expect(findDispositif({ code: 'faire', edition: '2025' })).toBe(faire2025);
  expect(findDispositif({ code: 'faire', edition: '2024' })).toBeNull();
});
