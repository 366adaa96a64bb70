import net from 'node:net';
import { msToTs } from '@temporalio/common/lib/time';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { z } from 'zod';
import { absences } from '../../demo/vies/absences';
import { tranquille } from '../../demo/vies/tranquille';
import { instantAt } from '../../domain/temps/heure-locale';
import { jour } from '../../domain/temps/jour';
import { examineTout } from '../../jalons/docteur';
import { freezeHorloge, readHorloge } from '../../registre/horloge/horloge';
import type { Moteur } from '../../tools/moteur/moteur';
import { attends } from '../support/attente';
import { createDepartementDEssai, type DepartementDEssai } from '../support/departement-d-essai';
import { environnementOf } from '../support/environnement';
import { runJalons } from '../support/jalons-d-essai';
import { startMoteurASoi } from '../support/moteur-a-soi';

jest.setTimeout(600_000);

const Examen = z.object({
  etat: z.enum(['vert', 'orange', 'rouge']),
  constats: z.array(
    z.object({ sujet: z.string(), etat: z.string(), dit: z.string(), remede: z.string().nullable() }),
  ),
});
const CODES = { vert: 0, orange: 1, rouge: 2 };

describe('npm run jalons -- docteur, sur un système en marche', () => {
  let moteur: Moteur;
  let d: DepartementDEssai;

  beforeAll(async () => {
    const prepare = await startMoteurASoi('docteur');
    moteur = prepare.moteur;
    d = await createDepartementDEssai({
      ...{ nom: 'docteur', vies: [absences, tranquille], lieu: prepare.lieu, api: 'processus' },
    });
    await d.open();
    await d.walkTo(instantAt(jour('2025-01-20'), '18:00', 'metropole'));
  });
  afterAll(async () => {
    await d.close();
    await moteur.stop();
  });

  const laOf = (env: Readonly<Record<string, string>>) => ({
    ...environnementOf(d.reglages),
    ...{ API_URL: d.api?.url ?? '', ...env },
  });
  const read = ({ etat, constats }: z.infer<typeof Examen>) => {
    for (const c of constats) expect([c.sujet, c.remede === null]).toEqual([c.sujet, c.etat === 'vert']);
    return {
      etat,
      tout: constats.map((c) => `${c.sujet} : ${c.etat}`),
      de: (sujet: string) => constats.find((c) => c.sujet === sujet),
    };
  };
  /** The command, as an administrator types it; again when a machine that works hard kept PostgreSQL from answering in time. */
  const run = async (
    env: Readonly<Record<string, string>> = {},
    reste = 3,
  ): Promise<ReturnType<typeof read>> => {
    const { code, stdout, stderr } = await runJalons(laOf(env), 'docteur', '--json');
    if (!stdout.startsWith('{')) throw new Error(stderr);
    const examen = Examen.parse(JSON.parse(stdout));
    expect(code).toBe(CODES[examen.etat]);
    const lu = read(examen);
    return reste > 0 && lu.de('PostgreSQL')?.etat === 'rouge' ? run(env, reste - 1) : lu;
  };
  /** The same look without a process of its own: many are asked here. */
  const examine = async (env: Readonly<Record<string, string>> = {}) => {
    const avant = { ...process.env };
    Object.assign(process.env, laOf(env));
    try {
      return read(await examineTout());
    } finally {
      for (const nom of Object.keys(process.env))
        if (!(nom in avant)) Reflect.deleteProperty(process.env, nom);
      Object.assign(process.env, avant);
    }
  };
  const rouge = (remede: RegExp, dit = /./) => ({
    ...{ etat: 'rouge', dit: expect.stringMatching(dit) as string },
    remede: expect.stringMatching(remede) as string,
  });
  const orange = (remede: RegExp) => ({ ...rouge(remede), etat: 'orange' });
  const urlWith = (autre: { readonly password?: string; readonly pathname?: string }) =>
    Object.assign(new URL(d.databaseUrl), autre).href;
  const sql = (ordre: string) => d.base.$executeRawUnsafe(ordre);

  test('tout va : chaque ligne est verte, code 0', async () => {
    let dernier = await examine();
    // On a machine that works hard, a probe of the API may give up in between.
    await attends(
      () => `tout au vert : ${dernier.tout.filter((l) => !l.endsWith('vert')).join(', ')}`,
      async () => (dernier = await examine()).etat === 'vert',
    );
    const { etat, tout } = await run();
    expect(tout).toEqual(
      [
        ...['Node', 'Configuration', 'PostgreSQL'],
        ...['PostgreSQL, fsync', 'PostgreSQL, synchronous_commit', 'PostgreSQL, full_page_writes'],
        ...['Heure de cette machine', 'Migrations'],
        ...['Temporal', 'Namespace et rétention', 'Attributs de recherche', 'Worker', 'Réconciliation'],
        ...['Relais SMTP', 'API', 'Heure de l’API'],
        ...['Horloge', 'Jours fériés', 'Échéances', 'Réveils', 'Workflows'],
      ].map((sujet) => `${sujet} : vert`),
    );
    expect(etat).toBe('vert');
    const { stdout } = await runJalons(
      { ...environnementOf(d.reglages), API_URL: d.api?.url ?? '' },
      'docteur',
    );
    expect(stdout).toMatch(/^✓ Node +\d/);
    expect(stdout).toMatch(/À réparer : 0\. À regarder : 0\. En ordre : 21\.\n$/);
  });

  test('tout à terre : PostgreSQL, Temporal, relais et API, chacun son remède', async () => {
    const { de } = await examine({
      DATABASE_URL: 'postgresql://postgres:jalons@127.0.0.1:1/x',
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      SMTP_PORT: '1',
      API_URL: 'http://127.0.0.1:1',
    });
    expect(de('PostgreSQL')).toMatchObject(rouge(/Démarrez PostgreSQL/, /ECONNREFUSED/));
    expect(de('Temporal')).toMatchObject(rouge(/Démarrez Temporal/));
    expect(de('Relais SMTP')).toMatchObject(rouge(/Personne n’écoute/));
    expect(de('API')).toMatchObject(rouge(/Démarrez l’API/));
    for (const sujet of ['Migrations', 'Workflows', 'Échéances']) expect(de(sujet)).toBeUndefined();
  });

  test('un mot de passe de PostgreSQL refusé, un namespace et un relais inconnus', async () => {
    const { de } = await examine({
      DATABASE_URL: urlWith({ password: 'autre' }),
      TEMPORAL_NAMESPACE: 'ailleurs',
      SMTP_HOST: 'relais.invalid',
    });
    expect(de('PostgreSQL')).toMatchObject(rouge(/mot de passe/, /28P01/));
    expect(de('Namespace et rétention')).toMatchObject(rouge(/preparer\.ts/, /ailleurs/));
    expect(de('Relais SMTP')).toMatchObject(rouge(/ne se résout pas/));
  });

  test('une base absente, une rétention trop courte, STARTTLS retiré', async () => {
    const { de } = await examine({
      DATABASE_URL: urlWith({ pathname: '/absente' }),
      TEMPORAL_RETENTION_JOURS: '30',
      SMTP_SECURITE: 'starttls',
    });
    expect(de('PostgreSQL')).toMatchObject(rouge(/createdb/, /3D000/));
    expect(de('Namespace et rétention')).toMatchObject(orange(/--retention 720h/));
    expect(de('Relais SMTP')).toMatchObject(rouge(/chiffrement/));
  });

  test('une base sans ses tables, une file sans worker, un certificat inconnu', async () => {
    await sql('CREATE DATABASE neuve');
    const { de } = await examine({
      DATABASE_URL: urlWith({ pathname: '/neuve' }),
      TACHES: 'personne',
      SMTP_SECURITE: 'tls',
      ...(await startSmtp({ secure: true })),
    });
    expect(de('Migrations')).toMatchObject(rouge(/migrate deploy/, /aucune/));
    expect(de('Échéances')).toMatchObject(rouge(/lignes rouges/));
    expect(de('Worker')).toMatchObject(rouge(/Démarrez le worker/, /« personne »/));
    expect(de('Réconciliation')).toMatchObject(rouge(/Redémarrez le worker/));
    expect(de('Relais SMTP')).toMatchObject(rouge(/certificat/));
  });

  test('une machine qui n’est pas à l’heure, une migration qui manque, un relais muet', async () => {
    await sql('CREATE TABLE gardees AS TABLE _prisma_migrations');
    await sql(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%s2_referents'`);
    const { de } = await run({ NODE_OPTIONS: `--import ${UNE_HEURE_D_AVANCE}`, ...(await startMuet()) });
    expect(de('Heure de cette machine')).toMatchObject(rouge(/chrony/, /^3[56]\d\d,\d s d’écart/));
    expect(de('Migrations')).toMatchObject(rouge(/migrate deploy/, /s2_referents/));
    expect(de('Relais SMTP')).toMatchObject(rouge(/poignée de main/));
    await sql('INSERT INTO _prisma_migrations SELECT * FROM gardees ON CONFLICT DO NOTHING');
  });

  test('une migration rompue, des jours fériés pas encore recoupés, une réconciliation en pause, un compte refusé', async () => {
    const { maintenant } = await readHorloge(d.base);
    const planification = d.client.schedule.getHandle(`reconciliation-${d.taches}`);
    await planification.pause();
    await sql(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%s2_referents'`);
    await sql(`UPDATE horloge SET figee_a = '2031-01-06T08:00Z'`);
    const ici = await startSmtp({
      ...{ authOptional: false, allowInsecureAuth: true },
      onAuth: (_auth, _session, answer) => answer(new Error('non')),
    });
    const { de } = await examine({
      ...ici,
      SMTP_UTILISATEUR: 'jalons',
      SMTP_MOT_DE_PASSE: 'secret-du-relais',
    });
    expect(de('Migrations')).toMatchObject(rouge(/migrate resolve/));
    expect(de('Jours fériés')).toMatchObject(orange(/ANNEES_EPROUVEES/));
    expect(de('Réconciliation')).toMatchObject(rouge(/--unpause/, /pause/));
    expect(de('Relais SMTP')).toMatchObject(rouge(/SMTP_MOT_DE_PASSE/, /EAUTH/));
    expect(JSON.stringify(de('Relais SMTP'))).not.toContain('secret-du-relais');
    await planification.unpause();
    await sql(`UPDATE horloge SET figee_a = '${maintenant}'`);
    await sql('DELETE FROM _prisma_migrations');
    await sql('INSERT INTO _prisma_migrations SELECT * FROM gardees');
  });

  test('PostgreSQL qui ne garde pas ce qu’il acquitte : à regarder ; en production, rouge, comme une horloge déplacée', async () => {
    for (const reglage of DURABILITE) await sql(`ALTER SYSTEM SET ${reglage} = off`);
    await sql('SELECT pg_reload_conf()');
    const essai = await examine();
    expect(essai.etat).toBe('orange');
    const production = await run(PRODUCTION);
    for (const reglage of DURABILITE) {
      expect(essai.de(`PostgreSQL, ${reglage}`)).toMatchObject(orange(/ALTER SYSTEM SET/));
      expect(production.de(`PostgreSQL, ${reglage}`)).toMatchObject(rouge(/ALTER SYSTEM SET/, /coupure/));
    }
    expect(production.de('Horloge')).toMatchObject(rouge(/base neuve/, /figee/));
    for (const reglage of DURABILITE) await sql(`ALTER SYSTEM RESET ${reglage}`);
    await sql('SELECT pg_reload_conf()');
  });

  test('un namespace sans les attributs de recherche', async () => {
    await d.client.workflowService.registerNamespace({
      ...{ namespace: 'nu', workflowExecutionRetentionPeriod: msToTs('1 day') },
    });
    await attends('le namespace sans attributs', async () => {
      const lu = (await examine({ TEMPORAL_NAMESPACE: 'nu' })).de('Attributs de recherche');
      return lu?.etat === 'rouge' && lu.dit.includes('JalonsEtape');
    });
  });

  test('un workflow perdu : nommé, puis rendu par « reveiller »', async () => {
    const perdu = `parcours-${d.suivies[0]?.parcoursId ?? ''}`;
    await d.client.workflow.getHandle(perdu).terminate('perdu');
    await attends('un workflow absent', async () => {
      const lu = (await examine()).de('Workflows');
      return lu?.etat === 'rouge' && lu.dit.includes(perdu) && (lu.remede ?? '').includes('reveiller --tous');
    });
    const { code, stdout } = await runJalons(environnementOf(d.reglages), 'reveiller', perdu);
    expect([code, stdout]).toEqual([0, '1 réveil : le relais du worker les porte.\n']);
    await attends('le workflow rendu', async () => (await examine()).etat === 'vert');
    expect((await runJalons(environnementOf(d.reglages), 'reveiller', '--tous')).stdout).toMatch(
      /^2 réveils : /,
    );
    expect((await runJalons(environnementOf(d.reglages), 'reveiller')).code).toBe(2);
    expect((await runJalons(environnementOf(d.reglages), 'reveiller', 'la-lune')).code).toBe(2);
  });

  test('des échéances et des réveils que personne ne porte', async () => {
    await d.worker.stop();
    await freezeHorloge(d.base, instantAt(jour('2025-06-30'), '18:00', 'metropole'));
    await sql(
      `INSERT INTO reveil VALUES ('parcours-inconnu', 1, 'essai', clock_timestamp() - interval '1 hour')`,
    );
    const { de } = await examine();
    expect(de('Échéances')).toMatchObject(rouge(/reveiller/, /^2 en retard de plus d’une heure : parcours-/));
    expect(de('Réveils')).toMatchObject(rouge(/relais du worker/, /depuis 60 minutes/));
    await d.boite.stop();
    await attends('une API dégradée', async () => (await examine()).de('API')?.etat === 'orange');
  });

  const serveurs: { close: (fini: () => void) => unknown }[] = [];
  afterEach(() => serveurs.splice(0).forEach((s) => s.close(() => undefined)));

  async function startSmtp(options: SMTPServerOptions): Promise<Record<string, string>> {
    const serveur = new SMTPServer({ ...options, logger: false });
    serveur.on('error', () => undefined);
    serveurs.push(serveur);
    await new Promise<void>((resolve) => serveur.listen(0, '127.0.0.1', resolve));
    return { SMTP_PORT: String((serveur.server.address() as net.AddressInfo).port) };
  }

  /** Takes the call and says nothing. */
  async function startMuet(): Promise<Record<string, string>> {
    const appels = new Set<net.Socket>();
    const serveur = net.createServer((socket) => void appels.add(socket.on('error', () => undefined)));
    serveurs.push({ close: (fini) => (appels.forEach((s) => s.destroy()), serveur.close(fini)) });
    await new Promise<void>((resolve) => serveur.listen(0, '127.0.0.1', resolve));
    return { SMTP_PORT: String((serveur.address() as net.AddressInfo).port) };
  }
});

const DURABILITE = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;
/** A program that believes that it is an hour later. */
const UNE_HEURE_D_AVANCE = 'data:text/javascript,globalThis.d=Date.now;Date.now=()=>globalThis.d()+3600000';

/** What production asks for, here where neither the certificate nor the public address exist. */
const PRODUCTION = {
  JALONS_MODE: 'production',
  API_URL: 'https://jalons.invalid',
  SMTP_SECURITE: 'starttls',
  COURRIEL_EXPEDITEUR: 'Jalons <jalons@departement.example.org>',
};
