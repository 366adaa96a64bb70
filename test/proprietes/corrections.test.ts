import fc from 'fast-check';
import { echeancier } from '../../domain/parcours/echeancier';
import { addMinutes } from '../../domain/temps/instant';
import { jour } from '../../domain/temps/jour';
import { ask, createMonde, dossierDe, openIn, walk, type Monde } from '../domain/monde';
import { DEBUT } from './vie';

const ID = 'aaaaaaaa-0000-4000-8000-000000000001';
type Statut = 'honore' | 'excuse' | 'absent';

/** An error at the `rang`-th appointment, found after so many minutes; a second life in which it was never made. */
type Erreur = {
  readonly rang: number;
  readonly dit: Statut;
  readonly vrai: Statut;
  readonly apres: number;
};

const statut = fc.constantFrom<Statut>('honore', 'excuse', 'absent');
const erreurs: fc.Arbitrary<Erreur> = fc.record({
  rang: fc.integer({ min: 1, max: 4 }),
  dit: statut,
  vrai: statut,
  apres: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1440, max: 40 * 1440 })),
});

function vieJusquA(rang: number): Monde {
  const m = createMonde({
    maintenant: DEBUT,
    agenda: {
      permanences: [
        { id: 'p', jourDeSemaine: 2, de: '09:00', a: '12:00', dureeMinutes: 45, dureeBilanMinutes: 60 },
      ],
      absences: [],
      fermetures: [],
      maximumParJour: 4,
    },
  });
  openIn(m, ID, {
    type: 'openParcours',
    dispositif: { code: 'faire', edition: '2025' },
    structureId: 'structure',
    zone: 'metropole',
    beneficiaireId: 'beneficiaire',
    referentId: 'referent',
    orientationNotifieeLe: jour('2025-01-31'),
    soumisAuxObligations: true,
  });
  ask(m, ID, { type: 'signContrat', signeLe: jour('2025-02-03') });
  for (let n = 1; n <= rang; n += 1) {
    const find = () => dossierDe(m, ID).p.rendezVous.find((r) => r.id === n);
    for (let jours = 0; find() === undefined && jours < 60; jours += 1)
      walk(m, addMinutes(m.maintenant, 1440));
    const rdv = find();
    if (rdv === undefined) throw new Error(`Le rendez-vous ${n} n’est pas convenu.`);
    walk(m, addMinutes(rdv.creneau.fin, 60));
    if (n < rang) dis(m, n, 'honore');
  }
  return m;
}

function dis(m: Monde, rendezVousId: number, dit: Statut): void {
  const refus = ask(m, ID, { type: 'recordStatut', rendezVousId, statut: dit, texteId: null });
  if (refus !== null) throw new Error(refus.code);
}

/** Found late, what the error had prevented (a second appointment, a ladder) begins later than it would have: R32. */
const commenceTard = (dit: Statut, vrai: Statut) => dit === 'honore' || vrai === 'absent';

/** What time will bring, and who is expected from now on: without the number that an appointment happens to have. */
function suiteDe(m: Monde) {
  const { p } = dossierDe(m, ID);
  const attendus = p.rendezVous
    .filter((r) => r.issue === null && r.creneau.debut > m.maintenant)
    .map((r) => r.creneau.debut)
    .sort();
  const echeances = echeancier(p, m)
    .filter(({ cle }) => !cle.startsWith('rdv:'))
    .map(({ cle, duLe }) => `${duLe} ${cle}`);
  const ouverts = p.manquements.filter((x) => x.etat.etat !== 'clos').map((x) => x.genre);
  return { attendus, echeances, ouverts };
}

test('R32 — une erreur corrigée rend la suite qu’aurait eue la vie sans l’erreur', () => {
  fc.assert(
    fc.property(erreurs, ({ rang, dit, vrai, apres }) => {
      fc.pre(dit !== vrai && (apres < 301 || !commenceTard(dit, vrai)));
      const corrigee = vieJusquA(rang);
      const juste = vieJusquA(rang);
      dis(corrigee, rang, dit);
      dis(juste, rang, vrai);
      for (const m of [corrigee, juste]) walk(m, addMinutes(m.maintenant, apres));
      const type = apres < 301 ? 'recordStatut' : 'correctStatut';
      const refus = ask(corrigee, ID, { type, rendezVousId: rang, statut: vrai, texteId: null });
      if (refus !== null) throw new Error(refus.code);
      for (const m of [corrigee, juste]) walk(m, addMinutes(m.maintenant, 3 * 1440));
      expect(suiteDe(corrigee)).toEqual(suiteDe(juste));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
