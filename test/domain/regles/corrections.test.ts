import { renderCourriel } from '../../../domain/courriels/rendu';
import { echeancier } from '../../../domain/parcours/echeancier';
import { tachesOf } from '../../../domain/parcours/taches';
import { instantAt } from '../../../domain/temps/heure-locale';
import { jour } from '../../../domain/temps/jour';
import { exemples } from '../../../domain/courriels/exemples/exemples';
import { signe, type Recit } from '../recit';

type Jour = `${number}-${number}-${number}`;
const texteId = 't';
const corrige = (rendezVousId: number, statut: 'honore' | 'excuse' | 'absent') =>
  ({ type: 'correctStatut', rendezVousId, statut, texteId }) as const;
const sansReponse = {
  type: 'qualifyMotif',
  manquement: 1,
  qualification: 'sans_reponse',
  texteId,
} as const;
const oublie = (le: Jour, statut: 'honore' | 'excuse' | 'absent') =>
  ({
    type: 'recordRendezVous',
    debut: instantAt(jour(le), '15:00', 'metropole'),
    dureeMinutes: 45,
    statut,
    texteId: null,
  }) as const;

/** The first appointment of month 1 is on Tuesday 10/02/2026 at 9:00. */
const renseigne = (statut: 'honore' | 'excuse' | 'absent') =>
  signe('2026-01-31').le('2026-02-10', '11:00').statut(1, statut);
const echelles = (r: Recit) =>
  r.p.manquements.map((m) => (m.etat.etat === 'clos' ? m.etat.raison : m.etat.etat));

/** What is to come, without the numbers that an appointment withdrawn has shifted. */
const suite = (r: Recit) => echeancier(r.p, r.monde).map((e) => `${e.duLe} ${e.nature} ${e.geste}`);

/** Months that are not honoured: an honoured one is counted only when it had been missed first. */
const manques = (r: Recit) => Object.entries(r.p.mois).filter(([, m]) => m.issue !== 'honore');

