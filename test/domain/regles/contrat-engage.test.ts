import { plafondOf } from '../../../domain/parcours/plafond';
import { precisionDe } from '../../../domain/courriels/precisions';
import { vueEngagement } from '../../../domain/engagement/vue-engagement';
import { bilansPrevus } from '../../../domain/parcours/bilan';
import { ligneJournal } from '../../../domain/parcours/journal-dit';
import { tachesOf } from '../../../domain/parcours/taches';
import { echeancier } from '../../../domain/parcours/echeancier';
import type { Heures } from '../../../domain/engagement/engagement';
import { jour, type CivilDate } from '../../../domain/temps/jour';
import { ouvre, signe, type Recit } from '../recit';

type Date10 = `${number}-${number}-${number}`;

const revise = (
  le: Date10,
  plus: { readonly heures?: Heures; readonly par?: 'personne' | 'referent' } = {},
) => ({ type: 'reviseContrat', le: jour(le), par: 'personne', texteId: null, ...plus }) as const;
const point = (tenuLe: Date10, issue: 'maintien' | 'revision' = 'maintien') =>
  ({ type: 'recordPointLegal', tenuLe: jour(tenuLe), issue }) as const;
const etape = (avantLe: Date10, de: 'personne' | 'referent' = 'personne') =>
  ({ type: 'addDemarche', quoi: 'permis', de, avantLe: jour(avantLe), texteId: null }) as const;
const constat = (issue: 'faite' | 'excusee' | 'non_faite' | 'sans_objet', demarche = 1) =>
  ({ type: 'recordDemarche', demarche, issue, texteId: null }) as const;
const vue = (r: Recit) => vueEngagement(r.p, r.monde, r.monde.maintenant);
const taches = (r: Recit) =>
  tachesOf(r.p, echeancier(r.p, r.monde), r.monde, r.monde.maintenant).map((t) => `${t.code} ${t.urgence}`);
const lignes = (r: Recit, avis: string) =>
  r.dossier.lignes.filter((l) => l.avis === avis).map((l) => `${l.pour} ${r.mur(l.a).slice(0, 10)}`);

