import fc from 'fast-check';
import { verifieEchelle } from './echelle';
import { verifie, verifieAgenda } from './invariants';
import { joue } from './jeu';
import { vies, type Vie } from './vie';

/** Bounded: a failure shrinks for a while, then says its seed. */
const ESSAIS = { endOnFailure: false, interruptAfterTimeLimit: 60_000 } as const;
const journaux = (vie: Vie, moteur: 'a_l_heure' | 'reveils_vains') =>
  [...joue(vie, moteur).dossiers.values()].map(({ journal, p }) => ({ journal, p }));

test('R01 à R18 — toute vie, réveillée avec n’importe quel retard, respecte la loi', () => {
  fc.assert(
    fc.property(vies, (vie) => {
      const monde = joue(vie, 'en_retard');
      verifie(monde);
      for (const dossier of monde.dossiers.values()) verifieEchelle(dossier, monde);
    }),
    { numRuns: 700, ...ESSAIS },
  );
}, 120_000);

test('se réveiller pour rien ne change rien : le même journal qu’à l’heure exacte', () => {
  fc.assert(
    fc.property(vies, (vie) => {
      expect(journaux(vie, 'reveils_vains')).toEqual(journaux(vie, 'a_l_heure'));
    }),
    { numRuns: 150, ...ESSAIS },
  );
}, 120_000);

test('R01 à R18 — toute vie, réveillée à l’heure, respecte la loi', () => {
  fc.assert(
    fc.property(vies, (vie) => {
      const monde = joue(vie, 'a_l_heure', verifieAgenda);
      verifie(monde);
      for (const dossier of monde.dossiers.values()) verifieEchelle(dossier, monde);
    }),
    { numRuns: 150, ...ESSAIS },
  );
}, 120_000);