describe('R32 — une présence corrigée après son jour', () => {
  test('R32 — absent noté à tort : l’échelle, la reconvocation et les relances sont retirées', () => {
    const r = renseigne('absent').le('2026-02-13').fait(corrige(1, 'honore'));
    expect(echelles(r)).toEqual(['erreur_corrigee']);
    expect(r.desFaits('rendez_vous_retire')).toHaveLength(1);
    expect(suite(r)).toEqual(suite(renseigne('honore').le('2026-02-13')));
  });

  test('R32 — la personne à qui on l’avait écrit reçoit la rectification et l’annulation', () => {
    const r = renseigne('absent').le('2026-02-13').fait(corrige(1, 'honore'));
    expect(r.courriels().slice(-2).sort()).toEqual([
      'annulation 2026-02-13',
      'rectification_presence 2026-02-13',
    ]);
  });

  test('R32 — rien ne lui est dit quand rien ne lui avait été dit', () => {
    const r = renseigne('excuse').le('2026-02-11', '06:00').fait(corrige(1, 'honore'));
    expect(r.courriels().filter((c) => c.startsWith('rectification'))).toEqual([]);
    expect(suite(r.le('2026-02-12'))).toEqual(suite(renseigne('honore').le('2026-02-12')));
  });

  test.each(['2026-02-12', '2026-02-20', '2026-03-12', '2026-04-02'] as const)(
    'R32 — corrigée le %s, l’absence notée à tort laisse la suite qu’aurait eue une vie sans erreur',
    (le) => {
      const faux = renseigne('absent').le('2026-02-19', '08:00');
      if (le > '2026-02-19') faux.fait(sansReponse);
      const r = faux.le(le).fait(corrige(1, 'honore'));
      const vrai = renseigne('honore').le(le);
      const sansReconvocation = (x: Recit) => suite(x).filter((s) => !s.includes('avertir'));
      expect(sansReconvocation(r).filter((s) => s.includes('manquement'))).toEqual([]);
      expect(manques(r)).toEqual(manques(vrai));
      expect(sansReconvocation(r).filter((s) => s.includes('planifier'))).toEqual(
        sansReconvocation(vrai).filter((s) => s.includes('planifier')),
      );
    },
  );

  test('R32, R31 — un signalement transmis sur une erreur est retiré', () => {
    const r = renseigne('absent').le('2026-02-19').fait(sansReponse).le('2026-03-25');
    r.fait({ type: 'confirmSignalement', manquement: 1, texteId }).fait(corrige(1, 'honore'));
    expect(r.desFaits('signal_a_transmettre').map((f) => f.quoi)).toEqual(['retrait']);
  });

  test('R32 — l’absence qui avait rejoint l’échelle fausse en ouvre une à elle, avec tous ses délais', () => {
    const r = renseigne('absent').le('2026-02-19', '11:00').statut(3, 'absent').le('2026-02-20');
    r.fait(corrige(1, 'excuse'));
    expect(echelles(r)).toEqual(['erreur_corrigee', 'ouvert']);
    expect(r.p.manquements[1]?.rendezVousIds).toEqual([3]);
    expect(r.prevu('manquement:2:demande')).toBe('2026-02-23');
  });

  test('R32 — honoré noté à tort : l’échelle s’ouvre et la personne est convoquée de nouveau le matin suivant', () => {
    const r = renseigne('honore').le('2026-02-12').fait(corrige(1, 'absent'));
    expect(echelles(r)).toEqual(['ouvert']);
    expect(r.prevu('manquement:1:demande')).toBe('2026-02-13');
    expect(r.prevu('mois:1:planification:1')).toBe('2026-02-13');
  });

  test('R32 — honoré noté à tort qui avait clos une échelle : elle se rouvre, le délai recommence', () => {
    const r = renseigne('absent').le('2026-02-19', '11:00').statut(3, 'honore').le('2026-03-20');
    r.fait(corrige(3, 'excuse'));
    expect(echelles(r)).toEqual(['motif_demande']);
    expect(r.prevu('manquement:1:qualification.r1')).toBe('2026-03-30'); // 20/03 + 7 = Friday 27/03
  });

  test('R32, R10 — corrigée tard : le rattrapage déjà passé reste à dire, ou s’annule sans rien écrire', () => {
    const r = renseigne('excuse').le('2026-02-20').fait(corrige(1, 'honore'));
    const taches = tachesOf(r.p, echeancier(r.p, r.monde), r.monde, r.monde.maintenant);
    expect(taches.find((t) => t.code === 'statut_a_renseigner')).toMatchObject({
      phrase: expect.stringContaining('ou annuler ce rendez-vous, fixé à cause d’une erreur') as string,
      sujet: '3',
    });
    const avant = r.courriels().length;
    r.fait({ type: 'cancelRendezVous', rendezVousId: 3, par: 'service' });
    expect(r.p.rendezVous[2]?.issue?.statut).toBe('annule_service');
    expect(r.courriels()).toHaveLength(avant);
    expect(r.le('2026-03-02').p.mois[1]).toBeUndefined();
  });

  test('R11, R32 — un rendez-vous passé qui ne doit rien à une erreur ne s’annule pas', () => {
    const r = renseigne('excuse').le('2026-02-20');
    expect(r.codeRefus({ type: 'cancelRendezVous', rendezVousId: 3, par: 'service' })).toBe(
      'rendez_vous_passe',
    );
    r.statut(3, 'honore').le('2026-02-23').fait(corrige(1, 'honore'));
    expect(r.codeRefus({ type: 'cancelRendezVous', rendezVousId: 3, par: 'service' })).toBe(
      'rendez_vous_termine',
    );
  });

  test('R32 — un mois compté manqué à tort devient honoré', () => {
    const r = renseigne('absent').le('2026-03-02');
    r.statut(3, 'absent').fait(corrige(1, 'honore'));
    expect(r.p.mois[1]).toEqual({ issue: 'honore' });
  });
});