describe('R26 — la révision du contrat', () => {
  test('R26 — datée, l’ancienne version gardée, l’ancre inchangée : ni le plafond, ni les bilans, ni les mois', () => {
    const avant = signe('2026-01-31');
    const [plafond, bilans] = [plafondOf(avant.p, avant.monde), bilansPrevus(avant.p, avant.monde)];
    const r = avant.le('2026-04-20').fait(revise('2026-04-15', { par: 'referent' }));
    expect(r.p.contrat?.signeLe).toBe('2026-01-31');
    expect([plafondOf(r.p, r.monde), bilansPrevus(r.p, r.monde)]).toEqual([plafond, bilans]);
    expect(r.p.engagement.versions.map(({ version, le, par }) => [version, le, par])).toEqual([
      [1, '2026-01-31', null],
      [2, '2026-04-15', 'referent'],
    ]);
  });

  test('R26 — la personne en est prévenue, sans adresse par une lettre', () => {
    const r = signe('2026-01-31').le('2026-04-20').fait(revise('2026-04-15'));
    expect(r.courriels()).toContain('contrat_revise 2026-04-20');
    const sans = signe('2026-01-31', { sansAdresse: true }).le('2026-04-20').fait(revise('2026-04-15'));
    expect(Object.keys(sans.p.lettres)).toContain('version:2:revise');
  });

  test('R26 — deux révisions à la suite : la première qui n’est pas encore partie ne part plus', () => {
    const r = signe('2026-01-31', { relais: 'muet' }).le('2026-04-20').fait(revise('2026-04-15'));
    r.fait(revise('2026-04-20'));
    const etats = r.dossier.courriels
      .filter((c) => c.modele === 'contrat_revise')
      .map((c) => `${c.cle} ${c.etat}`);
    expect(etats).toEqual(['version:2:revise perime', 'version:3:revise en_attente']);
  });

  test('R26 — elle ne précède pas la version qu’elle remplace, et n’est pas à venir', () => {
    const r = signe('2026-01-31').le('2026-04-20').fait(revise('2026-04-15'));
    expect(r.refus(revise('2026-04-14'))).toEqual({ code: 'date_anterieure', minimum: '2026-04-15' });
    expect(r.codeRefus(revise('2026-04-21'))).toBe('date_future');
    expect(ouvre().codeRefus(revise('2026-01-12'))).toBe('contrat_absent');
  });

  test('R26 — les heures : quinze d’habitude, moins avec un motif, zéro pour une dispense, vingt au plus', () => {
    const r = signe('2026-01-31').le('2026-02-02');
    expect(vue(r).versions[0]?.heures).toEqual({ parSemaine: 15, motif: null });
    const a = (parSemaine: number, motif: Heures['motif'] = null) =>
      revise('2026-02-02', { heures: { parSemaine, motif } });
    expect(r.refus(a(14))).toEqual({ code: 'heures_sans_motif', habituelles: 15 });
    expect(r.refus(a(21, 'autre'))).toEqual({ code: 'heures_trop_nombreuses', maximum: 20 });
    r.fait(a(0, 'garde_enfant'));
    expect(vue(r).versions[1]?.heuresDites).toBe('dispense d’heures (garde d’enfant sans solution)');
    r.fait(revise('2026-02-02'));
    expect(vue(r).versions[2]?.heures).toEqual({ parSemaine: 0, motif: 'garde_enfant' });
    r.fait(a(20, 'sante'));
    expect(vue(r).versions[3]?.heures).toEqual({ parSemaine: 20, motif: null });
  });

  test('R26 — les heures et les objectifs se disent aussi à la signature, chacun avec son frein (R25)', () => {
    const r = ouvre({ le: '2026-01-12' }).fait({
      type: 'signContrat',
      signeLe: jour('2026-01-12'),
      heures: { parSemaine: 8, motif: 'sante' },
      objectifs: [{ texteId: 't1', frein: 'logement' }],
    });
    r.fait(revise('2026-01-12'));
    for (const v of vue(r).versions)
      expect(v).toMatchObject({
        heuresDites: '8 h par semaine (santé)',
        objectifs: [{ texteId: 't1', libelleFrein: 'Logement' }],
      });
  });
});

