import { faire2025 } from '../../../domain/dispositifs/faire-2025';
import type { Demande } from '../../../domain/parcours/demandes';
import { echeancier } from '../../../domain/parcours/echeancier';
import { tachesOf } from '../../../domain/parcours/taches';
import type { CodeEmpechement } from '../../../domain/reponses/codes';
import { vueReponses } from '../../../domain/reponses/vue-reponse';
import { instantAt } from '../../../domain/temps/heure-locale';
import { jour } from '../../../domain/temps/jour';
import { signe, type Recit } from '../recit';

const vient = (revision = 1) => ({ type: 'confirmVenue', rendezVousId: 1, revision }) as const;
const empeche = (revision = 1, motif: CodeEmpechement = 'transport') =>
  ({
    type: 'announceEmpechement',
    rendezVousId: 1,
    revision,
    motif,
    moments: ['matin', 'jeudi'],
    texteId: 'mots',
  }) as const;
const repond: Demande = { type: 'answerMotif', manquement: 1, texteId: 'mots', documentId: 'piece' };
const deplace: Demande = {
  type: 'moveRendezVous',
  rendezVousId: 1,
  debut: instantAt(jour('2026-02-12'), '09:00', 'metropole'),
  dureeMinutes: null,
};
const annule: Demande = { type: 'cancelRendezVous', rendezVousId: 1, par: 'service' };

/** The first appointment is on Tuesday 10/02/2026 at 09:00. */
const placee = () => signe('2026-01-31');
const lignes = (r: Recit) =>
  r.dossier.lignes
    .filter((l) => l.cle.startsWith('reponse:'))
    .map((l) => `${l.avis} ${r.mur(l.a).slice(0, 10)}`);
const aussitot = (r: Recit) =>
  r.dossier.courriels.filter((c) => c.modele === 'reponse_personne').map((c) => c.cle);
const taches = (r: Recit) => {
  const regles = { dispositif: faire2025, zone: r.p.zone };
  const { maintenant } = r.monde;
  return tachesOf(r.p, echeancier(r.p, regles), regles, maintenant).map((t) => `${t.code} ${t.urgence}`);
};

