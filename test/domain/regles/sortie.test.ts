import type { DemandeDe } from '../../../domain/parcours/demandes';
import { faire2025 } from '../../../domain/dispositifs/faire-2025';
import { echeancier } from '../../../domain/parcours/echeancier';
import { etapeOf } from '../../../domain/parcours/parcours';
import {
  classeSortieOf,
  codesMotifSortie,
  estDynamique,
  estEmploi,
  motifsSortie,
  type MotifSortie,
} from '../../../domain/parcours/sortie';
import { codesSituation, type SituationSuivi } from '../../../domain/parcours/suivi-sortie';
import { jour } from '../../../domain/temps/jour';
import { tachesOf } from '../../../domain/parcours/taches';
import { signe, ouvre, type Recit } from '../recit';

type Date10 = `${number}-${number}-${number}`;

const sort = (
  motif: MotifSortie,
  le: Date10,
  emploi?: [Date10, Date10 | null],
): DemandeDe<'exitParcours'> => ({
  type: 'exitParcours',
  motif,
  le: jour(le),
  emploi:
    emploi === undefined
      ? null
      : { debutLe: jour(emploi[0]), finLe: emploi[1] === null ? null : jour(emploi[1]) },
});
const repond = (situation: SituationSuivi, le: Date10) =>
  ({ type: 'recordSuivi', situation, le: jour(le), texteId: null }) as const;

describe('R33 — les classes de sortie', () => {
  const classe = (motif: MotifSortie, emploi?: [Date10, Date10 | null], dispositif = faire2025) =>
    classeSortieOf(motif, sort(motif, '2026-02-05', emploi).emploi ?? null, { dispositif });

  test('R33 — un CDD de plus de six mois est durable, de six mois tout juste ou moins de transition', () => {
    expect(classe('cdd', ['2026-07-01', '2026-12-30'])).toBe('emploi_de_transition');
    expect(classe('cdd', ['2026-07-01', '2026-12-31'])).toBe('emploi_de_transition');
    expect(classe('cdd', ['2026-07-01', '2027-01-01'])).toBe('emploi_durable');
    expect(classe('cdd')).toBeNull();
  });

  test('R33 — la borne est celle de l’édition : six mois inclus, ou un autre nombre de mois', () => {
    const avec = (mois: number, borneIncluse: boolean) =>
      ({ ...faire2025, sortie: { emploiDurable: { mois, borneIncluse } } }) as unknown as typeof faire2025;
    expect(classe('cdd', ['2026-07-01', '2026-12-31'], avec(6, true))).toBe('emploi_durable');
    expect(classe('cdd', ['2026-07-01', '2026-12-30'], avec(6, true))).toBe('emploi_de_transition');
    expect(classe('cdd', ['2026-07-01', '2027-01-01'], avec(9, false))).toBe('emploi_de_transition');
  });

  test('R33 — dynamique se dit des trois premières classes, positive de la troisième seulement', () => {
    const classes = codesMotifSortie.map((m) => motifsSortie[m].classe);
    expect(new Set(classes)).toEqual(
      new Set(['emploi_durable', 'selon_duree', 'emploi_de_transition', 'sortie_positive', 'autre']),
    );
    expect(
      ['emploi_durable', 'emploi_de_transition', 'sortie_positive', 'autre'].map((c) =>
        estDynamique(c as 'autre'),
      ),
    ).toEqual([true, true, true, false]);
    expect(codesMotifSortie.filter((m) => motifsSortie[m].classe === 'sortie_positive')).toEqual([
      'formation',
      'structure_insertion',
    ]);
    expect(codesMotifSortie.filter(estEmploi)).toContain('cdd');
  });

  test('R33 — un CDI n’a pas de fin, un contrat ne finit pas avant de commencer', () => {
    const r = signe('2026-01-31').le('2026-02-05');
    expect(r.codeRefus(sort('cdi', '2026-02-05', ['2026-02-01', '2026-09-01']))).toBe('contrat_incoherent');
    expect(r.codeRefus(sort('cdd', '2026-02-05', ['2026-02-01', '2026-01-01']))).toBe('contrat_incoherent');
    expect(r.codeRefus(sort('cdd', '2026-02-05', ['2026-02-01', null]))).toBe('contrat_a_dater');
    expect(r.fait(sort('cdd', '2026-02-05', ['2026-02-01', '2026-02-01'])).p.sortie).toEqual({
      motif: 'cdd',
      classe: 'emploi_de_transition',
      le: '2026-02-05',
      emploi: { debutLe: '2026-02-01', finLe: '2026-02-01' },
    });
  });
});

