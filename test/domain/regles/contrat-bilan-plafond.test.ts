import { instantAt } from '../../../domain/temps/heure-locale';
import { limiteSignature } from '../../../domain/parcours/contrat';
import { etapeOf } from '../../../domain/parcours/parcours';
import { plafondOf } from '../../../domain/parcours/plafond';
import { moisOf, rangDuMois } from '../../../domain/rendez-vous/rendez-vous';
import { addDuree, addJours, jour, type CivilDate } from '../../../domain/temps/jour';
import { ouvre, signe } from '../recit';

const signeContrat = (signeLe: CivilDate) => ({ type: 'signContrat', signeLe }) as const;
const bilan = (rang: number, tenuLe: CivilDate) =>
  ({ type: 'recordBilan', bilan: rang, tenuLe, objectifs: [], orientation: 'continuer' }) as const;
const prolonge = (jusquAu: CivilDate) => ({ type: 'prolongParcours', jusquAu, texteId: 't' }) as const;

const sansPause = (le: string) => ({ signeLe: le as CivilDate, pauses: [] });

describe('R01 — les mois', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-01', '2026-02-28'],
    ['2026-01-31', 2, '2026-03-01', '2026-03-31'],
    ['2026-08-31', 6, '2027-02-01', '2027-02-28'],
    ['2024-02-29', 12, '2025-01-30', '2025-02-28'],
    ['2024-02-29', 13, '2025-03-01', '2025-03-29'],
  ] as const)('R01 — signé le %s, le mois %i va du %s au %s', (signeLe, n, du, au) => {
    expect(moisOf(sansPause(signeLe), n)).toEqual({ du, au });
  });

  test.each(['2026-01-31', '2026-08-31', '2024-02-29', '2025-02-28', '2025-06-15'] as const)(
    'R01 — signé le %s, chaque jour appartient à un mois et un seul',
    (signeLe) => {
      expect(rangDuMois(sansPause(signeLe), jour(signeLe))).toBe(0);
      let le = addJours(jour(signeLe), 1);
      for (let n = 1; n <= 24; n += 1) {
        const { du, au } = moisOf(sansPause(signeLe), n);
        expect(du).toBe(le);
        for (; le <= au; le = addJours(le, 1)) expect(rangDuMois(sansPause(signeLe), le)).toBe(n);
      }
    },
  );
});

