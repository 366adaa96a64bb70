import { addJours, jour } from '../../../domain/temps/jour';
import { instantAt, type Heure } from '../../../domain/temps/heure-locale';
import { dossierDe, openIn } from '../monde';
import { ouvre, periode, PERMANENCES, signe } from '../recit';

const a = (le: `${number}-${number}-${number}`, heure: Heure) => instantAt(jour(le), heure, 'metropole');
const annule = (rendezVousId: number, par: 'personne' | 'service' = 'personne') =>
  ({ type: 'cancelRendezVous', rendezVousId, par }) as const;
const deplace = (rendezVousId: number, debut: ReturnType<typeof a>) =>
  ({ type: 'moveRendezVous', rendezVousId, debut, dureeMinutes: null }) as const;
const ajoute = (debut: ReturnType<typeof a>) => ({ type: 'addRendezVous', debut, dureeMinutes: 45 }) as const;

describe('R07, R08 — planifier', () => {
  test('R07 — à l’ouverture avec un référent, un premier rendez-vous est pris sous dix jours ouvrés', () => {
    // Opened on Monday 12/01; seven days later is the 19th; Tuesday 20 is the first permanence.
    const r = ouvre({ le: '2026-01-12' });
    expect(r.rendezVous()).toEqual(['1 2026-01-20 09:00 attendu']);
    expect(r.courriels()).toEqual(['convocation 2026-01-12']);
  });

  test('R07 — sans référent rien n’est planifié ; désigné plus tard, il reçoit sous dix jours ouvrés', () => {
    const r = ouvre({ le: '2026-01-12', sansReferent: true }).le('2026-02-05');
    expect(r.rendezVous()).toEqual([]);
    r.fait({ type: 'assignReferent', referentId: 'referent' });
    expect(r.rendezVous()).toEqual(['1 2026-02-12 09:00 attendu']);
  });

  test('R07 — un accueil honoré sans signature en appelle un autre, le matin ouvré suivant', () => {
    const r = ouvre({ le: '2026-01-12' }).le('2026-01-20', '11:00').statut(1, 'honore');
    expect(r.rendezVous()).toHaveLength(1);
    r.le('2026-01-21', '08:00');
    expect(r.rendezVous()).toEqual(['1 2026-01-20 09:00 honore', '2 2026-01-29 09:00 attendu']);
  });

  test('R07 — le rendez-vous d’un mois est pris 21 jours avant son premier jour, le dernier jour ouvré avant', () => {
    const r = signe('2026-01-31');
    r.le('2026-02-05');
    // The accueil taken at the opening falls in month 1: it has its appointment.
    expect(r.rendezVous()).toEqual(['1 2026-02-10 09:00 attendu']);
    r.le('2026-02-06', '08:00');
    expect(r.rendezVous()).toEqual(['1 2026-02-10 09:00 attendu', '2 2026-03-03 09:00 attendu']);
  });

  test('R08 — une convocation laisse au moins sept jours', () => {
    // Signed on Wednesday 04/03: Tuesday 10 is six days away, Thursday 12 is eight.
    expect(signe('2026-03-04').rendezVous().at(-1)).toBe('1 2026-03-12 09:00 attendu');
  });

  test('R08 — ni fête, ni fermeture de la structure, ni absence du référent', () => {
    const r = signe('2026-05-04', {
      permanences: [
        { id: 'j', jourDeSemaine: 4, de: '09:00', a: '10:00', dureeMinutes: 45, dureeBilanMinutes: null },
      ],
      fermetures: [periode('2026-05-21', '2026-05-21')],
      absences: [periode('2026-05-25', '2026-05-29')],
    });
    // Thursdays: 14 Ascension, 21 closed, 28 absent, then 4 June which is the last day of month 1.
    expect(r.rendezVous()).toEqual(['1 2026-06-04 09:00 attendu']);
  });

  test.each([
    [6, '2026-01-20 09:45'],
    [1, '2026-01-22 09:00'],
  ])('R08 — au plus %i par jour : la deuxième personne est reçue le %s', (maximumParJour, attendu) => {
    const r = ouvre({ le: '2026-01-12', maximumParJour });
    const autre = 'bbbbbbbb-0000-4000-8000-000000000002';
    openIn(r.monde, autre, { ...r.ouverture, beneficiaireId: 'autre' });
    const [pris] = dossierDe(r.monde, autre).p.rendezVous;
    expect([r.rendezVous(), pris && r.mur(pris.creneau.debut)]).toEqual([
      ['1 2026-01-20 09:00 attendu'],
      attendu,
    ]);
  });

  test('R08 — un mois qui a déjà un rendez-vous, même pris par un humain, n’en reçoit pas d’autre', () => {
    const r = signe('2026-01-31').fait(ajoute(a('2026-03-17', '14:00')));
    r.le('2026-02-07');
    expect(r.rendezVous()).toEqual(['1 2026-02-10 09:00 attendu', '2 2026-03-17 14:00 attendu']);
  });

  test('R08 — jamais après le plafond : le mois coupé par une prolongation ne déborde pas', () => {
    const r = signe('2025-01-31').le('2026-07-15');
    r.fait({ type: 'prolongParcours', jusquAu: jour('2026-08-11'), texteId: 't' });
    const dernier = r.p.rendezVous.at(-1);
    expect(dernier && r.mur(dernier.creneau.debut)).toBe('2026-08-04 09:00');
    expect(r.codeRefus(ajoute(a('2026-08-12', '09:00')))).toBe('apres_le_plafond');
  });

  test('R08 — sans créneau, on essaie chaque jour ouvré, le référent l’apprend une fois puis tous les cinq', () => {
    const r = signe('2026-03-31', { permanences: [] });
    r.le('2026-04-21', '09:00');
    const essais = r.dossier.journal.filter(
      ({ fait }) =>
        fait.type === 'creneau_introuvable' && fait.periode.quoi === 'mois' && fait.periode.mois === 1,
    );
    // 31/03, then each working day but Easter Monday 06/04.
    expect(essais.map(({ a: le }) => r.mur(le).slice(5, 10))).toEqual([
      '03-31',
      '04-01',
      '04-02',
      '04-03',
      '04-07',
      '04-08',
      '04-09',
      '04-10',
      '04-13',
      '04-14',
      '04-15',
      '04-16',
      '04-17',
      '04-20',
      '04-21',
    ]);
    const signales = essais.filter(({ fait }) => fait.type === 'creneau_introuvable' && fait.signale);
    expect(signales.map(({ a: le }) => r.mur(le).slice(5, 10))).toEqual(['03-31', '04-08', '04-15']);
    r.le('2026-05-02');
    expect(r.prevu('mois:1:planification:19')).toBeNull();
    expect(r.p.mois[1]).toEqual({ issue: 'manque', cause: 'sans_creneau' });
  });

  test('R08 — un créneau qui se libère pendant les essais est pris aussitôt le matin suivant', () => {
    const r = signe('2026-03-31', { permanences: [] })
      .le('2026-04-08')
      .agendaDevient({ permanences: PERMANENCES });
    r.le('2026-04-09', '08:00');
    expect(r.rendezVous()).toEqual(['1 2026-04-16 09:00 attendu']);
  });

  test('R15 — au mois d’un bilan, le créneau est plus long quand la permanence le permet', () => {
    const r = signe('2026-01-31').le('2026-06-15');
    const juillet = r.p.rendezVous.find((x) => r.mur(x.creneau.debut).startsWith('2026-07'));
    expect([juillet?.bilan, juillet && r.mur(juillet.creneau.fin)]).toEqual([1, '2026-07-02 09:45']);
    expect(r.mur(juillet?.creneau.debut ?? a('2026-01-01', '00:00'))).toBe('2026-07-02 09:00');
  });

  test('R15 — pas de bilan à un rendez-vous du mois 24 quand le plafond prolongé tombe avant', () => {
    const r = signe('2025-01-31').le('2026-07-15');
    r.fait({ type: 'prolongParcours', jusquAu: jour('2027-01-20'), texteId: 't' }).le('2026-12-20');
    const janvier = r.p.rendezVous.find((x) => r.mur(x.creneau.debut).startsWith('2027-01'));
    expect(janvier?.bilan).toBeNull();
  });
});