describe('R28 — le point légal', () => {
  test('R28 — six mois après la signature : préparé à 45 jours, annoncé à 30, rappelé, puis le responsable, puis R12', () => {
    const r = signe('2026-01-31');
    // 31/07/2026 is a Friday.
    expect(r.aVenir('point')).toEqual({
      'point:1.6:avis:45': '2026-06-16',
      'point:1.6:annonce': '2026-07-01',
      'point:1.6:rappel:7': '2026-07-24',
      'point:1.6:rappel:0': '2026-07-31',
      'point:1.6:retard:10': '2026-08-14',
      'point:1.6:escalade:1': '2026-08-28',
      'point:1.6:escalade:2': '2026-09-11',
      'point:1.6:escalade:3': '2026-09-25',
    });
    r.le('2026-07-01');
    expect(r.p.echues['point:1.6:annonce']).toBe(1);
    expect(lignes(r, 'point_a_preparer')).toEqual(['referent 2026-06-16']);
    r.le('2026-08-14');
    expect(lignes(r, 'point_en_retard')).toEqual(['responsable 2026-08-14']);
  });

  test('R28 — une révision fait repartir le point, et lui seul : les deux horloges ont chacune leur ancre', () => {
    const r = signe('2026-01-31').le('2026-04-20').fait(revise('2026-04-15'));
    expect(r.prevu('point:2.6:rappel:0')).toBe('2026-10-15');
    expect(r.aVenir('point:1')).toEqual({});
    expect(r.prevu('bilan:1:rappel:0')).toBe('2026-07-31');
  });

  test('R28 — annoncé, puis le contrat révisé : le nouveau point est préparé, annoncé et rappelé de nouveau', () => {
    const r = signe('2026-01-31').le('2026-07-02').fait(revise('2026-07-02')).le('2027-01-01');
    expect(r.courriels().filter((c) => c.startsWith('point_annonce'))).toEqual([
      'point_annonce 2026-12-04', // told with the bilan on 01/07; the 2nd of January 2027 is a Saturday
    ]);
    expect(lignes(r, 'point_a_preparer')).toEqual(['referent 2026-06-16', 'referent 2026-11-20']);
  });

  test('R28, R32 — annoncé au mauvais jour : la date de signature corrigée, le point est annoncé de nouveau à son jour', () => {
    const corrige = (signeLe: Date10) => ({ type: 'correctContrat', signeLe: jour(signeLe) }) as const;
    const r = signe('2026-01-31').le('2026-07-24').fait(corrige('2026-02-28'));
    expect(r.aVenir('point')).toEqual({
      'point:1.6.a2:annonce': '2026-07-29',
      'point:1.6.a2:rappel:7': '2026-08-21',
      'point:1.6.a2:rappel:0': '2026-08-28',
      'point:1.6.a2:retard:10': '2026-09-11',
      'point:1.6.a2:escalade:1': '2026-09-25',
      'point:1.6.a2:escalade:2': '2026-10-09',
      'point:1.6.a2:escalade:3': '2026-10-23',
    });
    expect(r.courriels()).toContain('rectification_contrat 2026-07-24');
    r.le('2026-09-11');
    expect(r.courriels()).toContain('bilan_annonce 2026-07-29');
    expect(r.p.echues['point:1.6.a2:annonce']).toBe(1);
    expect(lignes(r, 'point_a_tenir')).toEqual([
      'referent 2026-07-24',
      'referent 2026-08-21',
      'referent 2026-08-28',
    ]);
    expect(lignes(r, 'point_en_retard')).toEqual(['responsable 2026-09-11']);
  });

  test('R28, R32 — la signature corrigée ne touche pas le point d’un contrat révisé', () => {
    const r = signe('2026-01-31').le('2026-04-20').fait(revise('2026-04-15'));
    const avant = r.aVenir('point');
    expect(r.fait({ type: 'correctContrat', signeLe: jour('2026-02-02') }).aVenir('point')).toEqual(avant);
  });

  test.each(['sante', 'handicap', 'invalidite', 'logement', 'aidant'] as const)(
    'R28 — douze mois en cas de difficulté : %s',
    (regime) => {
      const r = signe('2026-01-31').fait({ type: 'assignPointLegal', regime });
      expect(r.prevu('point:1.12:rappel:0')).toBe('2027-02-01'); // the 31st is a Sunday
    },
  );

  test('R28 — la difficulté connue après l’annonce : le point de douze mois a sa propre annonce', () => {
    const r = signe('2026-01-31').le('2026-07-10').fait({ type: 'assignPointLegal', regime: 'logement' });
    expect(r.prevu('point:1.12:annonce')).toBe('2026-12-31'); // thirty days before 01/02/2027 is a Saturday, then a holiday
  });

  test('R28 — sans objet hors de l’accompagnement social : plus rien n’est attendu', () => {
    const r = signe('2026-01-31').fait({ type: 'assignPointLegal', regime: 'sans_objet' });
    expect([r.aVenir('point'), vue(r).pointLegal.prevu]).toEqual([{}, null]);
    expect(r.codeRefus(point('2026-01-31'))).toBe('point_inconnu');
  });

  test('R28 — tenu, le point suivant n’est attendu qu’après une révision', () => {
    const r = signe('2026-01-31').le('2026-07-20').fait(point('2026-07-16', 'revision'));
    expect([r.aVenir('point'), r.p.engagement.pointLegal.tenus]).toEqual([
      {},
      [{ version: 1, tenuLe: '2026-07-16', issue: 'revision' }],
    ]);
    r.fait(revise('2026-07-20'));
    expect(r.prevu('point:2.6:rappel:0')).toBe('2027-01-20');
  });

  test('R28 — un point qui tomberait après le plafond n’est pas attendu', () => {
    const r = signe('2025-01-31').le('2026-03-02').fait(revise('2026-03-02'));
    expect(vue(r).pointLegal.prevu).toBeNull();
  });

  test('R28 — signé le 31 août ou le 29 février : le dernier jour du mois, depuis l’ancre', () => {
    expect(vue(signe('2025-08-31')).pointLegal.prevu?.aTenirLe).toBe('2026-03-02'); // 28/02 is a Saturday
    const r = signe('2025-08-31').le('2026-02-02').fait(revise('2026-01-31'));
    expect(vue(r).pointLegal.prevu?.aTenirLe).toBe('2026-07-31');
  });

  test('R28, R15 — à 15 jours du bilan au plus, une personne choisit un seul rendez-vous : une seule annonce', () => {
    const r = signe('2026-01-31').le('2026-06-17').fait({ type: 'joinPointLegal', bilan: 1 });
    expect(Object.keys(r.aVenir('point'))).toEqual([
      'point:1.6:retard:10',
      'point:1.6:escalade:1',
      'point:1.6:escalade:2',
      'point:1.6:escalade:3',
    ]);
    r.le('2026-07-02');
    expect(r.courriels()).toContain('bilan_annonce 2026-07-01');
    expect(r.courriels()).not.toContain('point_annonce 2026-07-01');
    r.fait({ type: 'joinPointLegal', bilan: null });
    expect(r.prevu('point:1.6:rappel:7')).toBe('2026-07-24');
    expect(r.desFaits('echeances_abandonnees').flatMap((f) => f.cles)).toContain('point:1.6:annonce');
  });

  test('R28, R15 — annoncés le même matin sans avoir été réunis : un seul courriel les dit, chacun garde ses rappels', () => {
    const r = signe('2026-01-31').le('2026-07-01');
    expect(r.courriels().filter((c) => c.includes('annonce'))).toEqual(['bilan_annonce 2026-07-01']);
    expect(r.desFaits('point_legal_annonce').map((f) => f.bilan)).toEqual([1]);
    expect(r.prevu('point:1.6:rappel:7')).toBe('2026-07-24');
    expect(r.prevu('bilan:1:rappel:7')).toBe('2026-07-24');
    // Revised within the month before, the point is not announced with that bilan any more: it has its own mail.
    const autre = signe('2026-01-31').le('2026-02-20').fait(revise('2026-02-14')).le('2026-07-31');
    expect(autre.courriels().filter((c) => c.includes('annonce'))).toEqual([
      'bilan_annonce 2026-07-01',
      'point_annonce 2026-07-15',
    ]);
  });

  test('R28, R17 — à préparer, le point propose de le tenir avec le bilan proche, dans la ligne et dans la tâche', () => {
    const r = signe('2026-01-31').le('2026-06-16');
    const [ligne] = r.dossier.lignes.filter(({ avis }) => avis === 'point_a_preparer');
    const precision = () => ligne && precisionDe(ligne, r.p, r.monde);
    expect(precision()).toEqual({ quoi: 'point', le: '2026-07-31', bilan: 1 });
    r.fait({ type: 'joinPointLegal', bilan: 1 });
    expect(precision()).toEqual({ quoi: 'jour', le: '2026-07-31' });
  });

  test('R28 — à plus de 15 jours, deux rendez-vous ; rien ne se choisit tout seul', () => {
    const r = signe('2026-01-31').le('2026-02-20').fait(revise('2026-02-17'));
    expect(vue(r).pointLegal.prevu).toMatchObject({ aTenirLe: '2026-08-17', bilanProche: null });
    expect(r.refus({ type: 'joinPointLegal', bilan: 1 })).toEqual({ code: 'point_loin_du_bilan', jours: 15 });
    const proche = signe('2026-01-31').le('2026-02-20').fait(revise('2026-02-15'));
    // 15/08/2026 is a holiday and a Saturday: the point is due on the 17th, 17 days after the bilan.
    expect(vue(proche).pointLegal.prevu).toMatchObject({ aTenirLe: '2026-08-17', bilanProche: null });
    const juste = signe('2026-01-31').le('2026-02-20').fait(revise('2026-02-14'));
    expect(vue(juste).pointLegal.prevu).toMatchObject({
      aTenirLe: '2026-08-14',
      bilanProche: 1,
      avecBilan: null,
    });
  });

  test('R28 — à préparer, à tenir, en retard : la tâche le dit, avec son bilan quand il est commun', () => {
    const r = signe('2026-01-31');
    expect(taches(r.le('2026-06-15')).filter((t) => t.startsWith('point'))).toEqual([]);
    expect(taches(r.le('2026-06-16'))).toContain('point_a_preparer a_prevoir');
    expect(taches(r.le('2026-07-24'))).toContain('point_a_tenir a_traiter');
    expect(taches(r.le('2026-08-01'))).toContain('point_en_retard en_retard');
  });
});