describe('R33 — tout ce qui était prévu s’arrête, et le journal le dit', () => {
  test('R33 — rendez-vous, échelle et échéances : chacun est annulé, clos ou écarté par écrit', () => {
    const r = signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'absent').le('2026-02-12');
    const prevues = echeancier(r.p, r.monde).map((e) => e.cle);
    r.fait(sort('perdu_de_vue', '2026-02-12'));
    const closes = r.desFaits('echeances_abandonnees').flatMap(({ cles, raison }) => {
      expect(raison).toBe('parcours_clos');
      return cles;
    });
    expect(closes.sort()).toEqual(prevues.sort());
    expect(r.desFaits('manquement_clos')).toMatchObject([{ raison: 'parcours_clos' }]);
    expect(r.p.rendezVous.filter((x) => x.issue === null)).toEqual([]);
    expect(r.courriels().slice(-2).sort()).toEqual([
      'annulation 2026-02-12',
      'fin_accompagnement 2026-02-12',
    ]);
  });

  test.each(['deces', 'demenagement', 'changement_departement'] as const)(
    'R33 — %s : plus rien ne part vers la personne, ce qui attendait compris',
    (motif) => {
      const r = signe('2026-01-31').relaisRepond('muet').le('2026-02-12');
      r.fait({
        type: 'cancelRendezVous',
        rendezVousId: r.p.rendezVous.at(-1)?.id ?? 0,
        par: 'service',
      });
      expect(r.dossier.courriels.some((c) => c.etat === 'en_attente')).toBe(true);
      const partis = r.courriels();
      r.fait(sort(motif, '2026-02-12')).relaisRepond('accepte').le('2027-06-01');
      expect(r.courriels()).toEqual(partis);
      expect(r.dossier.courriels.filter((c) => c.etat === 'en_attente')).toEqual([]);
      expect(r.desFaits('courriel_abandonne').every((f) => f.raison === 'parcours_clos')).toBe(true);
    },
  );

  test('R33 — sans adresse, la fin et les annulations deviennent des lettres, qui se remettent après la clôture', () => {
    const r = signe('2026-01-31', { sansAdresse: true }).le('2026-02-03', '12:00');
    r.fait(sort('cdi', '2026-02-03'));
    expect(Object.keys(r.p.lettres)).toContain('sortie:fin');
    expect(
      r.fait({ type: 'recordRemise', courrielCle: 'sortie:fin', le: jour('2026-02-03') }).types(),
    ).toEqual(['remise_constatee']);
    expect(
      r.codeRefus({ type: 'recordRemise', courrielCle: 'rdv:1.1:convocation', le: jour('2026-02-03') }),
    ).toBe('parcours_clos');
  });

  test('R33 — une adresse refusée après la sortie fait une lettre de ce qui reste vrai', () => {
    const r = signe('2026-01-31')
      .le('2026-02-03', '12:00')
      .relaisRepond('refuse')
      .fait(sort('cdi', '2026-02-03'));
    expect(Object.keys(r.p.lettres).sort()).toEqual(['rdv:1.1:annulation', 'sortie:fin']);
  });
});

test('R19, R33 — une sortie pendant une pause y met fin : le suivi n’attend pas une reprise', () => {
  const r = signe('2026-01-31').le('2026-02-12');
  r.fait({ type: 'pauseParcours', motif: 'maladie', du: jour('2026-02-12'), au: null });
  r.le('2026-03-02').fait(sort('cdi', '2026-03-02'));
  expect(r.p.pauses).toMatchObject([{ au: '2026-03-02', etat: 'finie' }]);
  expect(r.aVenir('')).toEqual({ 'suivi:demande:1': '2026-09-02' });
});