describe('R32 — un rendez-vous oublié, une date fausse', () => {
  test('R32 — saisi après coup, il honore son mois et retire la reconvocation', () => {
    const r = renseigne('excuse').le('2026-02-13').fait(oublie('2026-02-12', 'honore'));
    expect(r.p.rendezVous.at(-1)?.issue?.statut).toBe('honore');
    expect(r.le('2026-03-02').p.mois[1]).toBeUndefined();
  });

  test('R32 — une absence à un rendez-vous que Jalons n’avait pas fixé n’ouvre rien', () => {
    const r = renseigne('honore').le('2026-02-13').fait(oublie('2026-02-12', 'absent'));
    expect(r.p.manquements).toEqual([]);
  });

  test('R32 — honoré avant l’absence, il ne clôt pas l’échelle ; après elle, il la clôt', () => {
    const r = renseigne('absent').le('2026-02-13').fait(oublie('2026-02-09', 'honore'));
    expect(echelles(r)).toEqual(['motif_demande']);
    expect(echelles(r.fait(oublie('2026-02-12', 'honore')))).toEqual(['rendez_vous_honore']);
  });

  test('R32 — le jour d’un rendez-vous passé se corrige, et son mois avec lui', () => {
    const r = renseigne('honore').le('2026-03-10');
    const debut = instantAt(jour('2026-03-05'), '15:00', 'metropole');
    r.fait({ type: 'correctRendezVous', rendezVousId: 1, debut, dureeMinutes: null });
    expect(r.le('2026-03-11').p.mois[1]?.issue).toBe('manque');
  });

  test('R32 — le jour d’un bilan se corrige sans rien décaler', () => {
    const r = signe('2026-01-31').le('2026-07-31');
    r.fait({
      type: 'recordBilan',
      bilan: 1,
      tenuLe: jour('2026-07-31'),
      objectifs: [],
      orientation: 'continuer',
    });
    const avant = suite(r);
    r.fait({ type: 'correctBilan', bilan: 1, tenuLe: jour('2026-07-30') });
    expect([r.p.bilans[0]?.tenuLe, suite(r)]).toEqual(['2026-07-30', avant]);
  });
});

describe('R32 — la date de signature', () => {
  const vrai = (le: Jour) => signe('2026-01-20').le(le);
  const faux = (le: Jour) =>
    signe('2026-01-20', { orienteLe: '2026-01-10' })
      .fait({ type: 'correctContrat', signeLe: jour('2026-01-12') })
      .le(le)
      .fait({ type: 'correctContrat', signeLe: jour('2026-01-20') });

  test.each(['2026-02-05', '2026-03-10', '2026-07-10', '2026-09-15'] as const)(
    'R32 — corrigée le %s, bilans et durée maximale reviennent aux jours d’une vie sans erreur',
    (le) => {
      const duFutur = (r: Recit) =>
        suite(r).filter((s) => s.includes(' bilan ') || s.includes(' plafond ') || s.includes(' mois '));
      expect(duFutur(faux(le))).toEqual(duFutur(vrai(le)));
    },
  );

  test('R32 — la personne à qui un bilan avait été annoncé au mauvais jour reçoit les bonnes dates', () => {
    const r = faux('2026-06-25');
    expect(r.courriels()).toContain('rectification_contrat 2026-06-25');
    expect(faux('2026-03-10').courriels()).not.toContain('rectification_contrat 2026-03-10');
  });

  test('R32, R26 — la signature ne se corrige pas après la première révision', () => {
    const r = signe('2026-01-31').le('2026-03-02');
    r.fait({ type: 'reviseContrat', le: jour('2026-02-16'), par: 'referent', texteId: null });
    const au = (le: Jour) => ({ type: 'correctContrat', signeLe: jour(le) }) as const;
    expect(r.refus(au('2026-02-17'))).toEqual({ code: 'apres_la_revision', le: '2026-02-16' });
    expect(r.fait(au('2026-02-16')).p.contrat?.signeLe).toBe('2026-02-16');
  });

  test('R32 — un plafond constaté sur une date fausse ne tient plus', () => {
    const r = signe('2025-01-12', { orienteLe: '2025-01-10' }).le('2026-07-14');
    expect(r.p.plafondAtteintA).not.toBeNull();
    r.fait({ type: 'correctContrat', signeLe: jour('2025-02-12') });
    expect(r.p.plafondAtteintA).toBeNull();
    expect(r.aVenir('plafond')['plafond:1:atteint.a2']).toBe('2026-08-13');
  });
});

test('R32 — un rendez-vous retiré à cause d’une erreur est annulé en le disant', () => {
  const retire = exemples.find(({ nom }) => nom === 'annulation.erreur');
  expect(retire === undefined ? '' : renderCourriel(retire.donnees).texte).toContain(
    'à cause d’une erreur de notre part',
  );
});
