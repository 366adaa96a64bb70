import type { QualificationMotif } from '../../../domain/obligations/manquement';
import { instantAt } from '../../../domain/temps/heure-locale';
import { jour } from '../../../domain/temps/jour';
import { signe, type Recit } from '../recit';

const qualifie = (qualification: QualificationMotif, manquement = 1) =>
  ({ type: 'qualifyMotif', manquement, qualification, texteId: 't' }) as const;
const propose = { manquement: 1, texteId: 't' } as const;
const ajoute = (le: `${number}-${number}-${number}`) =>
  ({ type: 'addRendezVous', debut: instantAt(jour(le), '15:00', 'metropole'), dureeMinutes: 45 }) as const;

/** Absent on Tuesday 10/02/2026, recorded the same day at 11:00. */
const absent = (x: Parameters<typeof signe>[1] = {}): Recit =>
  signe('2026-01-31', x).le('2026-02-10', '11:00').statut(1, 'absent');
const echelle = (r: Recit) => r.p.manquements.map((m) => m.etat.etat);

/** Motive asked on 11/02, answer due on 18/02, first relance on 19/02. */
const relance = () => absent().le('2026-02-19').fait(qualifie('sans_reponse'));

describe('R14 — ouvrir', () => {
  test('R14 — une absence sans motif ouvre un manquement ; le courriel attend le matin ouvré suivant', () => {
    const r = absent();
    expect([echelle(r), r.courriels().filter((c) => c.startsWith('demande'))]).toEqual([['ouvert'], []]);
    r.le('2026-02-11', '08:00');
    expect(echelle(r)).toEqual(['motif_demande']);
  });

  test('R14 — un seul courriel : il demande le motif et porte le nouveau rendez-vous de R10', () => {
    const r = absent().le('2026-02-11', '08:00');
    expect(r.courriels().filter((c) => c.endsWith('2026-02-11'))).toEqual(['demande_motif 2026-02-11']);
    const demande = r.dossier.courriels.find((c) => c.modele === 'demande_motif');
    expect([demande?.rendezVousId, r.rendezVous().at(-1)]).toEqual([3, '3 2026-02-19 09:00 attendu']);
  });

  test('R14 — un volontaire ne gravit aucun échelon, mais il est reconvoqué', () => {
    const r = absent({ volontaire: true }).le('2026-02-11', '08:00');
    expect([r.p.manquements, r.courriels().at(-1)]).toEqual([[], 'convocation 2026-02-11']);
  });

  test('R14 — une absence excusée n’ouvre rien', () => {
    const r = signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'excuse').le('2026-02-12');
    expect([r.p.manquements, r.courriels().at(-1)]).toEqual([[], 'convocation 2026-02-11']);
  });

  test('R14 — une deuxième absence rejoint le manquement ouvert sans relancer ses délais', () => {
    const r = absent().le('2026-02-19', '11:00');
    const avant = r.prevu('manquement:1:qualification') ?? r.honoreeLe('manquement:1:qualification');
    r.statut(3, 'absent');
    expect(r.types()).toContain('manquement_rejoint');
    expect([echelle(r), avant]).toEqual([['motif_demande'], '2026-02-19']);
    expect(r.le('2026-03-31').dossier.courriels.filter((c) => c.modele === 'demande_motif')).toHaveLength(1);
  });

  test('R14, R18 — le rendez-vous du mois suivant, pris le même matin, garde sa convocation', () => {
    // Absent recorded on Thursday 05/02; on Friday 06/02 both month 1 (R10) and month 2 (R07) are scheduled.
    const r = signe('2026-01-31')
      .fait(ajoute('2026-02-04'))
      .fait({ type: 'cancelRendezVous', rendezVousId: 1, par: 'service' });
    r.le('2026-02-05').statut(2, 'absent').le('2026-02-06', '08:00');
    const duMatin = r.courriels().filter((c) => c.endsWith('2026-02-06'));
    expect([...duMatin].sort()).toEqual(['convocation 2026-02-06', 'demande_motif 2026-02-06']);
    const portes = r.dossier.courriels
      .filter((c) => r.mur(c.vouluA).startsWith('2026-02-06'))
      .map((c) => c.rendezVousId);
    expect(portes.sort()).toEqual([3, 4]);
  });

  test('R14, R18 — annulé le jour de l’absence, le remplaçant d’un autre mois est convoqué sans attendre la demande', () => {
    const r = signe('2026-01-31').fait(ajoute('2026-02-05')).fait(ajoute('2026-03-10'));
    r.fait({ type: 'cancelRendezVous', rendezVousId: 1, par: 'service' })
      .le('2026-02-06')
      .statut(2, 'absent');
    r.fait({ type: 'cancelRendezVous', rendezVousId: 3, par: 'personne' }).statut(2, 'excuse');
    expect(r.rendezVous()[3]).toBe('4 2026-03-03 09:00 attendu');
    expect(r.courriels().slice(-2)).toEqual(['annulation 2026-02-06', 'convocation 2026-02-06']);
  });
});

