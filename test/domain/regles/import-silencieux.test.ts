import { instantAt } from '../../../domain/temps/heure-locale';
import { jour } from '../../../domain/temps/jour';
import { vueParcours } from '../../../domain/parcours/vue';
import { ouvre, signe, type Ouverture, type Recit } from '../recit';

/** Opened in silence on Monday 12/01/2026: the accueil is placed on Tuesday 20/01 at 09:00. */
const silence = (x: Ouverture = {}): Recit => ouvre({ silencieuse: true, ...x });
const LETTRE = 'rdv:1.1:convocation';
const remise = (le: `${number}-${number}-${number}`) =>
  ({ type: 'recordRemise', courrielCle: LETTRE, le: jour(le) }) as const;
const absent = { type: 'recordStatut', rendezVousId: 1, statut: 'absent', texteId: null } as const;
const annulation = { type: 'cancelRendezVous', rendezVousId: 1 } as const;
const manquements = (r: Recit) => r.p.manquements.map((m) => m.etat.etat);

describe('R48 — l’ouverture silencieuse', () => {
  test('R48 — le premier rendez-vous est placé, rien n’est écrit à personne, le référent a une convocation à remettre', () => {
    const r = silence();
    expect(r.rendezVous()).toEqual(['1 2026-01-20 09:00 attendu']);
    expect([r.dossier.courriels, r.dossier.lignes]).toEqual([[], []]);
    expect(r.desFaits('lettre_a_faire').map((f) => [f.courrielCle, f.raison])).toEqual([
      [LETTRE, 'ouverture_silencieuse'],
    ]);
    r.le('2026-01-14');
    expect([r.dossier.courriels, r.dossier.lignes]).toEqual([[], []]);
  });

  test('R48 — sans référent, le responsable n’est pas écrit non plus', () => {
    expect(silence({ sansReferent: true }).dossier.lignes).toEqual([]);
    expect(ouvre({ sansReferent: true }).dossier.lignes).toHaveLength(1);
  });

  test('R48 — avec un contrat signé, les rendez-vous placés le jour de l’ouverture sont tus ensemble, les suivants sont convoqués', () => {
    // Signed on 31/01: month 1 is placed at once, month 2 on 06/02, 21 working days before it begins.
    const r = signe('2026-01-31', { silencieuse: true });
    const tus = r.p.rendezVous.map((x) => x.silence !== undefined);
    expect(tus).toEqual(tus.map(() => true));
    r.le('2026-02-28');
    const dits = r.dossier.courriels.filter((c) => c.modele === 'convocation').map((c) => c.rendezVousId);
    expect(dits).toEqual(r.p.rendezVous.filter((x) => x.silence === undefined).map((x) => x.id));
    expect(dits).not.toEqual([]);
  });

  test('R48 — un rendez-vous qu’une personne place est convoqué', () => {
    const r = silence({ sansReferent: true }).fait({ type: 'assignReferent', referentId: 'referent' });
    expect(r.courriels()).toEqual([]);
    r.fait({
      type: 'addRendezVous',
      debut: instantAt(jour('2026-01-22'), '15:00', 'metropole'),
      dureeMinutes: 45,
    });
    expect(r.courriels()).toEqual(['convocation 2026-01-12']);
  });
});

describe('R48 — ce qui n’a pas été dit n’est pas reproché', () => {
  const tue = () => silence({ relais: 'muet' }).le('2026-01-20', '11:00');

  test('R48 — une absence à un rendez-vous tu n’ouvre pas de manquement, même dite plus tard', () => {
    expect(manquements(tue().fait(absent))).toEqual([]);
    expect(manquements(tue().fait(remise('2026-01-20')).fait(absent))).toEqual([]);
    const corrige = tue().statut(1, 'excuse').le('2026-01-22');
    expect(manquements(corrige.fait({ ...absent, type: 'correctStatut' }))).toEqual([]);
  });

  test('R48 — la convocation remise avant son jour, l’absence ouvre un manquement comme d’ordinaire', () => {
    expect(
      manquements(
        silence().le('2026-01-14').fait(remise('2026-01-13')).le('2026-01-20', '11:00').fait(absent),
      ),
    ).toEqual(['ouvert']);
  });

  test('R48 — le rappel que le relais accepte prévient la personne : la lettre n’est plus à remettre, l’absence compte', () => {
    const r = silence().le('2026-01-19');
    expect([r.courriels(), Object.keys(r.p.lettres)]).toEqual([['rappel 2026-01-19'], []]);
    expect(manquements(r.le('2026-01-20', '11:00').fait(absent))).toEqual(['ouvert']);
  });

  test('R48 — un rappel refusé ne prévient personne', () => {
    const r = silence({ relais: 'refuse' }).le('2026-01-20', '11:00').fait(absent);
    expect(manquements(r)).toEqual([]);
  });

  test('R48 — le mois manqué l’est du fait du service', () => {
    const r = signe('2026-01-31', { silencieuse: true, relais: 'muet' }).le('2026-02-10', '11:00');
    expect(r.fait(absent).p.manquements).toEqual([]);
    r.agendaDevient({ permanences: [] }).le('2026-03-02');
    expect(r.p.mois).toEqual({ 1: { issue: 'manque', cause: 'service' } });
  });

  test('R48 — déplacé, elle est convoquée à la nouvelle date ; annulé, rien ne lui est écrit', () => {
    const debut = instantAt(jour('2026-01-22'), '10:00', 'metropole');
    const deplace = silence().fait({ type: 'moveRendezVous', rendezVousId: 1, debut, dureeMinutes: null });
    expect(deplace.courriels()).toEqual(['convocation 2026-01-12']);
    expect(manquements(deplace.le('2026-01-22', '11:00').fait(absent))).toEqual(['ouvert']);
    const annule = silence().fait({ ...annulation, par: 'service' });
    expect([annule.rendezVous().length, annule.dossier.courriels]).toEqual([2, []]);
    const lendemain = silence()
      .le('2026-01-13')
      .fait({ ...annulation, par: 'service' });
    expect(lendemain.courriels()).toEqual(['convocation 2026-01-13']);
    expect(lendemain.dossier.courriels.map((c) => c.rendezVousId)).toEqual([2]);
  });

  test('R48 — la page le dit : la lettre à remettre, et qu’une absence ne compterait pas', () => {
    const phrases = (r: Recit) =>
      vueParcours(r.p, r.dossier.journal, r.monde, r.monde.maintenant).taches.map((t) => t.phrase);
    expect(phrases(silence())).toContain(
      'Prévenir la personne, à qui rien n’a été écrit à l’ouverture : imprimer et remettre la convocation',
    );
    expect(phrases(tue()).join()).toContain('elle n’en était pas prévenue : une absence ne compterait pas');
  });
});
