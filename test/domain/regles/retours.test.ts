import { echeancier } from '../../../domain/parcours/echeancier';
import { tachesOf } from '../../../domain/parcours/taches';
import { faire2025 } from '../../../domain/dispositifs/faire-2025';
import { jour } from '../../../domain/temps/jour';
import { signe, type Recit } from '../recit';

const texteId = 't';
const sansReponse = { type: 'qualifyMotif', manquement: 1, qualification: 'sans_reponse', texteId } as const;
const etat = (r: Recit) => r.p.manquements[0]?.etat.etat;
const remises = (r: Recit) => r.p.manquements[0]?.remises;
const phrases = (r: Recit) => {
  const regles = { dispositif: faire2025, zone: r.p.zone };
  return tachesOf(r.p, echeancier(r.p, regles), regles, r.monde.maintenant).map((t) => t.phrase);
};
const DEMANDE = 'manquement:1:demande_motif';

/** Absent on 10/02/2026; motive asked on 11/02, answer due on 18/02. */
const absent = () => signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'absent');

describe('R47 — un courriel accepté puis revenu vaut un refus', () => {
  test('R47, R14 — la demande de motif revenue n’est plus remise : rien ne court, personne n’est dit sans réponse', () => {
    const r = absent().le('2026-02-12');
    expect(remises(r)).toEqual({ demande_motif: '2026-02-11' });
    r.revient(DEMANDE);
    expect(r.types()).toEqual(['lettre_a_faire']);
    expect(r.desFaits('lettre_a_faire')).toMatchObject([
      { courrielCle: DEMANDE, raison: 'adresse_refusee', revenu: { lettre: { manquement: 1 } } },
    ]);
    expect(remises(r)).toEqual({});
    r.le('2026-06-30');
    expect(etat(r)).toBe('motif_demande');
    expect(r.refus(sansReponse)).toEqual({ code: 'delai_de_reponse_ouvert', jusquAu: null });
  });

  test('R47 — la lettre remise à la main, le délai court de ce jour et tout est redit', () => {
    const r = absent().le('2026-02-20');
    expect(r.honoreeLe('manquement:1:qualification')).toBe('2026-02-19');
    r.revient(DEMANDE)
      .le('2026-02-23')
      .fait({ type: 'recordRemise', courrielCle: DEMANDE, le: jour('2026-02-23') });
    expect(r.aVenir('manquement:1:qualification')).toMatchObject({
      'manquement:1:qualification.r1': '2026-03-03',
    });
    expect(r.refus(sansReponse)).toMatchObject({ code: 'delai_de_reponse_ouvert', jusquAu: '2026-03-02' });
  });

  test('R47, R30 — le référent est rappelé de la remettre, compté du jour du retour', () => {
    const r = absent().le('2026-02-16').revient(DEMANDE).retient();
    expect(r.aVenir('manquement:1:remise')).toMatchObject({
      'manquement:1:remise:demande_motif.r1:encore:5': '2026-02-23',
    });
  });

  test('R47 — revenue après la proposition, la seconde relance ne la défait pas : elle le dit à qui décide', () => {
    const r = absent().le('2026-02-19').fait(sansReponse).le('2026-03-25');
    expect(etat(r)).toBe('signalement_propose');
    r.revient('manquement:1:relance_2');
    expect(etat(r)).toBe('signalement_propose');
    expect(phrases(r)).toContain(
      'Décider du signalement proposé : confirmer, reporter ou abandonner. La seconde relance n’a pas été remise',
    );
  });

  test('R47, R17 — une convocation revenue prévient aussitôt le référent, avec sa lettre', () => {
    const r = signe('2026-01-31').le('2026-02-02', '12:00');
    const [convocation] = r.dossier.courriels.filter((c) => c.modele === 'convocation' && c.etat === 'parti');
    r.revient(convocation?.cle ?? '');
    expect(r.courriels('referent')).toEqual(['convocation_non_remise 2026-02-02']);
    expect(phrases(r)).toContain('Imprimer et remettre la lettre : convocation à un rendez-vous');
  });

  test('R47, R48 — le rappel qui avait prévenu d’un rendez-vous tu, revenu, ne l’a pas fait', () => {
    const r = signe('2026-01-31', { silencieuse: true }).le('2026-02-09', '12:00');
    const rappel = r.dossier.courriels.find((c) => c.modele === 'rappel' && c.etat === 'parti');
    expect(r.p.rendezVous[0]?.silence).toEqual({ prevenueLe: '2026-02-03' });
    r.revient(rappel?.cle ?? '');
    expect(r.p.rendezVous[0]?.silence).toEqual({ prevenueLe: null });
    r.le('2026-02-10', '11:00').statut(1, 'absent');
    expect(r.p.manquements).toEqual([]);
  });
});
