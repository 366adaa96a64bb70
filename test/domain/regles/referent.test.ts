import { echeancier } from '../../../domain/parcours/echeancier';
import type { Demande } from '../../../domain/parcours/demandes';
import { instantAt, type Heure } from '../../../domain/temps/heure-locale';
import { jour } from '../../../domain/temps/jour';
import { lecteurOf } from '../../../domain/parcours/lecteur';
import type { Agenda } from '../../../domain/rendez-vous/agenda';
import { apercusOf } from '../../../domain/transferts/apercu';
import { ouvre, periode, Recit, signe } from '../recit';

type Date10 = `${number}-${number}-${number}`;
const a = (le: Date10, heure: Heure) => instantAt(jour(le), heure, 'metropole');
const confie = (le: Date10, referentId = 'nouvelle'): Demande => ({
  type: 'changeReferent',
  referentId,
  motif: 'demande_personne',
  le: jour(le),
  texteId: null,
  transfertId: null,
});
/** Fridays at 14:00, where the first référent has Tuesday and Thursday mornings. */
const VENDREDIS = [
  { id: 'vendredi', jourDeSemaine: 5, de: '14:00', a: '16:00', dureeMinutes: 30, dureeBilanMinutes: 60 },
] as const;

describe('R22 — changer de référent', () => {
  test('R22 — un rendez-vous à venir passe au premier créneau du même mois chez le nouveau, la personne est prévenue', () => {
    // Signed on 31/01: month 1 ends on 28/02, its appointment is on Tuesday 10/02.
    const r = signe('2026-01-31').autreReferent('nouvelle', { permanences: VENDREDIS });
    expect(r.rendezVous()).toEqual(['1 2026-02-10 09:00 attendu']);
    r.le('2026-02-02').fait(confie('2026-02-02'));
    // Seven days after Monday 02/02: the first Friday is 13/02.
    expect(r.rendezVous()).toEqual(['1 2026-02-13 14:00 attendu']);
    expect(r.p.rendezVous[0]).toMatchObject({ referentId: 'nouvelle', revision: 2 });
    expect(r.types()).toEqual(['referent_change', 'rendez_vous_deplace', 'echeances_abandonnees']);
    expect(r.courriels().slice(-2)).toEqual(['changement_referent 2026-02-02', 'deplacement 2026-02-02']);
    expect(r.aVenir('rdv:1')).toMatchObject({
      'rdv:1.2:rappel:7': '2026-02-06',
      'rdv:1.2:rappel:1': '2026-02-12',
    });
  });

  test('R22 — sans créneau dans le mois, le rendez-vous reste et attend qu’une personne le replace', () => {
    const r = signe('2026-01-31').autreReferent('nouvelle', { permanences: [] });
    r.le('2026-02-02').fait(confie('2026-02-02'));
    expect(r.types()).toEqual(['referent_change', 'rendez_vous_a_replacer']);
    expect(r.p.rendezVous[0]).toMatchObject({ referentId: 'referent', issue: null });
    expect(r.dossier.lignes.at(-1)).toMatchObject({ avis: 'rendez_vous_a_replacer', pour: 'referent' });
    // A human places it in the new agenda, at an hour that the former référent has taken: nobody is in the way.
    r.fait({ type: 'moveRendezVous', rendezVousId: 1, debut: a('2026-02-10', '09:00'), dureeMinutes: null });
    expect(r.p.rendezVous[0]).toMatchObject({ referentId: 'nouvelle', aReplacerDepuis: null });
  });

  test('R22 — le mois ne suffit pas à sept jours de sa fin : le rendez-vous est signalé, jamais sauté au mois suivant', () => {
    const r = signe('2026-01-31').autreReferent('nouvelle', { permanences: VENDREDIS });
    r.fait({ type: 'moveRendezVous', rendezVousId: 1, debut: a('2026-02-27', '09:00'), dureeMinutes: null });
    r.le('2026-02-23').fait(confie('2026-02-23'));
    expect(r.types()).toContain('rendez_vous_a_replacer');
    // The appointment of month 2 is moved: Fridays of March are open.
    expect(r.rendezVous()[0]).toBe('1 2026-02-27 09:00 attendu');
  });

  test('R22 — les mois, les bilans et la durée maximale se comptent toujours depuis la signature', () => {
    const r = signe('2026-01-31').autreReferent('nouvelle', { permanences: VENDREDIS }).le('2026-02-02');
    const ancres = () =>
      echeancier(r.p, r.monde)
        .filter((e) => !e.cle.startsWith('rdv:'))
        .map((e) => `${e.cle} ${e.duLe}`);
    const avant = ancres();
    r.fait(confie('2026-02-02'));
    expect(ancres()).toEqual(avant);
  });

  test('R22 — les rendez-vous suivants se cherchent chez le nouveau, les rappels lui vont', () => {
    const r = signe('2026-01-31').autreReferent('nouvelle', { permanences: VENDREDIS });
    r.le('2026-02-02').fait(confie('2026-02-02')).le('2026-03-20');
    const mars = r.p.rendezVous.filter((x) => r.mur(x.creneau.debut).startsWith('2026-03'));
    expect(mars.map((x) => [x.referentId, r.mur(x.creneau.debut)])).toEqual([
      ['nouvelle', '2026-03-06 14:00'],
    ]);
    expect(r.p.referent).toMatchObject({ id: 'nouvelle', rang: 2, avant: 'referent' });
  });

  test('R22 — les deux référents l’apprennent au récapitulatif suivant, chacun par sa ligne', () => {
    const r = ouvre().autreReferent('nouvelle', { permanences: VENDREDIS });
    r.fait(confie('2026-01-12'));
    const lignes = r.dossier.lignes.filter(({ avis }) => avis.startsWith('parcours_'));
    expect(lignes.map(({ avis, lecteurId }) => [avis, lecteurId ?? 'du jour'])).toEqual([
      ['parcours_recu', 'du jour'],
      ['parcours_confie', 'referent'],
    ]);
  });

  test('R22 — revenir au premier référent : ce qu’il tenait encore ne demande plus rien', () => {
    const r = signe('2026-01-31').autreReferent('nouvelle', { permanences: [] });
    r.le('2026-02-02').fait(confie('2026-02-02')).fait(confie('2026-02-02', 'referent'));
    expect(r.p.rendezVous[0]).toMatchObject({ referentId: 'referent', aReplacerDepuis: null });
    expect(r.rendezVous()).toEqual(['1 2026-02-10 09:00 attendu']);
  });

  test('R22 — l’accueil à venir est replacé dans sa fenêtre, hors des absences du nouveau référent', () => {
    const r = ouvre({ le: '2026-01-12' }).autreReferent('nouvelle', {
      permanences: VENDREDIS,
      absences: [periode('2026-01-19', '2026-01-23')],
    });
    r.fait(confie('2026-01-12'));
    // Seven days to ten working days: 19 to 26 January, and the only Friday is an absence.
    expect(r.types()).toContain('rendez_vous_a_replacer');
  });

  test('R22 — ni le même référent, ni un jour à venir, ni un jour d’avant sa désignation', () => {
    const r = ouvre({ le: '2026-01-12' });
    expect(r.codeRefus(confie('2026-01-12', 'referent'))).toBe('referent_inchange');
    expect(r.codeRefus(confie('2026-01-13'))).toBe('date_future');
    expect(r.codeRefus(confie('2026-01-11'))).toBe('date_anterieure');
    expect(ouvre({ sansReferent: true }).codeRefus(confie('2026-01-12'))).toBe('referent_manquant');
  });

  test('R22 — un second changement rend le premier courriel sans objet', () => {
    const r = ouvre({ le: '2026-01-12', relais: 'muet' }).autreReferent('nouvelle', { permanences: [] });
    r.fait(confie('2026-01-12'))
      .fait(confie('2026-01-12', 'troisieme'))
      .relaisRepond('accepte')
      .panneJusquau('2026-01-13');
    const changements = r.dossier.courriels.filter((c) => c.modele === 'changement_referent');
    expect(changements.map(({ cle, etat }) => [cle, etat])).toEqual([
      ['changement:2:referent', 'perime'],
      ['changement:3:referent', 'parti'],
    ]);
  });
});

