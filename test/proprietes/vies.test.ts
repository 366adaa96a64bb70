import fc from 'fast-check';
import { enVigueur } from '../../domain/dispositifs/en-vigueur';
import { verifieEchelle } from './echelle';
import { verifie, verifieAgenda } from './invariants';
import { joue } from './jeu';
import { vies, type Vie } from './vie';

/** How many lives each property must have seen: never fewer than a thousand in all. */
const NOMBRES = { enRetard: 700, reveilsVains: 150, aLHeure: 150 } as const;
/** A failure shrinks for a while, then says its seed; a run that is cut short is a failure too. */
const ESSAIS = {
  endOnFailure: false,
  interruptAfterTimeLimit: 240_000,
  markInterruptAsFailure: true,
} as const;
jest.setTimeout(300_000);

const journaux = (vie: Vie, moteur: 'a_l_heure' | 'reveils_vains') =>
  [...joue(vie, moteur).dossiers.values()].map(({ journal, p }) => ({ journal, p }));

/** Holds the property over that many lives, and counts those that were really lived. */
function pourToutes(nombre: number, propriete: (vie: Vie) => void, reglages: object = ESSAIS): void {
  let vecues = 0;
  const comptee = fc.property(vies, (vie) => {
    propriete(vie);
    vecues += 1;
  });
  fc.assert(comptee, { ...reglages, numRuns: nombre });
  if (vecues < nombre) throw new Error(`${vecues} vies vécues sur ${nombre}.`);
}

test('mille vies au moins sont écrites, et une épreuve qui en vit moins échoue', () => {
  expect(Object.values(NOMBRES).reduce((a: number, b) => a + b, 0)).toBeGreaterThanOrEqual(1_000);
  const presse = { ...ESSAIS, interruptAfterTimeLimit: 0 };
  expect(() => pourToutes(20, () => undefined, presse)).toThrow(/interrupted/i);
  expect(() => pourToutes(20, () => undefined, { ...presse, markInterruptAsFailure: false })).toThrow();
  expect(() => pourToutes(20, () => fc.pre(false))).toThrow();
});

test('R01 à R41 — toute vie, réveillée avec n’importe quel retard, respecte la loi', () => {
  const vecues = new Map<string, number>();
  pourToutes(NOMBRES.enRetard, (vie) => {
    const monde = joue(vie, 'en_retard');
    verifie(monde);
    for (const dossier of monde.dossiers.values()) {
      verifieEchelle(dossier, monde);
      const { code } = dossier.p.dispositif;
      vecues.set(code, (vecues.get(code) ?? 0) + 1);
    }
  });
  // Whatever chance draws, each programme in force is lived hundreds of times.
  for (const { code } of enVigueur) expect(vecues.get(code) ?? 0).toBeGreaterThan(200);
});

test('se réveiller pour rien ne change rien : le même journal qu’à l’heure exacte', () => {
  pourToutes(NOMBRES.reveilsVains, (vie) => {
    expect(journaux(vie, 'reveils_vains')).toEqual(journaux(vie, 'a_l_heure'));
  });
});

test('R01 à R41 — toute vie, réveillée à l’heure, respecte la loi', () => {
  pourToutes(NOMBRES.aLHeure, (vie) => {
    const monde = joue(vie, 'a_l_heure', verifieAgenda);
    verifie(monde);
    for (const dossier of monde.dossiers.values()) verifieEchelle(dossier, monde);
  });
});