describe('R34 — la situation six mois après', () => {
  const clos = () => signe('2025-03-31').le('2025-08-29').fait(sort('cdi', '2025-08-29'));

  test('R34 — demandée six mois après la sortie, relancée, puis au référent, puis au responsable et R12', () => {
    const r = clos().retient().le('2026-06-30');
    expect(r.honoreeLe('suivi:demande:1')).toBe('2026-03-02'); // 28/02 is a Saturday
    expect(r.honoreeLe('suivi:demande:2')).toBe('2026-03-17');
    expect(r.honoreeLe('suivi:retard:30')).toBe('2026-04-01');
    expect(r.honoreeLe('suivi:alerte:10')).toBe('2026-04-16');
    expect([1, 2, 3].map((n) => r.honoreeLe(`suivi:escalade:${n}`))).toEqual([
      '2026-04-30',
      '2026-05-19', // 1, 8 and 14 May
      '2026-06-03', // Whit Monday
    ]);
    expect(r.courriels().slice(-2)).toEqual(['suivi_sortie 2026-03-02', 'suivi_sortie 2026-03-17']);
    expect(new Set(r.types())).toEqual(new Set(['suivi_demande', 'professionnel_averti']));
    expect([etapeOf(r.p), r.aVenir('')]).toEqual(['suivi_sortie', {}]);
  });

  test('R34 — la réponse éteint tout, et le parcours est clos pour de bon', () => {
    const r = clos().le('2026-03-05').fait(repond('en_emploi', '2026-03-04'));
    expect([etapeOf(r.p), r.aVenir('')]).toEqual(['clos', {}]);
    expect(r.codeRefus(repond('refus', '2026-03-05'))).toBe('suivi_deja_enregistre');
    expect(r.retient().le('2027-01-04').faits()).toEqual([]);
  });

  test('R34 — refus et non renseigné sont deux réponses ; la seconde peut encore être remplacée', () => {
    expect(codesSituation).toEqual(expect.arrayContaining(['refus', 'non_renseigne']));
    const r = clos().le('2026-03-05').fait(repond('non_renseigne', '2026-03-05'));
    expect(r.fait(repond('refus', '2026-03-05')).p.suiviSortie.reponse?.situation).toBe('refus');
  });

  test('R34 — avant son jour, seul un décès s’enregistre, et il fait taire le courriel qui attendait', () => {
    const r = clos().le('2025-10-01');
    expect(r.refus(repond('en_emploi', '2025-10-01'))).toEqual({
      code: 'suivi_pas_encore_demande',
      aPartirDu: '2026-03-02',
    });
    expect(r.fait(repond('sans_objet', '2025-09-15')).retient().le('2026-12-01').faits()).toEqual([]);
    const tard = clos().relaisRepond('muet').le('2026-03-03').fait(repond('sans_objet', '2026-03-03'));
    expect(tard.relaisRepond('accepte').le('2026-12-01').courriels()).not.toContain(
      'suivi_sortie 2026-03-02',
    );
  });

  test('R34 — après un déménagement, une tâche et aucun courriel ; après un décès, rien', () => {
    const parti = signe('2025-03-31')
      .le('2025-08-29')
      .fait(sort('demenagement', '2025-08-29'))
      .le('2026-03-20');
    expect(parti.desFaits('suivi_demande')).toEqual([{ type: 'suivi_demande', fois: 1, parCourriel: false }]);
    expect(parti.courriels().filter((c) => c.startsWith('suivi'))).toEqual([]);
    expect(parti.dossier.lignes.filter((l) => l.avis === 'suivi_a_recueillir')).toHaveLength(1);
    const mort = signe('2025-03-31').le('2025-08-29').fait(sort('deces', '2025-08-29'));
    expect(mort.aVenir('')).toEqual({});
  });

  test('R34 — rien n’est demandé à qui n’a pas signé de contrat', () => {
    expect(ouvre().le('2026-01-20').fait(sort('refus', '2026-01-20')).aVenir('')).toEqual({});
  });

  test('R34 — une sortie enregistrée après coup pose la question aussitôt, et compte la relance de ce jour', () => {
    const r = signe('2025-03-31').le('2026-06-10').fait(sort('cdi', '2025-08-29'));
    expect(r.honoreeLe('suivi:demande:1')).toBe('2026-06-10');
    expect(r.aVenir('suivi:demande')).toEqual({ 'suivi:demande:2': '2026-06-25' });
  });

  test('R34 — le moteur arrêté des mois : la question part une fois, jamais deux le même jour', () => {
    const r = clos().panneJusquau('2026-05-04');
    expect(r.courriels().filter((c) => c.startsWith('suivi'))).toEqual(['suivi_sortie 2026-05-04']);
    expect(r.aVenir('suivi:demande')).toEqual({ 'suivi:demande:2': '2026-05-19' });
  });
});

describe('R33 — un décès enregistré dans un autre parcours', () => {
  const signale = () =>
    signe('2026-01-31').le('2026-02-02').fait({ type: 'recordDeces', depuisId: 'autre' }).retient();
  const taches = (r: Recit) =>
    tachesOf(r.p, echeancier(r.p, r.monde), r.monde, r.monde.maintenant).map((t) => t.code);

  test('R33 — le parcours ouvert ne se clôt pas tout seul : plus rien n’est écrit, une tâche attend un humain', () => {
    const r = signale().le('2026-04-01');
    expect(r.p.sortie).toBeNull();
    const partis = r.dossier.courriels.filter((c) => c.destinataire === 'personne' && c.etat === 'parti');
    expect(partis.every((c) => c.vouluA < '2026-02-02')).toBe(true);
    expect(r.desFaits('courriel_abandonne').map((f) => f.raison)).toContain('deces_signale');
    expect(taches(r)).toContain('deces_a_confirmer');
    expect(r.dossier.lignes.filter((l) => l.avis === 'deces_a_confirmer').map((l) => l.pour)).toEqual([
      'referent',
      'responsable',
    ]);
  });

  test('R33 — une personne clôt ; rien ne part et rien n’est demandé ensuite', () => {
    const r = signale().fait(sort('deces', '2026-02-02'));
    expect([r.aVenir(''), r.retient().le('2027-01-04').faits()]).toEqual([{}, []]);
  });

  test('R33, R32 — une personne dément : l’accompagnement et les courriels reprennent', () => {
    const r = signale().le('2026-02-03').fait({ type: 'dropDeces', texteId: null });
    expect(taches(r)).not.toContain('deces_a_confirmer');
    r.le('2026-02-09');
    expect(r.courriels()).toContain('rappel 2026-02-09');
    expect(r.codeRefus({ type: 'dropDeces', texteId: null })).toBe('deces_non_signale');
  });
});