describe('R09 — rappeler', () => {
  test('R09 — la personne est rappelée sept jours et un jour avant, à ces jours exacts, dimanche compris', () => {
    const r = ouvre({ le: '2026-01-12' }).fait(ajoute(a('2026-02-09', '09:00')));
    // Monday 9 February: the day before is a Sunday.
    expect(r.aVenir('rdv:2.1:rappel')).toEqual({
      'rdv:2.1:rappel:7': '2026-02-02',
      'rdv:2.1:rappel:1': '2026-02-08',
    });
    r.le('2026-02-09', '08:00');
    expect(r.courriels().filter((c) => c.startsWith('rappel'))).toEqual([
      'rappel 2026-01-19',
      'rappel 2026-02-02',
      'rappel 2026-02-08',
    ]);
  });

  test('R09 — pas de rappel moins de trois jours après la convocation', () => {
    // Told on Monday 12/01 for the 20th: J-7 is the 13th, one day later.
    const r = ouvre({ le: '2026-01-12' });
    expect(r.aVenir('rdv:1.1:rappel')).toEqual({ 'rdv:1.1:rappel:1': '2026-01-19' });
    r.fait(deplace(1, a('2026-01-15', '15:00')));
    expect(r.aVenir('rdv:1.2:rappel')).toEqual({});
    expect(r.fait(deplace(1, a('2026-01-16', '15:00'))).aVenir('rdv:1.3:rappel')).toEqual({
      'rdv:1.3:rappel:1': '2026-01-15',
    });
  });

  test('R09 — déplacé ou annulé, son rappel tombe et le journal le dit', () => {
    const r = signe('2026-01-31').fait(deplace(1, a('2026-02-20', '15:00')));
    expect(r.desFaits('echeances_abandonnees')).toEqual([
      {
        type: 'echeances_abandonnees',
        cles: ['rdv:1.1:rappel:7', 'rdv:1.1:rappel:1'],
        raison: 'rendez_vous_deplace',
      },
    ]);
    r.fait(annule(1));
    expect(r.desFaits('echeances_abandonnees')).toEqual([
      {
        type: 'echeances_abandonnees',
        cles: ['rdv:1.2:rappel:7', 'rdv:1.2:rappel:1'],
        raison: 'rendez_vous_annule',
      },
    ]);
  });

  test('R09 — un rappel périmé ne part pas : réveillée après le rendez-vous, la machine le laisse tomber', () => {
    const r = signe('2026-01-31').panneJusquau('2026-02-12');
    expect(r.courriels()).not.toContain('rappel 2026-02-12');
    expect(r.desFaits('echeances_abandonnees').map((f) => [f.cles, f.raison])).toContainEqual([
      ['rdv:1.1:rappel:1'],
      'rendez_vous_passe',
    ]);
  });

  test('R09 — de deux rappels en retard le même jour, seul le dernier part', () => {
    const r = signe('2026-01-31').fait(ajoute(a('2026-02-27', '15:00')));
    r.le('2026-02-19').panneJusquau('2026-02-26', '12:00');
    expect(r.desFaits('rappel_envoye').filter((f) => f.rendezVousId === 2)).toEqual([
      { type: 'rappel_envoye', rendezVousId: 2, jours: 1 },
    ]);
    expect(r.desFaits('echeances_abandonnees')).toContainEqual({
      type: 'echeances_abandonnees',
      cles: ['rdv:2.1:rappel:7'],
      raison: 'depassee_par_la_suivante',
    });
  });
});