const remplace = (du: Date10, au: Date10): Demande => ({
  type: 'assignRemplacant',
  remplacementId: `${du}/${au}`,
  referentId: 'remplacante',
  du: jour(du),
  au: jour(au),
});

describe('R24 — remplacer un référent absent', () => {
  const absente = (du: Date10, au: Date10) =>
    signe('2026-01-31')
      .autreReferent('remplacante', { permanences: VENDREDIS })
      .agendaDevient({ absences: [periode(du, au)] });

  test('R24 — le rendez-vous dans l’absence est reproposé chez la remplaçante, un jour de l’absence', () => {
    const r = absente('2026-02-09', '2026-02-20').le('2026-02-02').fait(remplace('2026-02-09', '2026-02-20'));
    expect(r.types()).toEqual(['remplacement_prevu', 'rendez_vous_deplace', 'echeances_abandonnees']);
    expect(r.rendezVous()).toEqual(['1 2026-02-13 14:00 attendu']);
    expect(r.p.rendezVous[0]).toMatchObject({ referentId: 'remplacante' });
    expect(r.courriels().at(-1)).toBe('deplacement 2026-02-02');
  });

  test('R24 — hors de l’absence rien ne bouge et la personne ne reçoit rien', () => {
    const r = absente('2026-02-16', '2026-02-20').le('2026-02-02');
    const avant = r.courriels();
    r.fait(remplace('2026-02-16', '2026-02-20'));
    expect(r.types()).toEqual(['remplacement_prevu']);
    expect(r.rendezVous()).toEqual(['1 2026-02-10 09:00 attendu']);
    expect(r.courriels()).toEqual(avant);
  });

  test('R24 — sans créneau chez la remplaçante, le rendez-vous est à replacer', () => {
    const r = absente('2026-02-09', '2026-02-12').le('2026-02-02').fait(remplace('2026-02-09', '2026-02-12'));
    expect(r.types()).toEqual(['remplacement_prevu', 'rendez_vous_a_replacer']);
    expect(r.p.rendezVous[0]?.creneau.debut).toBe(a('2026-02-10', '09:00'));
  });

  test('R24 — ce qui se lit va à la remplaçante du premier au dernier jour, puis revient sans aucun acte', () => {
    const r = absente('2026-02-09', '2026-02-20').le('2026-02-02').fait(remplace('2026-02-09', '2026-02-20'));
    const lecteurs = ['2026-02-08', '2026-02-09', '2026-02-20', '2026-02-21'] as const;
    expect(lecteurs.map((le) => lecteurOf(r.p, jour(le)))).toEqual([
      'referent',
      'remplacante',
      'remplacante',
      'referent',
    ]);
  });

  test('R24 — planifié pendant l’absence : chez la remplaçante un jour d’absence, chez le référent un autre jour', () => {
    // Month 2 runs from 01/03 to 31/03; its appointment is scheduled on Friday 06/02.
    const dedans = absente('2026-03-01', '2026-03-31')
      .le('2026-02-02')
      .fait(remplace('2026-03-01', '2026-03-31'));
    dedans.le('2026-02-20');
    expect(dedans.rendezVous().at(-1)).toBe('2 2026-03-06 14:00 attendu');
    expect(dedans.p.rendezVous.at(-1)?.referentId).toBe('remplacante');
    const dehors = absente('2026-03-01', '2026-03-05')
      .le('2026-02-02')
      .fait(remplace('2026-03-01', '2026-03-05'));
    dehors.le('2026-02-20');
    expect(dehors.rendezVous().at(-1)).toBe('2 2026-03-10 09:00 attendu');
    expect(dehors.p.rendezVous.at(-1)?.referentId).toBe('referent');
  });

  test('R24 — une personne place un rendez-vous un jour d’absence : c’est la remplaçante qui reçoit', () => {
    const r = absente('2026-02-09', '2026-02-20').le('2026-02-02').fait(remplace('2026-02-09', '2026-02-20'));
    r.fait({ type: 'addRendezVous', debut: a('2026-02-12', '09:00'), dureeMinutes: 30 });
    expect(r.p.rendezVous.at(-1)?.referentId).toBe('remplacante');
    r.fait({ type: 'moveRendezVous', rendezVousId: 2, debut: a('2026-02-24', '09:00'), dureeMinutes: null });
    expect(r.p.rendezVous.at(-1)?.referentId).toBe('referent');
  });

  test('R24 — mettre fin au remplacement rend tout, sauf le rendez-vous déjà donné', () => {
    const r = absente('2026-02-09', '2026-02-20').le('2026-02-02').fait(remplace('2026-02-09', '2026-02-20'));
    r.fait({ type: 'cancelRemplacement', remplacementId: '2026-02-09/2026-02-20' });
    expect(lecteurOf(r.p, jour('2026-02-10'))).toBe('referent');
    expect(r.rendezVous()).toEqual(['1 2026-02-13 14:00 attendu']);
  });

  test('R22, R24 — un changement de référent efface les remplacements prévus', () => {
    const r = absente('2026-02-09', '2026-02-20').le('2026-02-02').fait(remplace('2026-02-09', '2026-02-20'));
    r.autreReferent('nouvelle', { permanences: VENDREDIS }).fait(confie('2026-02-02'));
    expect(r.p.remplacements).toEqual([]);
    expect(r.p.rendezVous[0]?.referentId).toBe('nouvelle');
  });
});

