import type { Demande } from '../../../domain/parcours/demandes';
import { etapeOf } from '../../../domain/parcours/parcours';
import { plafondOf } from '../../../domain/parcours/plafond';
import { decale, joursRestants } from '../../../domain/pauses/pause';
import { jour } from '../../../domain/temps/jour';
import { ouvre, signe } from '../recit';

type Date10 = `${number}-${number}-${number}`;
const pause = (du: Date10, au: Date10 | null): Demande => ({
  type: 'pauseParcours',
  motif: 'maladie',
  du: jour(du),
  au: au === null ? null : jour(au),
});
const reprend = (le: Date10): Demande => ({ type: 'resumeParcours', le: jour(le) });

describe('R20 — un délai avance des jours de pause qu’il traverse', () => {
  const de = (du: Date10, au: Date10 | null) => ({ du: jour(du), au: au === null ? null : jour(au) });

  test.each([
    ['pause avant le point de départ', [de('2026-01-01', '2026-01-10')], '2026-03-31'],
    ['pause à cheval sur le point de départ', [de('2026-01-20', '2026-02-05')], '2026-04-05'],
    ['pause entière au milieu', [de('2026-02-10', '2026-02-19')], '2026-04-10'],
    ['pause qui commence le dernier jour', [de('2026-03-31', '2026-04-02')], '2026-04-03'],
    ['pause qui commence le lendemain', [de('2026-04-01', '2026-04-20')], '2026-03-31'],
    [
      'seconde pause atteinte par le décalage',
      [de('2026-02-10', '2026-02-19'), de('2026-04-05', '2026-04-06')],
      '2026-04-12',
    ],
    ['pause sans fin', [de('2026-02-10', null)], '2026-03-31'],
    ['pause à laquelle on a renoncé', [de('2026-02-10', '2026-02-09')], '2026-03-31'],
  ] as const)('R20 — du 31/01 au 31/03/2026, %s', (_, pauses, attendu) => {
    expect(decale(pauses, jour('2026-01-31'), jour('2026-03-31'))).toBe(attendu);
  });

  test('R20 — les jours restants ne comptent pas la pause, et ne bougent pas tant qu’elle n’a pas de fin', () => {
    const fin = jour('2026-04-10');
    const prevue = [de('2026-02-10', '2026-02-19')];
    expect(joursRestants(prevue, jour('2026-01-31'), fin)).toBe(59);
    expect(joursRestants(prevue, jour('2026-02-09'), fin)).toBe(50);
    expect(joursRestants(prevue, jour('2026-02-15'), fin)).toBe(50);
    expect(joursRestants(prevue, jour('2026-02-20'), fin)).toBe(49);
    const ouverte = [de('2026-02-10', null)];
    expect(joursRestants(ouverte, jour('2026-02-09'), fin)).toBe(60);
    expect(joursRestants(ouverte, jour('2026-03-25'), fin)).toBe(60);
  });
});

describe('R19 — la pause', () => {
  test('R19 — du premier jour à la reprise, rien n’est honoré ; ce qui attendait suit', () => {
    const r = signe('2026-01-31').le('2026-02-02').fait(pause('2026-02-09', '2026-03-22'));
    // The cancelled one is replaced at once, after the pause.
    expect(r.rendezVous()).toEqual(['1 2026-02-10 09:00 annule_service', '2 2026-03-24 09:00 attendu']);
    r.le('2026-02-08').retient();
    expect(etapeOf(r.p)).toBe('en_accompagnement');
    r.le('2026-03-22');
    expect(etapeOf(r.p)).toBe('en_pause');
    expect(r.types()).toEqual(['pause_commencee']);
    r.le('2026-03-23');
    expect(etapeOf(r.p)).toBe('en_accompagnement');
    expect(r.courriels()).toContain('annulation 2026-02-02');
    expect(r.courriels()).toContain('pause 2026-02-02');
    expect(r.courriels()).toContain('reprise 2026-03-23');
    // Month 1 lost 42 days: it now ends on 11/04/2026.
    expect(r.prevu('mois:1:compte+42')).toBe('2026-04-12');
  });

  test('R19 — sans dernier jour, tout attend et des nouvelles sont demandées chaque mois', () => {
    const r = signe('2026-01-31').le('2026-02-02').fait(pause('2026-02-02', null)).retient();
    r.le('2026-06-01');
    expect(r.types()).toEqual(['professionnel_averti', 'professionnel_averti', 'professionnel_averti']);
    expect(r.aVenir('mois')).toEqual({});
    expect(r.aVenir('bilan')).toEqual({});
    expect(r.honoreeLe('pause:1:question:1')).toBe('2026-03-02');
    expect(r.honoreeLe('pause:1:question:3')).toBe('2026-05-04');
    expect(etapeOf(r.p)).toBe('en_pause');
  });

  test('R19 — la maladie qui traverse le plafond le recule ; rien ne s’est clos', () => {
    const r = signe('2025-01-31').le('2026-07-01').fait(pause('2026-07-06', null));
    r.le('2026-09-30');
    expect(r.p.plafondAtteintA).toBeNull();
    r.fait(reprend('2026-10-01'));
    // 87 days lost, 26 days were left from 06/07 to 31/07/2026.
    expect(plafondOf(r.p, r.monde)).toBe('2026-10-26');
    r.le('2026-10-27');
    expect(etapeOf(r.p)).toBe('plafond_atteint');
  });
});

