import type { Demande } from '../../../domain/parcours/demandes';
import { contexteOf } from '../../../domain/parcours/contexte';
import { etapeOf } from '../../../domain/parcours/parcours';
import { vueParcours } from '../../../domain/parcours/vue';
import { instantAt } from '../../../domain/temps/heure-locale';
import { jour } from '../../../domain/temps/jour';
import { signe, type Recit } from '../recit';

type Date10 = `${number}-${number}-${number}`;
const PLACEMENT = { code: 'placement_emploi', edition: '2025' };
const place = (signeLe: Date10) => signe(signeLe, { dispositif: PLACEMENT });
const contact = (le: Date10): Demande => ({
  type: 'recordContact',
  le: jour(le),
  moyen: 'telephone',
  texteId: null,
});
const emploi = (debutLe: Date10): Demande => ({
  type: 'recordEmploi',
  debutLe: jour(debutLe),
  genre: 'cdd',
  finPrevueLe: null,
  texteId: null,
});
const finEmploi = (le: Date10): Demande => ({ type: 'recordFinEmploi', le: jour(le), texteId: null });
const vue = (r: Recit) => vueParcours(r.p, r.dossier.journal, contexteOf(r.monde, r.p), r.monde.maintenant);
const taches = (r: Recit) => vue(r).taches.map((t) => `${t.code} ${t.urgence}`);
const silence = (r: Recit) => Object.values(r.aVenir('silence')).at(0);
const lignes = (r: Recit, avis: string) =>
  r.dossier.lignes.filter((l) => l.avis === avis).map((l) => `${l.pour} ${l.a.slice(0, 10)}`);

describe('R38 — le silence maximal', () => {
  test('R38 — aucun rendez-vous placé après le contrat, aucun mois compté, aucun bilan', () => {
    const r = place('2026-01-31').le('2027-06-01');
    expect(r.rendezVous()).toEqual(['1 2026-02-10 09:00 attendu']); // the accueil, placed before the contrat
    expect(r.p.mois).toEqual({});
    expect([vue(r).mois, vue(r).frise.bilans, vue(r).moisCourant]).toEqual([[], [], null]);
  });

  test('R38 — le référent est prié de prendre des nouvelles, puis le responsable, trois fois', () => {
    const r = place('2026-01-31').le('2026-03-16');
    expect(taches(r)).not.toContain('silence_a_rompre a_traiter');
    r.le('2026-03-17');
    expect(taches(r)).toContain('silence_a_rompre a_traiter');
    r.le('2026-03-31');
    expect(taches(r)).toContain('silence_a_rompre en_retard');
    r.le('2026-12-01');
    expect(lignes(r, 'silence_a_rompre')).toEqual([
      'referent 2026-03-17',
      'responsable 2026-03-31',
      'responsable 2026-04-15',
      'responsable 2026-04-29',
    ]);
    expect(r.courriels().filter((c) => !/^(convocation|rappel|point_annonce) /.test(c))).toEqual([]);
  });

  test('R38 — un contact enregistré fait repartir le compte de son jour, un plus ancien ne change rien', () => {
    const r = place('2026-01-31').le('2026-03-18').fait(contact('2026-03-18'));
    expect(silence(r)).toBe('2026-05-04'); // 02/05 is a Saturday
    expect(taches(r)).not.toContain('silence_a_rompre a_traiter');
    expect(silence(r.fait(contact('2026-02-10')))).toBe('2026-05-04');
    expect(r.codeRefus(contact('2026-03-19'))).toBe('date_future');
    expect(r.codeRefus(contact('2026-01-30'))).toBe('date_anterieure');
  });

  test('R38 — un rendez-vous honoré est un contact ; une absence n’en est pas un', () => {
    const ajoute: Demande = {
      type: 'addRendezVous',
      debut: instantAt(jour('2026-02-10'), '14:00', 'metropole'),
      dureeMinutes: 45,
    };
    const tenu = (statut: 'honore' | 'absent') =>
      place('2026-01-31').fait(ajoute).le('2026-02-10', '16:00').statut(1, statut);
    expect(silence(tenu('honore'))).toBe('2026-03-27');
    expect(silence(tenu('absent'))).toBe('2026-03-17');
  });

  test('R38 — les jours de pause ne comptent pas', () => {
    const r = place('2026-01-31').fait({
      type: 'pauseParcours',
      motif: 'maladie',
      du: jour('2026-02-02'),
      au: jour('2026-02-11'),
    });
    expect(silence(r)).toBe('2026-03-27');
  });
});

