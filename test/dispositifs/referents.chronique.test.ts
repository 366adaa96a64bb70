import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jour } from '../../domain/temps/jour';
import { periode, signe } from '../domain/recit';

test('R22, R24 — un remplacement puis un changement de référent : les jours que la main a comptés', () => {
  const vendredis = [
    { id: 'vendredi', jourDeSemaine: 5, de: '14:00', a: '16:00', dureeMinutes: 30, dureeBilanMinutes: 60 },
  ] as const;
  const [du, au] = [jour('2026-02-09'), jour('2026-02-20')];
  const r = signe('2026-01-31')
    .autreReferent('remplacante', { permanences: vendredis })
    .autreReferent('nouvelle', { permanences: vendredis })
    .agendaDevient({ absences: [periode('2026-02-09', '2026-02-20')] })
    .le('2026-02-02')
    .fait({ type: 'assignRemplacant', remplacementId: 'a', referentId: 'remplacante', du, au })
    .le('2026-02-13', '15:00')
    .statut(1, 'honore')
    .le('2026-03-02')
    .fait({
      type: 'changeReferent',
      ...{ referentId: 'nouvelle', motif: 'depart', le: jour('2026-03-02') },
      ...{ texteId: null, transfertId: null },
    });
  const dits = r.p.rendezVous.map(
    (x) => `rendez-vous ${x.id} : ${r.mur(x.creneau.debut)} chez ${x.referentId}`,
  );
  const ecrit = readFileSync(join(__dirname, 'chroniques', 'referents.txt'), 'utf8');
  expect(dits).toEqual(ecrit.split('\n').filter((l) => l.startsWith('rendez-vous')));
});