describe('R14, R11 — corriger le jour même', () => {
  test('R14 — absent corrigé en honoré le jour même : rien n’est parti, rien ne partira', () => {
    const r = absent().statut(1, 'honore');
    expect(r.desFaits('manquement_clos').map((f) => f.raison)).toEqual(['statut_corrige']);
    r.le('2026-02-12');
    expect(r.courriels().filter((c) => c > 'd' && c.endsWith('2026-02-11'))).toEqual([]);
    expect(r.rendezVous()).toHaveLength(2);
  });

  test('R14 — honoré corrigé en absent le jour même : le manquement qu’il avait clos se rouvre et le reçoit', () => {
    const r = absent().le('2026-02-19', '11:00').statut(3, 'honore');
    expect(echelle(r)).toEqual(['clos']);
    r.statut(3, 'absent');
    expect([echelle(r), r.p.manquements[0]?.rendezVousIds]).toEqual([['motif_demande'], [1, 3]]);
  });

  test('R14 — corriger la première de deux absences du jour laisse la seconde ouverte', () => {
    const r = signe('2026-01-31').fait(ajoute('2026-02-09')).le('2026-02-10', '11:00');
    r.statut(1, 'absent').statut(2, 'absent').statut(1, 'excuse');
    expect([echelle(r), r.p.manquements[0]?.rendezVousIds]).toEqual([['ouvert'], [2]]);
  });

  test('R14 — un manquement qui se rouvre reprend l’absence ouverte entre-temps : jamais deux échelles', () => {
    const r = absent().fait(ajoute('2026-02-18')).fait(ajoute('2026-02-17')).le('2026-02-19', '11:00');
    r.statut(3, 'honore').statut(4, 'absent');
    expect(echelle(r)).toEqual(['clos', 'ouvert']);
    r.statut(3, 'absent');
    expect([echelle(r), r.p.manquements[0]?.rendezVousIds]).toEqual([
      ['motif_demande', 'clos'],
      [1, 4, 3],
    ]);
  });

  test('R11 — le lendemain il est trop tard pour corriger', () => {
    const r = absent().le('2026-02-11');
    expect(r.refus({ type: 'recordStatut', rendezVousId: 1, statut: 'honore', texteId: null })).toEqual({
      code: 'statut_deja_enregistre',
      le: '2026-02-10',
    });
  });
});

