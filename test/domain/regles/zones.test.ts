import { estOuvre, reporteAuJourOuvre } from '../../../domain/temps/calendrier';
import { limiteSignature } from '../../../domain/parcours/contrat';
import { faire2025 } from '../../../domain/dispositifs/faire-2025';
import { matinOf } from '../../../domain/parcours/contexte';
import { heureAt, jourAt } from '../../../domain/temps/heure-locale';
import { epochMsOf } from '../../../domain/temps/instant';
import { addDuree, addJours, jour, joursEntre } from '../../../domain/temps/jour';
import { codesZone, type CodeZone } from '../../../domain/temps/zones';
import { ouvre, signe } from '../recit';

type Date10 = `${number}-${number}-${number}`;

describe('R37 — les vecteurs de law.md 7.2', () => {
  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2024-08-31', 18, '2026-02-28'],
    ['2025-02-28', 18, '2026-08-28'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2025-01-01', 18, '2026-07-01'],
  ] as const)('R37 — %s plus %i mois : %s, toujours depuis l’ancre', (depuis, mois, fin) => {
    expect(addDuree(jour(depuis), { mois })).toBe(fin);
  });

  test.each([
    ['2026-04-21', '2026-05-04'], // 01/05 is a Friday
    ['2026-04-23', '2026-05-04'], // 03/05 is a Sunday
    ['2026-05-04', '2026-05-15'], // 14/05 is Ascension day
  ] as const)('R37 — dix jours reçus le %s finissent le %s', (recu, fin) => {
    expect(reporteAuJourOuvre(addDuree(jour(recu), { jours: 10 }), 'metropole')).toBe(fin);
  });

  test('R37 — les mois d’abord, les jours ensuite ; jamais de mois en mois', () => {
    expect(addDuree(jour('2026-01-31'), { mois: 1, jours: 1 })).toBe('2026-03-01');
    expect(addDuree(addDuree(jour('2026-01-31'), { mois: 1 }), { mois: 1 })).toBe('2026-03-28');
    expect(addDuree(jour('2026-01-31'), { mois: 2 })).toBe('2026-03-31');
  });
});

describe('R37 — chaque territoire a ses fêtes, et un délai y finit plus tard', () => {
  test.each<[CodeZone, Date10, Date10]>([
    ['mayotte', '2026-04-27', '2026-04-28'],
    ['martinique', '2026-05-22', '2026-05-26'], // Friday, then Whit Monday
    ['guadeloupe', '2026-05-27', '2026-05-28'],
    ['saint_martin', '2026-05-28', '2026-05-29'],
    ['guyane', '2026-06-10', '2026-06-11'],
    ['saint_barthelemy', '2026-10-09', '2026-10-12'], // Friday
    ['la_reunion', '2027-12-20', '2027-12-21'],
    ['alsace_moselle', '2026-04-03', '2026-04-07'], // Good Friday, then Easter Monday
    ['alsace_moselle', '2028-12-26', '2028-12-27'],
  ])('R37 — %s, le %s : porté au %s ; ailleurs il est ouvré', (zone, fete, report) => {
    expect(estOuvre(jour(fete), 'metropole')).toBe(true);
    expect(reporteAuJourOuvre(jour(fete), zone)).toBe(report);
  });

  test('R37 — le mois pour signer finit le lendemain de la fête du territoire, en faveur de la personne', () => {
    const limite = (zone: CodeZone) =>
      limiteSignature(
        { orientation: { notifieeLe: jour('2026-05-10') }, pauses: [] },
        { dispositif: faire2025, zone },
      );
    expect([limite('metropole'), limite('guyane')]).toEqual(['2026-06-10', '2026-06-11']);
  });
});

describe('R37 — une structure d’un autre territoire', () => {
  test.each<[CodeZone, string]>([
    ['la_reunion', '06'],
    ['guyane', '13'],
    ['saint_pierre_et_miquelon', '12'],
  ])('R37 — à %s, les rendez-vous sont à l’heure du mur et jamais un jour de fête', (zone, utc) => {
    const r = signe('2026-04-15', { zone }).le('2026-06-29');
    expect(r.p.zone).toBe(zone);
    for (const rdv of r.p.rendezVous) {
      const le = jourAt(rdv.creneau.debut, zone);
      expect([estOuvre(le, zone), heureAt(rdv.creneau.debut, zone) >= '09:00']).toEqual([true, true]);
    }
    for (const { a, echeance } of r.dossier.journal.filter(
      (f) => f.echeance?.cle.startsWith('rdv:') === true,
    )) {
      expect(jourAt(a, zone)).toBe(echeance?.duLe);
      expect(heureAt(a, zone) >= '06:30' && heureAt(a, zone) < '07:45').toBe(true);
    }
    expect(r.p.rendezVous[0]?.creneau.debut.slice(11, 13)).toBe(
      utc === '06' ? '05' : utc === '13' ? '12' : '11',
    );
  });

  test('R37 — le plafond tombe à minuit du territoire : la veille au soir à Paris pour La Réunion', () => {
    const r = signe('2025-01-31', { zone: 'la_reunion' }).le('2026-08-03');
    expect(r.p.plafondAtteintA).toBe('2026-07-31T20:00:00.000Z');
  });

  test('R37 — le même jour civil n’est pas le même partout : la signature du jour se juge sur le calendrier local', () => {
    // 2026-01-13 at 02:00 in La Réunion is still the 12th in Paris, and is the 12th at 19:00 in Guyane.
    const r = ouvre({ le: '2026-01-12', zone: 'la_reunion' }).le('2026-01-13', '02:00');
    r.fait({ type: 'signContrat', signeLe: jour('2026-01-13') });
    expect(r.p.contrat?.signeLe).toBe('2026-01-13');
    const g = ouvre({ le: '2026-01-12', zone: 'guyane' }).le('2026-01-12', '23:30');
    expect(g.codeRefus({ type: 'signContrat', signeLe: jour('2026-01-13') })).toBe('date_future');
  });
});

describe('R37 — les jours de 23 et de 25 heures', () => {
  const regles = { dispositif: faire2025, zone: 'metropole' } as const;

  test.each([
    ['2026-03-28', 23],
    ['2026-10-24', 25],
  ] as const)('R37 — d’un matin à l’autre à partir du %s, %i heures, et un jour', (veille, heures) => {
    const [a, b] = [jour(veille), addJours(jour(veille), 1)];
    const ms = epochMsOf(matinOf('p', b, regles)) - epochMsOf(matinOf('p', a, regles));
    expect(ms / 3_600_000).toBe(heures);
    expect(joursEntre(a, b)).toBe(1);
  });

  test('R37 — un rappel la veille d’un rendez-vous qui suit le changement d’heure part au même matin du mur', () => {
    const r = signe('2026-02-28').le('2026-04-20');
    const heures = r.dossier.journal
      .filter((f) => f.echeance?.cle.includes(':rappel:') === true)
      .map((f) => heureAt(f.a, 'metropole'));
    expect(new Set(heures).size).toBe(1);
  });

  test('R37 — chaque zone a des matins de chaque jour de 2026, sans trou ni doublon', () => {
    for (const zone of codesZone) {
      const jours = Array.from({ length: 365 }, (_, i) => addJours(jour('2026-01-01'), i));
      expect(jours.map((le) => jourAt(matinOf('p', le, { dispositif: faire2025, zone }), zone))).toEqual(
        jours,
      );
    }
  });
});
