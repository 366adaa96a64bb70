import { examineHeure, examineNode } from '../../jalons/docteur/environnement';
import { runJalons } from '../support/jalons-d-essai';

jest.setTimeout(60_000);

describe('npm run jalons -- docteur, sans serveur', () => {
  test('un Node trop ancien est rouge et dit lequel installer', () => {
    expect(examineNode('18.19.0')).toMatchObject({
      ...{ etat: 'rouge', dit: '18.19.0, trop ancien' },
      remede: expect.stringContaining('Node 20.20') as string,
    });
    expect(examineNode('20.20.0').etat).toBe('vert');
    expect(examineNode('24.1.0').etat).toBe('vert');
  });

  test('une horloge qui s’écarte passe à l’orange, puis au rouge', () => {
    expect([0, 4_000, -6_000, 61_000].map((ms) => examineHeure('Heure', ms).etat)).toEqual([
      ...['vert', 'vert', 'orange', 'rouge'],
    ]);
    expect(examineHeure('Heure', -6_000).dit).toBe('-6,0 s d’écart avec PostgreSQL');
  });

  test('une configuration fausse arrête l’examen, dit chaque variable, et sort en 2 sans répéter de secret', async () => {
    const env = { JALONS_MODE: 'prod', DATABASE_URL: 'mysql://a:secret@b/c' };
    const { code, stdout } = await runJalons(env, 'docteur');
    expect(code).toBe(2);
    expect(stdout).toMatch(/✗ Configuration .*JALONS_MODE : .*DATABASE_URL : /);
    expect(stdout).toContain('→ Corrigez ces variables');
    expect(stdout).not.toContain('secret');
    expect(stdout).toMatch(/À réparer : 1\. À regarder : 0\. En ordre : 1\.\n$/);
    const { stdout: lu } = await runJalons(env, 'docteur', '--json');
    expect(JSON.parse(lu)).toMatchObject({ etat: 'rouge', constats: [{ sujet: 'Node' }, { etat: 'rouge' }] });
  });
});