describe('R24 — confié pendant l’absence', () => {
  const conge = { id: 'conge', referentId: 'remplacante', du: jour('2026-02-09'), au: jour('2026-02-20') };
  const prete = [{ ...conge }];

  test('R24 — ouvert pendant l’absence de son référent : le remplacement vaut aussi pour lui', () => {
    const recit = new Recit({ le: '2026-02-10', orienteLe: '2026-02-10' });
    recit.agendaDevient({ absences: [periode('2026-02-09', '2026-02-20')] });
    recit.autreReferent('remplacante', { permanences: VENDREDIS, absences: [] });
    recit.monde.absents.set('referent', prete);
    expect(recit.essaieOuvrir({})).toBeNull();
    expect(recit.p.remplacements).toEqual(prete);
    expect(lecteurOf(recit.p, jour('2026-02-10'))).toBe('remplacante');
    // R07 — the accueil, from seven days on: on a Friday of the absence, with whoever stands in.
    expect(recit.rendezVous()).toEqual(['1 2026-02-20 14:00 attendu']);
    expect(recit.p.rendezVous[0]?.referentId).toBe('remplacante');
  });

  test('R24 — désigné plus tard, ou confié par un autre : de même ; une absence déjà finie ne compte plus', () => {
    const designe = ouvre({ le: '2026-02-10', sansReferent: true });
    designe.monde.absents.set('referent', prete);
    designe.fait({ type: 'assignReferent', referentId: 'referent' });
    expect(designe.p.remplacements).toEqual(prete);
    const confiee = signe('2026-01-31').le('2026-02-02');
    confiee.autreReferent('nouvelle', { permanences: VENDREDIS });
    confiee.monde.absents.set('nouvelle', prete);
    expect(confiee.fait(confie('2026-02-02')).p.remplacements).toEqual(prete);
    const tard = signe('2026-01-31').le('2026-02-23');
    tard.autreReferent('nouvelle', { permanences: VENDREDIS });
    tard.monde.absents.set('nouvelle', prete);
    expect(tard.fait(confie('2026-02-23')).p.remplacements).toEqual([]);
  });

  test('R24, R22 — confié à celui qui remplace, il n’est pas prêté à lui-même', () => {
    const r = signe('2026-01-31').le('2026-02-02').autreReferent('remplacante', { permanences: VENDREDIS });
    r.monde.absents.set('remplacante', [{ ...conge, referentId: 'remplacante' }]);
    expect(r.fait(confie('2026-02-02', 'remplacante')).p.remplacements).toEqual([]);
  });
});

