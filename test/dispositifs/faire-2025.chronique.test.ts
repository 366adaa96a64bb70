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
 * The three texts were written by hand from faire.md with a printed calendar, before this file existed. They are
 * never regenerated: a difference is settled by the text of the rules, and the loser is corrected (house 7).
 */
const regles = { dispositif: faire2025, zone: 'metropole' } as const;
const JOURS = ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'];

const court = (le: CivilDate) => le.split('-').reverse().join('/');
const dit = (le: CivilDate) => `le ${JOURS[jourDeSemaine(le) - 1] ?? ''} ${court(le)}`;

/** A parcours signed and recorded on that day at ten, in which nothing else ever happens. */
function modele(signeLe: CivilDate): Parcours {
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

function chronique(p: Parcours, signeLe: CivilDate): readonly string[] {
  const prevues = echeancier(p, regles);
  const due = (cle: string): Echeance => {
    const e = prevues.find((x) => x.cle === cle);
    if (e === undefined) throw new Error(`${cle} n’est pas prévue`);
    return e;
  };
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
  return [...mois, ...bilans, ...plafond, ...fenetre];
}

function ecrite(signeLe: CivilDate): readonly string[] {
  const texte = readFileSync(join(__dirname, 'chroniques', `signature-${signeLe}.txt`), 'utf8');
  return texte
    .split('\n')
    .filter((ligne) => /^(mois \d|bilan \d|plafond :|fenêtre :)/.test(ligne))
    .map((ligne) => ligne.replace(/ — .*$/, ''));
}

describe.each([jour('2026-01-31'), jour('2026-08-31'), jour('2024-02-29')])(
  'FAIRE 2025, contrat signé le %s',
  (signeLe) => {
    test('R01, R02, R05, R07, R10, R12, R15, R16, R36 — le calendrier est celui que la main a compté', () => {
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

test('une édition en vigueur se retrouve par son code et son édition, pas autrement', () => {
  expect(findDispositif({ code: 'faire', edition: '2025' })).toBe(faire2025);
  expect(findDispositif({ code: 'faire', edition: '2024' })).toBeNull();
});