describe('R27 — les obligations attachées', () => {
  test('R27 — une démarche est demandée au référent le lendemain de son jour, puis le responsable, puis R12', () => {
    // 14/02/2026 is a Saturday: the person has until Monday.
    const r = signe('2026-01-31').fait(etape('2026-02-14'));
    expect(r.aVenir('demarche')).toEqual({
      'demarche:1:constat:1': '2026-02-17',
      'demarche:1:constat:5': '2026-02-23',
      'demarche:1:retard:10': '2026-03-02',
      'demarche:1:escalade:1': '2026-03-16',
      'demarche:1:escalade:2': '2026-03-30',
      'demarche:1:escalade:3': '2026-04-14',
    });
    r.le('2026-02-17');
    expect(lignes(r, 'demarche_a_constater')).toEqual(['referent 2026-02-17']);
    expect(taches(r)).toContain('demarche_a_constater a_traiter');
    r.fait(constat('faite'));
    expect([r.aVenir('demarche'), taches(r).filter((t) => t.startsWith('demarche'))]).toEqual([{}, []]);
  });

  test('R27 — avant la fin du jour convenu, rien ne se note contre la personne', () => {
    const r = signe('2026-01-31').fait(etape('2026-02-14')).le('2026-02-16', '23:00');
    for (const issue of ['non_faite', 'excusee'] as const)
      expect(r.refus(constat(issue))).toEqual({ code: 'constat_trop_tot', jusquAu: '2026-02-16' });
    expect(r.le('2026-02-17', '00:00').fait(constat('non_faite')).p.manquements).toHaveLength(1);
  });

  test('R27, R30 — seul « pas faite » ouvre un manquement, d’une démarche de la personne, soumise aux obligations', () => {
    const apres = (issue: 'excusee' | 'non_faite', x: Parameters<typeof signe>[1] = {}, de?: 'referent') =>
      signe('2026-01-31', x).fait(etape('2026-02-02', de)).le('2026-02-03').fait(constat(issue)).p
        .manquements;
    expect(apres('non_faite')).toMatchObject([
      { genre: 'demarche', objetIds: ['1'], etat: { etat: 'ouvert' } },
    ]);
    expect(apres('excusee')).toEqual([]);
    expect(apres('non_faite', { volontaire: true })).toEqual([]);
    expect(apres('non_faite', {}, 'referent')).toEqual([]);
  });

  test('R27 — pas faite, puis faite : la réponse se corrige dans ce sens, jamais dans l’autre', () => {
    const r = signe('2026-01-31').fait(etape('2026-02-02')).le('2026-02-03').fait(constat('non_faite'));
    expect(r.codeRefus(constat('excusee'))).toBe('constat_deja_enregistre');
    r.fait(constat('faite'));
    expect(r.codeRefus(constat('non_faite'))).toBe('constat_deja_enregistre');
  });

  test('R27 — les déclarations ne se suivent que pour ceux qu’elles concernent, depuis leur première date (R01)', () => {
    const r = signe('2026-01-31');
    expect([r.aVenir('dtr'), r.aVenir('actualisation')]).toEqual([{}, {}]);
    r.fait({ type: 'assignDeclarations', dtr: jour('2026-02-28'), actualisation: jour('2026-01-31') });
    const jours = (genre: string) =>
      Object.keys(r.aVenir(genre))
        .filter((c) => c.endsWith(':constat:1'))
        .map((c) => c.split(':')[1]);
    expect(jours('dtr')).toEqual([
      '2026-02-28',
      '2026-05-28',
      '2026-08-28',
      '2026-11-28',
      '2027-02-28',
      '2027-05-28',
    ]);
    expect(jours('actualisation').slice(0, 4)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    expect(jours('actualisation').at(-1)).toBe('2027-07-31');
    r.fait({ type: 'assignDeclarations', dtr: jour('2026-02-28'), actualisation: null });
    expect(r.aVenir('actualisation')).toEqual({});
  });

  test('R27 — une déclaration est demandée à son jour ; manquante, elle ouvre un manquement de son genre', () => {
    const r = signe('2026-01-31').fait({
      type: 'assignDeclarations',
      dtr: jour('2026-02-27'),
      actualisation: null,
    });
    const dit = (issue: 'faite' | 'non_faite', duLe: CivilDate) =>
      ({ type: 'recordDeclaration', genre: 'dtr', duLe, issue, texteId: null }) as const;
    expect(r.codeRefus(dit('faite', jour('2026-05-27')))).toBe('constat_trop_tot');
    r.le('2026-03-02');
    expect(lignes(r, 'declaration_a_constater')).toEqual(['referent 2026-03-02']);
    r.fait(dit('non_faite', jour('2026-02-27')));
    expect(r.p.manquements).toMatchObject([{ genre: 'declaration', objetIds: ['dtr:2026-02-27'] }]);
    expect(r.prevu('dtr:2026-02-27:constat:5')).toBeNull();
    expect(r.fait(dit('faite', jour('2026-02-27'))).p.engagement.constats.dtr).toEqual({
      '2026-02-27': 'faite',
    });
  });

  test('R27, R30 — le refus d’établir le contrat, puis de l’actualiser : noté par un humain, un genre à part', () => {
    const refus = (le: Date10) => ({ type: 'recordRefusContrat', le: jour(le), texteId: null }) as const;
    const r = ouvre({ le: '2026-01-12' }).fait(refus('2026-01-12'));
    expect(r.p.manquements).toMatchObject([{ genre: 'contrat', objetIds: ['1'] }]);
    r.fait({ type: 'signContrat', signeLe: jour('2026-01-12') }).fait(refus('2026-01-12'));
    expect(r.p.engagement.refus.map((x) => x.quoi)).toEqual(['etablir', 'actualiser']);
    expect(r.codeRefus(refus('2026-01-13'))).toBe('date_future');
  });

  test('R27 — le moteur arrêté, une seule des questions en retard est encore dite', () => {
    const r = signe('2026-01-31').fait(etape('2026-02-02')).panneJusquau('2026-02-12');
    expect(lignes(r, 'demarche_a_constater')).toEqual(['referent 2026-02-12']);
  });
});

describe('R25 — ce qu’un rendez-vous honoré enregistre', () => {
  const honore = () => signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'honore');
  const entretien = (texteId: string | null, ...jours: Date10[]) =>
    ({
      type: 'recordEntretien',
      rendezVousId: 1,
      texteId,
      demarches: jours.map(
        (le) => ({ quoi: 'cv', de: 'personne', avantLe: jour(le), texteId: null }) as const,
      ),
    }) as const;

  test('R25 — ce qui est convenu et les prochaines étapes sont montrés jusqu’au rendez-vous suivant', () => {
    const r = honore()
      .fait(entretien('t1', '2026-02-20', '2026-03-03'))
      .le('2026-03-02');
    expect(vue(r).dernierEntretien).toEqual({ rendezVousId: 1, le: '2026-02-10', texteId: 't1' });
    expect(vue(r).demarches.map(({ numero, etat, rendezVousId }) => [numero, etat, rendezVousId])).toEqual([
      [1, 'a_constater', 1],
      [2, 'a_faire', 1],
    ]);
  });

  test('R25 — aucun mot n’entre au journal : des codes, des jours, l’identifiant d’un texte effaçable', () => {
    const r = honore().fait(entretien('t1', '2026-02-20'));
    const phrases = r.faits().map((f) => ligneJournal(f, r.monde).phrase);
    expect(phrases).toEqual([
      'Ce qui a été convenu au rendez-vous n° 1 est noté.',
      'Démarche n° 1 convenue (CV, lettre de candidature, par la personne), pour le 20 février 2026.',
    ]);
  });

  test('R25 — écrit de nouveau, le texte remplace, les étapes s’ajoutent', () => {
    const r = honore().fait(entretien('t1', '2026-02-20')).fait(entretien('t2', '2026-02-24'));
    expect(r.p.engagement.entretiens).toEqual([{ rendezVousId: 1, le: '2026-02-10', texteId: 't2' }]);
    expect(r.p.engagement.demarches.map((d) => d.avantLe)).toEqual(['2026-02-20', '2026-02-24']);
  });

  test('R25 — seulement si la personne est venue, et pour un jour à venir', () => {
    expect(signe('2026-01-31').codeRefus(entretien('t1'))).toBe('rendez_vous_non_honore');
    expect(honore().codeRefus(entretien(null))).toBe('entretien_vide');
    expect(honore().codeRefus(entretien('t1', '2026-02-09'))).toBe('echeance_passee');
    expect(honore().codeRefus(entretien('t1', '2027-08-01'))).toBe('apres_le_plafond');
  });
});