describe('R10 — rattraper et compter', () => {
  test('R10 — une absence reconvoque dans le mois, le matin ouvré suivant', () => {
    const r = signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'absent').le('2026-02-11', '08:00');
    expect(r.rendezVous().at(-1)).toBe('3 2026-02-19 09:00 attendu');
  });

  test('R10 — pas de rattrapage quand le prochain rendez-vous est dans les dix jours ouvrés', () => {
    // Absent on 17/02, asked again on 18/02: ten working days later is 04/03, and the next one is on 03/03.
    const r = signe('2026-01-31').fait(deplace(1, a('2026-02-17', '15:00')));
    r.le('2026-02-17', '16:00').statut(1, 'absent').le('2026-02-27');
    expect(r.rendezVous()).toEqual(['1 2026-02-17 15:00 absent', '2 2026-03-03 09:00 attendu']);
  });

  test('R10 — le prochain au-delà de dix jours ouvrés ne dispense pas du rattrapage', () => {
    // Absent on 10/02, asked again on 11/02: the next one, on 03/03, is fourteen working days away.
    const r = signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'excuse').le('2026-02-11', '08:00');
    expect(r.rendezVous()[1]).toBe('2 2026-03-03 09:00 attendu');
    expect(r.rendezVous()[2]).toBe('3 2026-02-19 09:00 attendu');
  });

  test('R10 — une annulation reconvoque aussitôt', () => {
    const r = signe('2026-01-31').le('2026-02-05').fait(annule(1));
    expect(r.rendezVous().at(-1)).toBe('2 2026-02-12 09:00 attendu');
    expect(r.courriels()).toEqual([
      'convocation 2026-01-31',
      'rappel 2026-02-03',
      'annulation 2026-02-05',
      'convocation 2026-02-05',
    ]);
  });

  test('R10 — sorti de son mois par un déplacement, le mois quitté en cherche un autre', () => {
    const r = signe('2026-01-31')
      .le('2026-02-03')
      .fait(deplace(1, a('2026-03-20', '15:00')));
    expect(r.rendezVous()).toEqual(['1 2026-03-20 15:00 attendu', '2 2026-02-10 09:00 attendu']);
    // Month 2 has the one that was moved into it: no other.
    r.le('2026-02-28');
    expect(r.rendezVous()).toHaveLength(2);
  });

  test('R10 — le mois fini, plus de rattrapage : il est compté manqué le lendemain, avec sa cause', () => {
    const r = signe('2026-01-31').le('2026-02-26').statut(1, 'absent').le('2026-03-01', '06:00');
    expect([r.p.mois[1], r.rendezVous().length]).toEqual([undefined, 2]);
    r.le('2026-03-01', '08:00');
    expect(r.p.mois[1]).toEqual({ issue: 'manque', cause: 'personne' });
    expect(r.dossier.lignes.filter((l) => l.avis === 'mois_manque')).toHaveLength(1);
  });

  test('R10 — sans statut le mois est à préciser ; l’honorer plus tard le corrige', () => {
    const r = signe('2026-01-31').le('2026-03-02', '10:00');
    expect(r.p.mois[1]).toEqual({ issue: 'a_preciser' });
    r.statut(1, 'honore');
    expect(r.p.mois[1]).toEqual({ issue: 'honore' });
  });

  test('R10, R11 — un statut corrigé le jour même corrige aussi le mois déjà compté, dans les deux sens', () => {
    const r = signe('2026-01-31').le('2026-03-02', '10:00').statut(1, 'absent');
    expect(r.p.mois[1]).toEqual({ issue: 'manque', cause: 'personne' });
    r.statut(1, 'honore');
    expect(r.p.mois[1]).toEqual({ issue: 'honore' });
    r.statut(1, 'excuse');
    expect(r.p.mois[1]).toEqual({ issue: 'manque', cause: 'personne' });
  });

  test('R10 — honoré puis corrigé absent avant le matin du compte, le mois est tout de même compté', () => {
    const r = signe('2026-01-31').le('2026-03-01', '00:10').statut(1, 'honore');
    r.le('2026-03-01', '09:00').statut(1, 'absent').le('2026-03-02');
    expect(r.p.mois[1]).toEqual({ issue: 'manque', cause: 'personne' });
  });

  test('R10 — annulé par le service sans autre rendez-vous, la cause est le service', () => {
    const r = signe('2026-01-31', { permanences: [] }).fait(ajoute(a('2026-02-27', '15:00')));
    r.le('2026-02-26').fait(annule(1, 'service')).le('2026-03-02');
    expect(r.p.mois[1]).toEqual({ issue: 'manque', cause: 'service' });
  });

  test('R10 — un rendez-vous compte pour le mois où il est tenu, même pris pour un autre', () => {
    const r = signe('2026-01-31')
      .le('2026-02-07')
      .fait(deplace(2, a('2026-02-26', '15:00')));
    r.le('2026-02-26', '16:00').statut(2, 'honore').le('2026-03-02');
    expect(r.p.mois[1]).toBeUndefined();
  });
});

