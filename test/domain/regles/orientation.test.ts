import { limiteSignature } from '../../../domain/parcours/contrat';
import { contexteOf } from '../../../domain/parcours/contexte';
import { gestesPermis } from '../../../domain/parcours/gestes';
import { tachesOf } from '../../../domain/parcours/taches';
import { estEncoreVraie } from '../../../domain/courriels/lignes-vraies';
import { jour } from '../../../domain/temps/jour';
import { ouvre, signe } from '../recit';

const oriente = (notifieeLe: `${number}-${number}-${number}`) =>
  ({ type: 'recordOrientation', notifieeLe: jour(notifieeLe) }) as const;

describe('R13 — une nouvelle orientation avant la signature (D.5411-8-2)', () => {
  test('R13 — elle ouvre un nouveau mois : l’ancien délai tombe et le journal le dit, le nouveau a ses rappels', () => {
    const r = ouvre({ le: '2026-01-12', orienteLe: '2026-01-10' }).le('2026-02-04');
    expect(r.honoreeLe('contrat:1:rappel:7')).toBe('2026-02-03');
    r.le('2026-02-05').fait(oriente('2026-02-05'));
    expect(r.p.orientation).toEqual({ rang: 2, notifieeLe: '2026-02-05', connueLe: '2026-02-05' });
    expect(limiteSignature(r.p, r.monde)).toBe('2026-03-05');
    expect(r.desFaits('echeances_abandonnees')).toEqual([
      {
        type: 'echeances_abandonnees',
        raison: 'orientation_nouvelle',
        cles: [
          'contrat:1:rappel:2',
          'contrat:1:retard:1',
          'contrat:1:retard:10',
          'contrat:1:escalade:1',
          'contrat:1:escalade:2',
          'contrat:1:escalade:3',
        ],
      },
    ]);
    expect(r.aVenir('contrat')).toEqual({
      'contrat:2:rappel:15': '2026-02-18',
      'contrat:2:rappel:7': '2026-02-26',
      'contrat:2:rappel:2': '2026-03-03',
      'contrat:2:retard:1': '2026-03-06',
      'contrat:2:retard:10': '2026-03-19',
      'contrat:2:escalade:1': '2026-04-02',
      'contrat:2:escalade:2': '2026-04-17',
      'contrat:2:escalade:3': '2026-05-04',
    });
  });

  test('R13 — en retard sous l’ancienne orientation, le retard n’est plus dit, et sa tâche redevient un délai', () => {
    const r = ouvre({ le: '2026-01-12', orienteLe: '2026-01-10' }).le('2026-02-25');
    const retard = r.dossier.lignes.find(({ cle }) => cle.startsWith('contrat:1:retard:10'));
    const vraie = () => retard !== undefined && estEncoreVraie(retard, r.p, r.monde);
    expect(vraie()).toBe(true);
    r.fait(oriente('2026-02-23'));
    expect(vraie()).toBe(false);
    const tache = tachesOf(r.p, [], contexteOf(r.monde, r.p), r.monde.maintenant).find(
      ({ geste }) => geste === 'signContrat',
    );
    expect(tache).toMatchObject({ code: 'contrat_a_signer', avant: '2026-03-23' });
  });

  test('R13 — apprise tard, ce que son délai aurait déjà dit tombe, et le retard se dit depuis ce jour', () => {
    const r = ouvre({ le: '2026-01-12', orienteLe: '2026-01-10' })
      .le('2026-04-10')
      .fait(oriente('2026-02-23'));
    const tombees = r.desFaits('echeances_abandonnees').filter(({ raison }) => raison === 'deja_passee');
    expect(tombees.map(({ cles }) => cles)).toEqual([
      ['contrat:2:rappel:15', 'contrat:2:rappel:7', 'contrat:2:rappel:2'],
    ]);
    expect(r.prevu('contrat:2:retard:1')).toBe('2026-04-13');
    expect(r.prevu('contrat:2:retard:10')).toBe('2026-04-24');
  });

  test('R13 — le rendez-vous d’accueil tient, et le contrat se signe sous la nouvelle orientation', () => {
    const r = ouvre({ le: '2026-01-12', orienteLe: '2026-01-10' });
    const avant = r.rendezVous();
    r.fait(oriente('2026-01-12'));
    expect(r.rendezVous()).toEqual(avant);
    expect(r.refus({ type: 'signContrat', signeLe: jour('2026-01-11') })).toEqual({
      code: 'date_anterieure',
      minimum: '2026-01-12',
    });
    r.fait({ type: 'signContrat', signeLe: jour('2026-01-12') });
    expect(r.aVenir('contrat')).toEqual({});
  });

  test('R13 — elle est postérieure à la précédente, passée, et précède la signature', () => {
    const r = ouvre({ le: '2026-01-12', orienteLe: '2026-01-10' });
    expect(r.refus(oriente('2026-01-10'))).toEqual({ code: 'date_anterieure', minimum: '2026-01-11' });
    expect(r.refus(oriente('2026-01-13'))).toEqual({ code: 'date_future', le: '2026-01-13' });
    const s = signe('2026-01-31').le('2026-02-16');
    expect(s.refus(oriente('2026-02-10'))).toEqual({ code: 'contrat_deja_signe', signeLe: '2026-01-31' });
    expect(gestesPermis(s.p, s.monde, s.monde.maintenant).map(({ geste }) => geste)).not.toContain(
      'recordOrientation',
    );
  });
});

describe('R32 — le jour de l’orientation corrigé', () => {
  const corrige = (notifieeLe: `${number}-${number}-${number}`) =>
    ({ type: 'correctOrientation', notifieeLe: jour(notifieeLe) }) as const;

  test('R32, R13 — le délai pour signer est celui qu’aurait eu le bon jour, l’ancien tombe', () => {
    const juste = ouvre({ le: '2026-01-12', orienteLe: '2026-01-05' }).le('2026-01-15');
    const r = ouvre({ le: '2026-01-12', orienteLe: '2026-01-10' })
      .le('2026-01-15')
      .fait(corrige('2026-01-05'));
    const sansRang = (x: typeof r) =>
      Object.entries(x.aVenir('contrat')).map(([cle, le]) => `${le} ${cle.replace(/^contrat:\d+:/, '')}`);
    expect(sansRang(r)).toEqual(sansRang(juste));
    expect(r.desFaits('echeances_abandonnees').map(({ raison }) => raison)).toContain('orientation_nouvelle');
  });

  test('R32 — notée trop tard, elle empêchait d’enregistrer la vraie date de signature : corrigée, elle le permet', () => {
    const r = ouvre({ le: '2026-01-12', orienteLe: '2026-01-12' });
    const signe9 = { type: 'signContrat', signeLe: jour('2026-01-09') } as const;
    expect(r.codeRefus(signe9)).toBe('date_anterieure');
    r.fait(corrige('2026-01-08')).fait(signe9);
    expect(r.p.contrat?.signeLe).toBe('2026-01-09');
    expect(r.refus(corrige('2026-01-10'))).toEqual({ code: 'contrat_deja_signe', signeLe: '2026-01-09' });
    expect(r.codeRefus(corrige('2026-01-08'))).toBe('rien_a_corriger');
    expect(r.fait(corrige('2026-01-07')).aVenir('contrat')).toEqual({});
  });
});