describe('R13 — le contrat', () => {
  test('R13 — un mois pour signer, reporté au jour ouvré suivant (R04)', () => {
    const r = ouvre({ le: '2026-01-12', orienteLe: '2026-01-10' });
    expect(limiteSignature(r.p, r.monde)).toBe('2026-02-10');
    const s = ouvre({ le: '2026-04-02', orienteLe: '2026-04-01' });
    expect(limiteSignature(s.p, s.monde)).toBe('2026-05-04'); // 1 May, then a week-end
  });

  test('R13 — rappelé 15, 7 et 2 jours avant (R05), en retard au jour ouvré 1 puis 10, puis R12', () => {
    const r = ouvre({ le: '2026-01-12', orienteLe: '2026-01-10' });
    expect(r.aVenir('contrat')).toEqual({
      'contrat:1:rappel:15': '2026-01-26',
      'contrat:1:rappel:7': '2026-02-03',
      'contrat:1:rappel:2': '2026-02-06', // the 8th is a Sunday
      'contrat:1:retard:1': '2026-02-11',
      'contrat:1:retard:10': '2026-02-24',
      'contrat:1:escalade:1': '2026-03-10',
      'contrat:1:escalade:2': '2026-03-24',
      'contrat:1:escalade:3': '2026-04-08', // Easter Monday is the 6th
    });
  });

  test('R13 — ouvert avec une orientation ancienne, les rappels d’avant tombent et se journalisent, le retard se dit depuis ce jour', () => {
    const r = ouvre({ le: '2026-02-16', orienteLe: '2026-01-10' });
    expect(
      r.dossier.journal.flatMap(({ fait }) => (fait.type === 'echeances_abandonnees' ? fait.cles : [])),
    ).toEqual(['contrat:1:rappel:15', 'contrat:1:rappel:7', 'contrat:1:rappel:2']);
    expect(r.aVenir('contrat')).toEqual({
      'contrat:1:retard:1': '2026-02-17',
      'contrat:1:retard:10': '2026-03-02',
      'contrat:1:escalade:1': '2026-03-16',
      'contrat:1:escalade:2': '2026-03-30',
      'contrat:1:escalade:3': '2026-04-14',
    });
    expect(r.dossier.lignes).toEqual([]);
  });

  test('R13 — ouvert avec une orientation très ancienne, le retard est dit au référent, puis au responsable, une fois chacun', () => {
    const r = ouvre({ le: '2026-01-12', orienteLe: '2025-02-03' }).le('2026-01-27');
    const dites = r.dossier.lignes.filter(({ avis }) => avis === 'contrat_en_retard');
    expect(dites.map(({ cle, pour }) => `${cle} ${pour}`)).toEqual([
      'contrat:1:retard:1:referent referent',
      'contrat:1:retard:10:responsable responsable',
    ]);
  });

  test('R13 — l’ancre est le jour de la signature, non celui de l’enregistrement', () => {
    const r = ouvre({ le: '2026-01-31', orienteLe: '2026-01-31' })
      .le('2026-02-20')
      .fait(signeContrat(jour('2026-01-31')));
    expect(plafondOf(r.p, r.monde)).toBe('2027-07-31');
    expect(r.aVenir('contrat')).toEqual({});
  });

  test('R13 — enregistré des mois plus tard : les mois finis ne sont pas comptés, le passé tombe, la suite se planifie', () => {
    const r = ouvre({ le: '2025-02-03', orienteLe: '2025-01-31' })
      .le('2025-10-06')
      .fait(signeContrat(jour('2025-01-31')));
    expect(r.p.mois).toEqual({});
    const tombees = r.desFaits('echeances_abandonnees').flatMap((f) => f.cles);
    expect(tombees).toEqual(
      expect.arrayContaining([
        'bilan:1:annonce',
        'bilan:1:rappel:7',
        'bilan:1:rappel:0',
        'bilan:1:retard:10',
      ]),
    );
    expect(r.courriels().filter((c) => c.startsWith('bilan'))).toEqual([]);
    // October (month 9) still has room, and month 10 was to be scheduled on 10/10.
    expect(r.rendezVous().slice(-1)[0]).toMatch(/ 2025-10-14 09:00 attendu$/);
    r.le('2025-11-02');
    expect(Object.keys(r.p.mois)).toEqual(['9']);
  });

  test('R13 — enregistré la nuit du lendemain du mois, ce mois était fini : il n’est pas compté au matin', () => {
    const r = ouvre({ le: '2026-01-31', orienteLe: '2026-01-31', permanences: [] });
    r.le('2026-03-01', '00:30')
      .fait(signeContrat(jour('2026-01-31')))
      .le('2026-03-02');
    expect(r.p.mois).toEqual({});
  });

  test('R13 — signé et enregistré tard, deux mois à prendre : le mois 9 se prend avant le mois 10', () => {
    const r = ouvre({ le: '2025-02-03', orienteLe: '2025-01-31', permanences: [] }).le('2025-10-13');
    r.fait(signeContrat(jour('2025-01-31')));
    const essais = r
      .desFaits('creneau_introuvable')
      .map((f) => (f.periode.quoi === 'mois' ? f.periode.mois : 0));
    expect(essais).toEqual([9, 10]);
  });
});