describe('R11, R12 — demander le statut', () => {
  test('R11 — le référent est sollicité aux jours ouvrés 1 et 3, le responsable au 7, puis tous les dix', () => {
    // Held on Tuesday 10/02.
    const r = signe('2026-01-31').le('2026-02-10', '12:00');
    expect(r.aVenir('rdv:1.1:statut')).toEqual({
      'rdv:1.1:statut:1': '2026-02-11',
      'rdv:1.1:statut:3': '2026-02-13',
      'rdv:1.1:statut:7': '2026-02-19',
      'rdv:1.1:statut:escalade:1': '2026-03-05',
      'rdv:1.1:statut:escalade:2': '2026-03-19',
      'rdv:1.1:statut:escalade:3': '2026-04-02',
    });
  });

  test('R11 — personne n’est marqué absent par la machine, même des mois plus tard', () => {
    const r = signe('2026-01-31').le('2026-08-31');
    expect(r.p.rendezVous.filter((x) => x.issue !== null)).toEqual([]);
    expect(r.p.manquements).toEqual([]);
  });

  test('R12 — l’escalade se répète trois fois, puis se tait', () => {
    const r = signe('2026-01-31').le('2026-06-30');
    const lignes = r.dossier.lignes.filter((l) => l.rendezVousId === 1 && l.pour === 'responsable');
    expect(lignes.map((l) => r.mur(l.a).slice(0, 10))).toEqual([
      '2026-02-19',
      '2026-03-05',
      '2026-03-19',
      '2026-04-02',
    ]);
  });

  test('R11 — le statut donné, plus rien n’est demandé', () => {
    const r = signe('2026-01-31').le('2026-02-10', '12:00').statut(1, 'honore');
    expect(r.aVenir('rdv:1.1:')).toEqual({});
  });
});