describe('R29 — l’accès aux droits', () => {
  const liste = (moment: number) =>
    ({ type: 'recordDroits', moment, droits: { sante: 'ouvert', logement: 'refuse' } }) as const;

  test('R29 — vide au contrat, une ligne du récapitulatif cinq jours ouvrés après, et une seule', () => {
    const r = signe('2026-01-31').le('2026-03-31');
    expect(lignes(r, 'droits_a_examiner')).toEqual(['referent 2026-02-06']);
    expect(taches(r)).toContain('droits_a_examiner a_traiter');
    r.fait(liste(0));
    expect(taches(r).filter((t) => t.startsWith('droits'))).toEqual([]);
  });

  test('R29 — remplie à temps, aucune ligne ; chaque bilan a la sienne, comptée depuis son enregistrement', () => {
    const r = signe('2026-01-31').fait(liste(0)).le('2026-07-20');
    expect(lignes(r, 'droits_a_examiner')).toEqual([]);
    expect(r.codeRefus(liste(1))).toBe('bilan_inconnu');
    r.fait({
      type: 'recordBilan',
      bilan: 1,
      tenuLe: jour('2026-07-06'),
      objectifs: [],
      orientation: 'continuer',
    });
    expect(r.prevu('droits:1:rappel:5')).toBe('2026-07-27');
    r.fait(liste(1));
    expect(r.aVenir('droits')).toEqual({});
    expect(vue(r).droits.map(({ libelle, droits }) => [libelle, droits.length])).toEqual([
      ['au contrat', 2],
      ['au bilan n° 1', 2],
    ]);
  });
});