describe('R15 — les bilans', () => {
  test('R15 — un rendez-vous placé à la main porte le bilan annoncé que l’on demande, et aucun autre', () => {
    const place = (le: `${number}-${number}-${number}`, rang: number) =>
      ({
        type: 'addRendezVous',
        debut: instantAt(jour(le), '15:00', 'metropole'),
        dureeMinutes: 60,
        bilan: rang,
      }) as const;
    const r = signe('2026-01-31').le('2026-06-30');
    expect(r.refus(place('2026-07-03', 1))).toMatchObject({ code: 'bilan_pas_encore_annonce' });
    expect(r.refus(place('2026-07-03', 9))).toEqual({ code: 'bilan_inconnu' });
    r.le('2026-07-01').fait(place('2026-07-03', 1));
    expect(r.p.rendezVous.at(-1)).toMatchObject({ origine: 'referent', bilan: 1 });
    r.fait(bilan(1, jour('2026-07-01')));
    expect(r.refus(place('2026-07-06', 1))).toMatchObject({ code: 'bilan_deja_realise' });
  });

  test('R15 — annoncé trente jours avant à la personne et au référent, enregistrable dès ce jour', () => {
    const r = signe('2026-01-31').le('2026-06-30');
    expect(r.refus(bilan(1, jour('2026-06-30')))).toEqual({
      code: 'bilan_pas_encore_annonce',
      aPartirDu: '2026-07-01',
    });
    r.le('2026-07-01');
    expect(r.courriels()).toContain('bilan_annonce 2026-07-01');
    expect(r.dossier.lignes.filter((l) => l.avis === 'bilan_a_preparer').map((l) => l.pour)).toEqual([
      'referent',
    ]);
    r.fait(bilan(1, jour('2026-07-01')));
    expect(r.aVenir('bilan:1')).toEqual({});
  });

  test('R15 — tenu en retard, le suivant ne bouge pas', () => {
    const r = signe('2026-01-31')
      .le('2026-10-15')
      .fait(bilan(1, jour('2026-10-14')));
    expect(r.prevu('bilan:2:rappel:0')).toBe('2027-02-01');
    expect(r.p.bilans).toEqual([{ rang: 1, tenuLe: '2026-10-14', orientation: 'continuer' }]);
  });

  test('R15 — le bilan du plafond s’enregistre encore après le plafond', () => {
    const r = signe('2025-01-31').le('2026-09-01');
    expect(etapeOf(r.p)).toBe('plafond_atteint');
    r.fait(bilan(3, jour('2026-08-31')));
    expect(r.p.bilans.map((b) => b.rang)).toEqual([3]);
  });

  test('R15 — annoncé trop tard par une panne, le bilan passé n’est pas annoncé à la personne', () => {
    const r = signe('2026-01-31').le('2026-06-20').panneJusquau('2026-08-20');
    expect(r.desFaits('bilan_annonce')).toHaveLength(1);
    expect(r.courriels().filter((c) => c.startsWith('bilan'))).toEqual([]);
  });
});