describe('R23, R34 — les parcours clos dont la situation reste à recueillir', () => {
  const clos = (motif: 'cdi' | 'deces') =>
    signe('2026-01-31')
      .autreReferent('nouvelle', { permanences: VENDREDIS })
      .le('2026-02-02')
      .fait({ type: 'exitParcours', motif, le: jour('2026-02-02') });

  test('R23, R34 — confié à un autre, qui recueillera la situation ; rien n’est écrit à la personne', () => {
    const r = clos('cdi');
    const avant = r.courriels().length;
    r.fait(confie('2026-02-02'));
    expect(lecteurOf(r.p, jour('2026-08-03'))).toBe('nouvelle');
    expect(r.courriels()).toHaveLength(avant);
    expect(r.dossier.lignes.slice(-2).map((l) => l.avis)).toEqual(['parcours_recu', 'parcours_confie']);
  });

  test('R24, R34 — un remplacement aussi ; et rien de tout cela quand plus rien n’est attendu', () => {
    expect(clos('cdi').fait(remplace('2026-08-01', '2026-08-31')).p.remplacements).toHaveLength(1);
    expect(clos('deces').codeRefus(confie('2026-02-02'))).toBe('parcours_clos');
  });
});

describe('R23 — transférer un portefeuille', () => {
  test('R23 — l’aperçu dit ce qui serait fait, de chacun après le précédent, et n’écrit rien', () => {
    const r = signe('2026-01-31').le('2026-02-02');
    const { p } = r;
    const ctx = {
      maintenant: r.monde.maintenant,
      dispositif: r.monde.dispositif,
      zone: r.monde.zone,
    } as const;
    const lus = ['a', 'b', 'c'].map((id) => ({
      p: { ...p, id },
      ctx: { ...ctx, joignable: true, agenda: null },
    }));
    const agenda: Agenda = {
      permanences: VENDREDIS,
      absences: [],
      fermetures: [],
      // One a day, on the Fridays 13, 20 and 27 February: the fourth would find none.
      maximumParJour: 1,
      pris: [{ debut: a('2026-02-20', '14:00'), fin: a('2026-02-20', '14:30') }],
    };
    const t = {
      id: 't',
      deId: 'referent',
      versId: 'nouvelle',
      passage: { genre: 'definitif', motif: 'depart' },
    } as const;
    expect(apercusOf(t, lus, agenda)).toEqual([
      { parcoursId: 'a', refus: null, deplaces: 1, aReplacer: 0 },
      { parcoursId: 'b', refus: null, deplaces: 1, aReplacer: 0 },
      { parcoursId: 'c', refus: null, deplaces: 0, aReplacer: 1 },
    ]);
    expect(apercusOf({ ...t, versId: 'referent' }, lus, agenda)[0]?.refus).toBe('referent_inchange');
    expect(r.p).toBe(p);
  });

  test('R23 — dans un transfert, ni l’un ni l’autre référent n’a de ligne par parcours', () => {
    const r = ouvre().autreReferent('nouvelle', { permanences: VENDREDIS });
    r.fait({ ...confie('2026-01-12'), transfertId: 't' } as Demande);
    expect(r.dossier.lignes.filter(({ avis }) => avis.startsWith('parcours_'))).toEqual([]);
    expect(r.courriels()).toContain('changement_referent 2026-01-12');
  });
});