describe('R14 — gravir', () => {
  test('R14 — sept jours après l’acceptation (R04), le référent qualifie le jour ouvré suivant', () => {
    // Accepted on Wednesday 11/02, 18/02 is a Wednesday; asked on the 19th.
    const r = absent().le('2026-02-18');
    expect(r.refus(qualifie('sans_reponse'))).toEqual({
      code: 'delai_de_reponse_ouvert',
      jusquAu: '2026-02-18',
    });
    expect(r.prevu('manquement:1:qualification')).toBe('2026-02-19');
  });

  test('R14 — sans le geste du référent, la première relance ne part jamais', () => {
    const r = absent().le('2026-12-31');
    expect([echelle(r), r.courriels().filter((c) => c.startsWith('relance'))]).toEqual([
      ['motif_demande'],
      [],
    ]);
  });

  test('R14 — la seconde relance part le jour ouvré après quinze jours, la proposition quinze jours après', () => {
    const r = relance();
    expect(r.prevu('manquement:1:relance:2')).toBe('2026-03-09'); // 19/02 + 15 = Friday 06/03
    r.le('2026-03-09');
    expect(r.prevu('manquement:1:proposition:1')).toBe('2026-03-25'); // 09/03 + 15 = Tuesday 24/03
    r.le('2026-03-25');
    expect([echelle(r), r.courriels().filter((c) => c.startsWith('relance'))]).toEqual([
      ['signalement_propose'],
      ['relance 2026-02-19', 'relance 2026-03-09'],
    ]);
  });

  test('R14 — le signalement proposé attend un humain : confirmé, reporté ou abandonné d’un mot', () => {
    const jusque = () => relance().le('2026-03-25');
    expect(echelle(jusque().le('2026-12-31'))).toEqual(['signalement_propose']);
    expect(echelle(jusque().fait({ type: 'confirmSignalement', ...propose }))).toEqual(['transmis']);
    expect(echelle(jusque().fait({ type: 'dropSignalement', ...propose }))).toEqual(['clos']);
    const r = jusque().fait({ type: 'postponeSignalement', au: jour('2026-05-01'), ...propose });
    expect(r.prevu('manquement:1:proposition:2')).toBe('2026-05-04');
    expect(echelle(r.le('2026-05-04'))).toEqual(['signalement_propose']);
  });

  test('R14 — un motif légitime clôt à tout échelon ; un rendez-vous honoré aussi', () => {
    expect(echelle(relance().le('2026-03-25').fait(qualifie('legitime')))).toEqual(['clos']);
    const r = relance().le('2026-03-03', '11:00').statut(2, 'honore');
    expect([echelle(r), r.aVenir('manquement')]).toEqual([['clos'], {}]);
  });

  test('R14 — un rendez-vous honoré avant l’absence, enregistré après elle, ne la règle pas', () => {
    const r = signe('2026-01-31').fait(ajoute('2026-02-04'));
    r.le('2026-02-10', '11:00').statut(1, 'absent').statut(2, 'honore');
    expect([r.rendezVous()[1], echelle(r)]).toEqual(['2 2026-02-04 15:00 honore', ['ouvert']]);
    expect(r.le('2026-02-11', '08:00').p.manquements[0]?.etat).toEqual({ etat: 'motif_demande' });
  });

  test('R14 — honoré entre deux absences et enregistré après, il règle la première ; la seconde garde une échelle à elle', () => {
    const r = signe('2026-01-31').fait(ajoute('2026-02-04')).fait(ajoute('2026-02-12'));
    r.le('2026-02-04', '16:00').statut(2, 'absent').le('2026-02-12', '16:00').statut(3, 'absent');
    expect(r.types()).toContain('manquement_rejoint');
    r.le('2026-02-13').statut(1, 'honore');
    expect(r.p.manquements.map(({ rendezVousIds, etat }) => [etat.etat, rendezVousIds])).toEqual([
      ['clos', [2, 3]],
      ['ouvert', [3]],
    ]);
  });
});

describe('R14, R18 — sans remise, rien ne court', () => {
  test.each(['refuse', 'muet'] as const)(
    'R14 — relais %s : ni délai, ni qualification demandée',
    (relais) => {
      const r = absent({ relais }).le('2026-06-30');
      expect([
        echelle(r),
        r.prevu('manquement:1:qualification'),
        r.honoreeLe('manquement:1:qualification'),
      ]).toEqual([['motif_demande'], null, null]);
      expect(r.refus(qualifie('sans_reponse'))).toEqual({ code: 'delai_de_reponse_ouvert', jusquAu: null });
    },
  );

  test('R14 — sans adresse, le délai court du jour de remise qu’un humain saisit', () => {
    const r = absent({ sansAdresse: true }).le('2026-03-02');
    const courrielCle = 'manquement:1:demande_motif';
    r.fait({ type: 'recordRemise', courrielCle, le: jour('2026-02-27') });
    expect(r.prevu('manquement:1:qualification')).toBe('2026-03-09'); // 27/02 + 7 = Friday 06/03
    expect(r.codeRefus({ type: 'recordRemise', courrielCle, le: jour('2026-02-27') })).toBe(
      'lettre_inconnue',
    );
  });

  test('R14 — la première relance refusée par le relais arrête l’échelle jusqu’à la remise', () => {
    const r = absent()
      .le('2026-02-19')
      .relaisRepond('refuse')
      .fait(qualifie('non_legitime'))
      .le('2026-05-04');
    expect(echelle(r)).toEqual(['relance_1']);
    r.relaisRepond('accepte').fait({
      type: 'recordRemise',
      courrielCle: 'manquement:1:relance_1',
      le: jour('2026-05-04'),
    });
    expect(r.prevu('manquement:1:relance:2')).toBe('2026-05-20'); // 04/05 + 15 = Tuesday 19/05
  });
});