describe('R02, R16 — le plafond', () => {
  test('R02 — le dernier jour est compris : l’étape change à minuit, heure locale', () => {
    const r = signe('2025-01-31').le('2026-07-31', '23:59');
    expect(etapeOf(r.p)).toBe('en_accompagnement');
    r.le('2026-08-01', '00:00');
    expect(etapeOf(r.p)).toBe('plafond_atteint');
    expect(r.courriels('responsable')).toEqual(['plafond_atteint 2026-08-01']);
    expect(r.courriels('referent')).toEqual(['plafond_atteint 2026-08-01']);
  });

  test('R16 — la décision est demandée le premier jour ouvré après, puis R12 du dernier jour', () => {
    const r = signe('2025-01-31').le('2026-08-01');
    expect(r.aVenir('plafond')).toEqual({
      'plafond:1:decision': '2026-08-03',
      'plafond:1:escalade:1': '2026-08-14',
      'plafond:1:escalade:2': '2026-08-28',
      'plafond:1:escalade:3': '2026-09-11',
    });
  });

  test('R02 — le plafond atteint, plus rien ne se planifie', () => {
    const r = signe('2025-01-31').le('2026-08-01').retient().le('2026-12-31');
    expect(r.desFaits('rendez_vous_planifie')).toEqual([]);
    expect(Object.keys(r.p.mois).at(-1)).toBe('18');
  });

  test('R02 — atteint puis prolongé : les mois vécus sous le plafond ne sont pas comptés, les avis passés tombent', () => {
    const r = signe('2025-01-31')
      .le('2026-10-15')
      .fait(prolonge(jour('2026-12-31')));
    expect(etapeOf(r.p)).toBe('en_accompagnement');
    expect(r.desFaits('echeances_abandonnees').flatMap((f) => f.cles)).toEqual(
      expect.arrayContaining(['plafond:2:avis:90', 'mois:19:planification:1', 'mois:20:planification:1']),
    );
    expect(r.aVenir('plafond:2:avis')).toEqual({
      'plafond:2:avis:30': '2026-12-01',
      'plafond:2:avis:7': '2026-12-24',
    });
    r.le('2027-01-02');
    // August, September and October were lived under the reached cap.
    expect(
      Object.keys(r.p.mois)
        .map(Number)
        .filter((n) => n > 18),
    ).toEqual([22, 23]);
    expect(etapeOf(r.p)).toBe('plafond_atteint');
  });

  test('R02 — prolongé avant le plafond, rien ne s’interrompt', () => {
    const r = signe('2025-01-31')
      .le('2026-07-20')
      .fait(prolonge(jour('2027-01-31')))
      .le('2026-08-02');
    expect(etapeOf(r.p)).toBe('en_accompagnement');
    expect(r.prevu('mois:19:compte')).toBe('2026-09-01');
    expect(r.prevu('bilan:4:rappel:0')).toBe('2027-02-01');
  });

  test.each(['2026-01-31', '2024-02-29', '2025-08-31'] as const)(
    'R02 — signé le %s, le plafond ne bouge pas même férié',
    (le) => {
      expect(
        plafondOf(
          {
            contrat: { signeLe: jour(le), revision: 1, enregistreA: signe('2025-01-31').monde.maintenant },
            prolongations: [],
            pauses: [],
          },
          signe('2025-01-31').monde,
        ),
      ).toBe(addDuree(jour(le), { mois: 18 }));
    },
  );
});

describe('R06, R17, R18 — ce qui part', () => {
  test('R06 — ce qui suit le geste d’un humain part aussitôt, ce qui suit l’horloge part le matin', () => {
    const r = signe('2026-01-31');
    expect(r.dossier.courriels[0]?.vouluA).toBe(r.monde.maintenant);
    r.le('2026-03-31');
    for (const f of r.dossier.journal.filter((x) => x.echeance !== null && x.a !== r.dossier.journal[0]?.a))
      expect(r.mur(f.a).slice(11) >= '06:30' && r.mur(f.a).slice(11) < '07:45').toBe(true);
  });

  test('R17 — une convocation que le relais refuse : le référent le sait aussitôt, une lettre est à faire', () => {
    const r = signe('2026-01-31', { relais: 'refuse' });
    expect(r.courriels('referent')).toEqual(['convocation_non_remise 2026-01-31']);
    expect(Object.keys(r.p.lettres)).toEqual(['rdv:1.1:convocation']);
  });

  test('R18 — sans adresse, chaque courriel devient une lettre et une ligne', () => {
    const r = signe('2026-01-31', { sansAdresse: true }).le('2026-02-04');
    expect(r.courriels()).toEqual([]);
    expect(Object.keys(r.p.lettres)).toEqual(['rdv:1.1:convocation', 'rdv:1.1:rappel:7']);
    expect(r.dossier.lignes.filter((l) => l.avis === 'lettre_a_faire')).toHaveLength(2);
  });

  test('la sortie annule ce qui était à venir et le dit ; décès ou déménagement se taisent', () => {
    const sortie = (motif: 'cdi' | 'deces') =>
      ({ type: 'exitParcours', motif, le: jour('2026-02-05') }) as const;
    const dit = signe('2026-01-31').le('2026-02-05').fait(sortie('cdi'));
    expect(dit.courriels()).toContain('annulation 2026-02-05');
    expect(dit.types()).toEqual(['rendez_vous_annule', 'parcours_clos', 'echeances_abandonnees']);
    const tu = signe('2026-01-31').le('2026-02-05').fait(sortie('deces'));
    expect(tu.courriels()).not.toContain('annulation 2026-02-05');
    expect([etapeOf(tu.p), tu.aVenir('')]).toEqual(['clos', {}]);
  });
});
