import { openManquement } from '../../../domain/obligations/ouvrir';
import { signe } from '../recit';

describe('R30 — une échelle pour chaque genre', () => {
  test('R30 — une démarche non faite ouvre son échelle à côté de celle des absences', () => {
    const { p } = signe('2026-01-31').le('2026-02-10', '11:00').statut(1, 'absent');
    expect(openManquement(p, { genre: 'demarche', objetId: '7' })).toEqual([
      { type: 'manquement_ouvert', manquement: 2, source: { genre: 'demarche', objetId: '7' } },
    ]);
    expect(openManquement(p, { genre: 'absence', rendezVousId: 2 })).toEqual([
      { type: 'manquement_rejoint', manquement: 1, source: { genre: 'absence', rendezVousId: 2 } },
    ]);
  });

  test('R30 — rien ne s’ouvre pour qui n’est pas soumis aux obligations', () => {
    const { p } = signe('2026-01-31', { volontaire: true });
    expect(openManquement(p, { genre: 'contrat', objetId: '1' })).toEqual([]);
  });
});