describe('R40 — le suivi dans l’emploi', () => {
  test('R40 — points tenus par un contact, puis décision demandée, jamais prise par la machine', () => {
    const r = place('2026-01-31').le('2026-09-02').fait(emploi('2026-08-31'));
    expect([etapeOf(r.p), r.aVenir('plafond'), r.aVenir('silence')]).toEqual(['en_emploi', {}, {}]);
    r.le('2026-09-30');
    expect(taches(r)).toContain('emploi_a_suivre a_traiter');
    r.fait(contact('2026-09-30'));
    expect(taches(r)).not.toContain('emploi_a_suivre a_traiter');
    r.le('2027-06-01');
    expect(taches(r)).toContain('emploi_a_conclure en_retard');
    expect(lignes(r, 'emploi_a_conclure')).toEqual([
      'referent 2027-03-01',
      'responsable 2027-03-15',
      'responsable 2027-03-30',
      'responsable 2027-04-13',
    ]);
    expect(r.p.sortie).toBeNull();
  });

  test('R40 — enregistré tard : l’horloge part du premier jour, et les points passés sont écartés', () => {
    const r = place('2026-01-31').le('2026-12-15').fait(emploi('2026-08-31'));
    expect(r.desFaits('echeances_abandonnees').flatMap((f) => f.cles)).toEqual([
      'emploi:1:point:1',
      'emploi:1:point:3',
    ]);
    expect(r.prevu('emploi:1:consolidation')).toBe('2027-03-01');
  });

  test('R40, R02 — le plafond ne demande plus rien tant que l’emploi dure, et un rendez-vous peut le dépasser', () => {
    const r = place('2026-01-31').le('2027-06-01').fait(emploi('2027-06-01')).le('2027-08-10');
    expect(r.p.plafondAtteintA).toBeNull();
    r.fait({
      type: 'addRendezVous',
      debut: instantAt(jour('2027-08-24'), '10:00', 'metropole'),
      dureeMinutes: 45,
    });
    r.fait(finEmploi('2027-08-09')).le('2027-08-11');
    expect([etapeOf(r.p), r.p.plafondAtteintA === null]).toEqual(['plafond_atteint', false]);
    expect(taches(r).some((t) => t.startsWith('plafond_a_decider'))).toBe(true);
  });

  test('R40 — un emploi qui n’a pas tenu laisse place au suivant, avec sa propre horloge', () => {
    const r = place('2026-01-31').le('2026-05-04').fait(emploi('2026-04-01')).fait(finEmploi('2026-05-04'));
    expect(etapeOf(r.p)).toBe('en_accompagnement');
    expect(r.codeRefus(emploi('2026-05-03'))).toBe('date_anterieure');
    r.le('2026-06-01').fait(emploi('2026-06-01'));
    expect(r.prevu('emploi:2:consolidation')).toBe('2026-12-01');
    expect(r.codeRefus(emploi('2026-06-01'))).toBe('emploi_en_cours');
  });

  test('R38, R40 — où le dispositif n’en dit rien, ni contact ni emploi ne sont proposés ni acceptés', () => {
    const r = signe('2026-01-31');
    expect([r.codeRefus(contact('2026-01-31')), r.codeRefus(emploi('2026-01-31'))]).toEqual([
      'hors_dispositif',
      'hors_dispositif',
    ]);
    expect(r.codeRefus(finEmploi('2026-01-31'))).toBe('emploi_absent');
    const offerts = vue(r).gestes.map((g) => g.geste);
    for (const geste of ['recordContact', 'recordEmploi', 'recordFinEmploi'] as const)
      expect(offerts).not.toContain(geste);
  });
});