describe('R42 — ce que la personne dit de son rendez-vous', () => {
  test('R42 — « je ne peux pas venir » ne change pas le rendez-vous : une tâche, une ligne, aucun autre effet', () => {
    const r = placee().le('2026-02-05');
    const avant = r.p.rendezVous;
    r.fait(empeche());
    expect(r.p.rendezVous).toEqual(avant);
    expect(r.p.manquements).toEqual([]);
    expect(taches(r)).toContain('empechement_annonce a_traiter');
    expect(lignes(r)).toEqual(['empechement_annonce 2026-02-05']);
    expect(aussitot(r)).toEqual([]);
  });

  test('R42 — dans les deux jours ouvrés qui viennent, le référent reçoit aussi un courriel aussitôt', () => {
    expect(aussitot(placee().le('2026-02-05', '18:00').fait(empeche()))).toEqual([]);
    const vendredi = placee().le('2026-02-06').fait(empeche());
    expect(aussitot(vendredi)).toEqual(['reponse:1:referent']);
    expect(taches(vendredi)).toContain('empechement_annonce en_retard');
    expect(aussitot(placee().le('2026-02-10', '08:00').fait(empeche()))).toHaveLength(1);
  });

  test('R42 — « je viens » est noté sans déranger personne, et une seule fois', () => {
    const r = placee().le('2026-02-09').fait(vient()).fait(vient());
    expect(r.p.reponses.map((x) => x.quoi)).toEqual(['venue']);
    expect([lignes(r), aussitot(r)]).toEqual([[], []]);
  });

  test('R42 — des réponses contraires : la dernière compte, et le référent l’apprend', () => {
    const r = placee().le('2026-02-09').fait(empeche()).fait(vient());
    expect(taches(r).filter((t) => t.startsWith('empechement'))).toEqual([]);
    expect(lignes(r)).toEqual(['empechement_annonce 2026-02-09', 'venue_finalement 2026-02-09']);
    expect(aussitot(r)).toEqual(['reponse:1:referent', 'reponse:2:referent']);
    r.fait(empeche(1, 'enfant'));
    expect(taches(r)).toContain('empechement_annonce en_retard');
    expect(vueReponses(r.p, { zone: 'metropole' }).map((v) => [v.rang, v.courante])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
  });

  test('R42 — déplacé ou annulé entre-temps, la réponse est refusée et le dit ; passé, aussi', () => {
    expect(placee().fait(deplace).codeRefus(vient())).toBe('rendez_vous_deplace');
    expect(placee().fait(deplace).fait(vient(2)).p.reponses).toHaveLength(1);
    expect(placee().fait(annule).codeRefus(empeche())).toBe('rendez_vous_annule');
    expect(placee().le('2026-02-10', '09:00').codeRefus(vient())).toBe('rendez_vous_passe');
  });

  test('R42 — la tâche tombe quand un professionnel déplace le rendez-vous ou l’annule', () => {
    for (const geste of [deplace, annule]) {
      const r = placee().le('2026-02-05').fait(empeche()).fait(geste);
      expect(taches(r).filter((t) => t.startsWith('empechement'))).toEqual([]);
    }
  });

  test('R42 — la raison reste un code, les mots restent à part : le journal n’en garde que l’identifiant', () => {
    const r = placee().le('2026-02-05').fait(empeche());
    expect(r.dossier.journal.at(-1)?.fait).toEqual({
      type: 'empechement_annonce',
      rendezVousId: 1,
      revision: 1,
      motif: 'transport',
      moments: ['matin', 'jeudi'],
      texteId: 'mots',
    });
  });
});

describe('R49 — un professionnel marque une réponse comme lue', () => {
  const lit = (reponse: number): Demande => ({ type: 'recordLecture', reponse });
  const empechement = (r: Recit) => taches(r).filter((t) => t.startsWith('empechement_annonce'));

  test('R49 — lu, l’empêchement n’attend plus personne ; le rendez-vous reste fixé, le journal dit qui et quand', () => {
    const r = placee().le('2026-02-05').fait(empeche());
    const avant = r.p.rendezVous;
    expect(empechement(r)).toHaveLength(1);
    r.le('2026-02-06').fait(lit(1));
    expect(empechement(r)).toEqual([]);
    expect(r.p.rendezVous[0]).toEqual(avant[0]);
    expect(r.p.reponses[0]?.lueA).toBe(r.dossier.journal.at(-1)?.a);
    expect(r.dossier.journal.at(-1)).toMatchObject({
      par: 'agent:essai',
      fait: { type: 'reponse_lue', reponse: 1 },
    });
    expect(vueReponses(r.p, { zone: r.p.zone })[0]).toMatchObject({ lueLe: '2026-02-06', aLire: false });
  });

  test('R49 — dite de nouveau après la lecture, elle est à lire de nouveau', () => {
    const r = placee().le('2026-02-05').fait(empeche()).fait(lit(1)).fait(empeche());
    expect(empechement(r)).toHaveLength(1);
    expect(r.codeRefus(lit(1))).toBe('reponse_deja_lue');
    expect(empechement(r.fait(lit(2)))).toEqual([]);
  });

  test('R49 — ce qui n’attend personne ne se marque pas : « je viens », une réponse dépassée, un motif déjà enregistré', () => {
    expect(placee().le('2026-02-05').fait(vient()).codeRefus(lit(1))).toBe('lecture_sans_objet');
    const deplacee = placee().le('2026-02-05').fait(empeche()).fait(deplace);
    expect(deplacee.codeRefus(lit(1))).toBe('lecture_sans_objet');
    expect(placee().codeRefus(lit(1))).toBe('reponse_inconnue');
  });

  test('R49, R42 — lue, la réponse à la demande de motif reste une réponse : la personne n’est pas dite silencieuse', () => {
    const r = placee().le('2026-02-10', '11:00').statut(1, 'absent').le('2026-02-12').fait(repond);
    r.fait(lit(1)).le('2026-02-20');
    expect(taches(r).filter((t) => t.startsWith('motif_repondu'))).toEqual([]);
    expect(
      r.codeRefus({ type: 'qualifyMotif', manquement: 1, qualification: 'sans_reponse', texteId: null }),
    ).toBe('reponse_recue');
  });
});

describe('R42, R14 — ce que la personne répond à la demande de motif', () => {
  /** Absent on 10/02/2026; motive asked on 11/02, answer due on 18/02. */
  const absente = () => placee().le('2026-02-10', '11:00').statut(1, 'absent').le('2026-02-12');

  test('R42, R14 — la réponse attend un professionnel : ni qualifiée, ni close par elle seule', () => {
    const r = absente().fait(repond);
    expect(r.p.manquements[0]?.etat.etat).toBe('motif_demande');
    expect(taches(r)).toContain('motif_repondu a_traiter');
    expect(lignes(r)).toEqual(['motif_repondu 2026-02-12']);
  });

  test('R42 — qui a répondu n’est pas dit sans réponse tant que personne n’a lu', () => {
    const r = absente().fait(repond).le('2026-02-20');
    const sansReponse = {
      type: 'qualifyMotif',
      manquement: 1,
      qualification: 'sans_reponse',
      texteId: null,
    } as const;
    expect(r.codeRefus(sansReponse)).toBe('reponse_recue');
    r.fait({
      type: 'recordMotif',
      manquement: 1,
      motif: 'transport',
      recuLe: jour('2026-02-12'),
      texteId: null,
    });
    expect(taches(r).filter((t) => t.startsWith('motif_repondu'))).toEqual([]);
    expect(r.fait({ ...sansReponse, qualification: 'legitime' }).p.manquements[0]?.etat.etat).toBe('clos');
  });

  test('R42, R31 — en retard, la réponse est reçue et le dit ; une fois le manquement levé, elle est refusée', () => {
    const r = absente().le('2026-02-20').fait(repond);
    expect(r.p.reponses.at(-1)).toMatchObject({ quoi: 'motif', tardive: true });
    r.fait({ type: 'qualifyMotif', manquement: 1, qualification: 'legitime', texteId: null });
    expect(r.codeRefus(repond)).toBe('manquement_clos');
  });
});
