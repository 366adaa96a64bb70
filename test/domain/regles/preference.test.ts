import { jour } from '../../../domain/temps/jour';
import { signe, type Recit } from '../recit';

const lettres = (r: Recit) => Object.entries(r.p.lettres).map(([cle, l]) => `${cle} ${l.raison}`);

describe('R43 — chacun dit comment on lui écrit', () => {
  test('R43, R14 — sur papier seulement : tout devient lettre, rien ne part, aucun délai ne court sans remise', () => {
    const r = signe('2026-01-31')
      .prefere('papier')
      .le('2026-02-10', '11:00')
      .statut(1, 'absent')
      .le('2026-06-30');
    expect(r.courriels()).toEqual(['convocation 2026-01-31']);
    expect(lettres(r)).toContain('manquement:1:demande_motif papier');
    expect(r.p.manquements[0]).toMatchObject({ remises: {}, etat: { etat: 'motif_demande' } });
    r.fait({ type: 'recordRemise', courrielCle: 'manquement:1:demande_motif', le: jour('2026-06-30') });
    expect(r.p.manquements[0]?.remises).toEqual({ demande_motif: '2026-06-30' });
  });

  test('R43, R17 — le papier voulu n’est pas un refus : le référent n’en reçoit pas de courriel, mais une ligne', () => {
    const r = signe('2026-01-31').prefere('papier').le('2026-03-31');
    expect(r.courriels('referent')).toEqual([]);
    expect(lettres(r)).toContain('rdv:2.1:convocation papier');
    expect(r.dossier.lignes.map((l) => l.avis)).toContain('lettre_a_faire');
  });

  test.each(['papier', 'sans_rappels'] as const)(
    'R43, R09 — %s : un rappel ne part ni ne s’imprime, et le journal le dit',
    (preference) => {
      const r = signe('2026-01-31').prefere(preference).le('2026-02-10', '08:00');
      expect(r.courriels().filter((c) => c.startsWith('rappel'))).toEqual([]);
      expect(lettres(r).filter((l) => l.includes('rappel'))).toEqual([]);
      const ecartes = r.dossier.journal.flatMap(({ fait }) =>
        fait.type === 'courriel_abandonne' ? [fait] : [],
      );
      expect(ecartes.map((f) => `${f.courrielCle} ${f.raison}`)).toContain('rdv:1.1:rappel:1 preference');
    },
  );

  test('R43 — sans les rappels, le reste part par courriel', () => {
    const r = signe('2026-01-31')
      .prefere('sans_rappels')
      .le('2026-02-10', '11:00')
      .statut(1, 'absent')
      .le('2026-02-12');
    expect(r.courriels()).toContain('demande_motif 2026-02-11');
    expect(lettres(r)).toEqual([]);
  });

  test('R43 — un courriel qui attendait le relais suit le nouveau choix', () => {
    const r = signe('2026-01-31', { relais: 'muet' });
    expect(r.dossier.courriels.map((c) => c.etat)).toEqual(['en_attente']);
    r.prefere('papier').relaisRepond('accepte').le('2026-02-01');
    r.le('2026-02-28');
    expect(r.courriels()).toEqual([]);
    expect(lettres(r)).toContain('rdv:1.1:convocation papier');
  });

  test('R43 — revenue au courriel, elle reçoit de nouveau des courriels', () => {
    const r = signe('2026-01-31').prefere('papier').le('2026-02-20').prefere('courriel').le('2026-04-30');
    expect(
      r.courriels().some((c) => c.startsWith('convocation 2026-03') || c.startsWith('convocation 2026-04')),
    ).toBe(true);
  });
});