describe('R17 — annulation tardive', () => {
  test.each([
    ['2026-02-06', [], 'deux jours ouvrés avant : vendredi pour mardi'],
    ['2026-02-09', ['annulation_tardive 2026-02-09'], 'un jour ouvré avant : lundi pour mardi'],
  ] as const)('R17 — annulé par la personne le %s : %j (%s)', (le, attendus, raison) => {
    const r = signe('2026-01-31').le(le).fait(annule(1));
    expect([raison, r.courriels('referent')]).toEqual([raison, attendus]);
  });

  test('R17 — l’annulation du service n’est jamais tardive', () => {
    expect(signe('2026-01-31').le('2026-02-09').fait(annule(1, 'service')).courriels('referent')).toEqual([]);
  });
});

test('une panne d’un mois : les échéances en retard sont honorées, les rappels périmés tombent, personne n’est accusé', () => {
  const r = signe('2026-01-31').le('2026-02-08').panneJusquau('2026-03-15');
  expect(r.desFaits('rappel_envoye')).toEqual([]);
  expect(r.p.mois[1]).toEqual({ issue: 'a_preciser' });
  expect(r.desFaits('professionnel_averti').length).toBeGreaterThan(0);
  expect(r.honoreeLe('mois:3:planification:1')).toBe('2026-03-15');
  const apres = r.p.rendezVous.at(-1);
  expect(apres && r.mur(apres.creneau.debut) >= addJours(jour('2026-03-15'), 7)).toBe(true);
});