describe('R20 — la reprise', () => {
  test('R20 — plus tôt que prévu elle raccourcit la pause, plus tard elle la prolonge', () => {
    const r = signe('2026-01-31').le('2026-02-02').fait(pause('2026-02-09', '2026-03-22'));
    const fin = () => plafondOf(r.p, r.monde);
    expect(fin()).toBe('2027-09-11');
    r.le('2026-02-20').fait(reprend('2026-02-23'));
    expect(fin()).toBe('2027-08-14');
    r.le('2026-02-20', '11:00').fait(reprend('2026-04-06'));
    expect(fin()).toBe('2027-09-25');
  });

  test('R20 — reprendre au premier jour y renonce : la personne en est prévenue aussitôt', () => {
    const r = signe('2026-01-31').le('2026-02-02').fait(pause('2026-03-09', '2026-03-22'));
    r.fait(reprend('2026-03-09'));
    expect(plafondOf(r.p, r.monde)).toBe('2027-07-31');
    expect(r.courriels()).toContain('reprise 2026-02-02');
    expect(etapeOf(r.le('2026-03-10').p)).toBe('en_accompagnement');
  });

  test('R20 — le bilan déjà annoncé l’est de nouveau à son nouveau jour', () => {
    const r = signe('2026-01-31').le('2026-07-10');
    expect(r.courriels()).toContain('bilan_annonce 2026-07-01');
    r.fait(pause('2026-07-13', '2026-08-30')).le('2026-09-20');
    // 49 days lost: the bilan of 31/07 comes on 18/09, announced again when the pause is over.
    expect(r.honoreeLe('bilan:1:annonce+49')).toBe('2026-08-31');
    expect(r.courriels()).toContain('bilan_annonce 2026-08-31');
  });

  test('R20 — le délai pour signer et le délai de réponse se décalent aussi', () => {
    const r = ouvre({ le: '2026-01-12', orienteLe: '2026-01-12' }).fait(pause('2026-01-19', '2026-01-25'));
    expect(r.prevu('contrat:1:retard:1+7')).toBe('2026-02-20');
    const m = signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'absent').le('2026-02-12');
    expect(m.prevu('manquement:1:qualification')).toBe('2026-02-19');
    m.fait(pause('2026-02-16', '2026-03-01'));
    expect(m.prevu('manquement:1:qualification')).toBe('2026-03-05');
  });

  test('R20 — une prolongation déjà décidée ne se décale que des pauses déclarées ensuite', () => {
    const r = signe('2025-01-31').le('2025-03-10').fait(pause('2025-03-11', '2025-03-20')).le('2026-07-01');
    r.fait({ type: 'prolongParcours', jusquAu: jour('2026-12-31'), texteId: 't' });
    expect(plafondOf(r.p, r.monde)).toBe('2026-12-31');
    r.fait(pause('2026-11-02', '2026-11-06'));
    expect(plafondOf(r.p, r.monde)).toBe('2027-01-05');
  });
});

describe('R21 — la pause déclarée après coup', () => {
  test('R21 — l’absence devient une excuse, le manquement est clos, et la lettre ne part plus', () => {
    const r = signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'absent').le('2026-02-13');
    expect(r.p.manquements[0]?.etat.etat).toBe('motif_demande');
    r.fait(pause('2026-02-09', '2026-02-22'));
    expect(r.types().slice(0, 3)).toEqual(['pause_declaree', 'rendez_vous_annule', 'statut_enregistre']);
    expect(r.types()).toContain('manquement_clos');
    expect(r.rendezVous()[0]).toBe('1 2026-02-10 09:00 excuse');
    expect(r.p.manquements[0]?.etat).toMatchObject({ etat: 'clos', raison: 'pause_declaree' });
    r.le('2026-03-30');
    expect(r.courriels().filter((c) => c.startsWith('relance'))).toEqual([]);
  });

  test('R21 — le mois compté manqué est rouvert et compté à son nouveau terme', () => {
    const r = signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'excuse').le('2026-03-03');
    expect(r.p.mois[1]).toBeDefined();
    r.fait(pause('2026-02-09', '2026-03-08'));
    expect(r.desFaits('mois_rouvert')).toEqual([{ type: 'mois_rouvert', mois: 1 }]);
    expect(r.p.mois[1]).toBeUndefined();
    expect(r.prevu('mois:1:compte+28')).toBe('2026-03-29');
  });

  test('R21 — le plafond atteint recule, et le journal le dit', () => {
    const r = signe('2025-01-31').le('2026-08-03');
    expect(etapeOf(r.p)).toBe('plafond_atteint');
    r.fait(pause('2026-06-15', '2026-07-12'));
    expect(r.desFaits('plafond_recule')).toEqual([{ type: 'plafond_recule', dernierJour: '2026-08-28' }]);
    expect(etapeOf(r.p)).toBe('en_accompagnement');
    r.le('2026-08-29');
    expect(etapeOf(r.p)).toBe('plafond_atteint');
  });
});

describe('R19 — un bilan et une pause', () => {
  const bilan = (tenuLe: Date10): Demande => ({
    type: 'recordBilan',
    bilan: 1,
    tenuLe: jour(tenuLe),
    objectifs: [],
    orientation: 'continuer',
  });

  test('R19, R15 — tenu avant la pause, il s’enregistre pendant qu’elle dure ; jamais pour un jour de pause', () => {
    const r = signe('2026-01-31').le('2026-07-20').fait(pause('2026-07-20', null)).le('2026-07-24');
    expect(r.codeRefus(bilan('2026-07-22'))).toBe('parcours_en_pause');
    expect(r.fait(bilan('2026-07-17')).p.bilans[0]?.tenuLe).toBe('2026-07-17');
    const corrige = { type: 'correctBilan', bilan: 1, tenuLe: jour('2026-07-21') } as const;
    expect(r.codeRefus(corrige)).toBe('parcours_en_pause');
  });

  test('R19, R21 — une pause ne couvre pas le jour d’un bilan, déclarée après coup ou allongée', () => {
    const r = signe('2026-01-31').le('2026-07-20').fait(bilan('2026-07-20')).le('2026-07-27');
    expect(r.refus(pause('2026-07-10', '2026-07-24'))).toEqual({
      code: 'pause_bilan_tenu',
      le: '2026-07-20',
    });
    r.fait(pause('2026-07-10', '2026-07-17'));
    expect(r.p.pauses).toHaveLength(1);
  });
});

describe('R20, R30 — les délais des professionnels sur une échelle', () => {
  /** The 10th of February 2026 is a Tuesday: absent, asked on the 11th, to qualify from the 18th on. */
  const absent = () => signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'absent').le('2026-02-11');

  test('R20, R30 — comptés en jours ouvrés, ceux d’une pause laissés de côté, sous une autre clé', () => {
    const sans = absent();
    const avec = absent().fait(pause('2026-02-20', '2026-03-01'));
    expect(sans.aVenir('manquement:1:qualification')).toMatchObject({
      'manquement:1:qualification': '2026-02-19',
      'manquement:1:qualification:encore:5': '2026-02-25',
      'manquement:1:qualification:retard:10': '2026-03-04',
    });
    // Six working days of the pause do not count: from the 20th to the 27th.
    expect(avec.aVenir('manquement:1:qualification')).toMatchObject({
      'manquement:1:qualification': '2026-02-19',
      'manquement:1:qualification:encore:5+8': '2026-03-05',
      'manquement:1:qualification:retard:10+8': '2026-03-12',
    });
  });
});
