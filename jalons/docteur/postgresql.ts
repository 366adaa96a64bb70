import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Configuration } from '../../config/configuration';
import { causeOf } from '../../registre/acces/pannes';
import type { Base } from '../../registre/base';
import { natureOf, orange, rouge, vert, type Constat } from './constat';
import { examineHeure } from './environnement';

/** Older ones are no longer mended by PostgreSQL's authors; the tests run on the version of docker-compose.yml. */
const VERSION_MINIMALE = 14;
const MIGRATIONS = path.join(__dirname, '../../prisma/migrations');

type Reglages = {
  version: string;
  numero: number;
  fsync: string;
  synchronous_commit: string;
  full_page_writes: string;
};

export type Postgresql = {
  readonly joignable: boolean;
  /** Milliseconds that this machine's clock is ahead of PostgreSQL's. */
  readonly avanceMs: number;
  readonly constats: readonly Constat[];
};

export async function examinePostgresql(
  base: Base,
  config: Pick<Configuration, 'JALONS_MODE'>,
): Promise<Postgresql> {
  try {
    // The driver's own error says why; it also warms the connection up, and the next question times the clock.
    await base.pool.query('SELECT 1');
    const [lus] = await base.$queryRaw<Reglages[]>`
      SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS numero,
        current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
        current_setting('full_page_writes') AS full_page_writes`;
    if (lus === undefined) throw new Error('PostgreSQL n’a rien répondu.');
    const avanceMs = await measureAvance(base);
    const constats = [
      examineVersion(lus),
      ...examineDurabilite(lus, config),
      examineHeure('Heure de cette machine', avanceMs),
      await examineMigrations(base),
    ];
    return { joignable: true, avanceMs, constats };
  } catch (erreur) {
    return { joignable: false, avanceMs: 0, constats: [explainPanne(erreur)] };
  }
}

/** The quickest of three questions: the others waited for something else. */
async function measureAvance(base: Base): Promise<number> {
  const mesures: { attente: number; avance: number }[] = [];
  for (let i = 0; i < 3; i += 1) {
    const envoi = Date.now();
    const [lu] = await base.$queryRaw<{ heure: Date }[]>`SELECT clock_timestamp() AS heure`;
    const retour = Date.now();
    if (lu !== undefined)
      mesures.push({ attente: retour - envoi, avance: (envoi + retour) / 2 - lu.heure.getTime() });
  }
  return mesures.sort((x, y) => x.attente - y.attente)[0]?.avance ?? 0;
}

function examineVersion({ version, numero }: Reglages): Constat {
  if (numero >= VERSION_MINIMALE * 10_000) return vert('PostgreSQL', version);
  return rouge('PostgreSQL', version, `Passez à PostgreSQL ${VERSION_MINIMALE} ou plus récent.`);
}

/** What was acknowledged must survive a power cut. */
function examineDurabilite(
  lus: Reglages,
  { JALONS_MODE }: Pick<Configuration, 'JALONS_MODE'>,
): readonly Constat[] {
  const reglages = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;
  return reglages.map((nom) => {
    const sujet = `PostgreSQL, ${nom}`;
    if (lus[nom] !== 'off') return vert(sujet, lus[nom]);
    const remede = `ALTER SYSTEM SET ${nom} = on; puis SELECT pg_reload_conf(); et vérifiez qu’aucune base ni aucun rôle ne le remet à off.`;
    return JALONS_MODE === 'production'
      ? rouge(sujet, 'off : une coupure de courant perdrait des gestes acquittés', remede)
      : orange(sujet, 'off : bon pour une démonstration, jamais pour de vraies personnes', remede);
  });
}

const REMEDE_MIGRATIONS = 'Appliquez-les : npx prisma migrate deploy, avec la même DATABASE_URL.';

async function examineMigrations(base: Base): Promise<Constat> {
  const sujet = 'Migrations';
  const dossiers = readdirSync(MIGRATIONS, { withFileTypes: true });
  const voulues = dossiers.filter((d) => d.isDirectory()).map(({ name }) => name);
  const lues = await base.$queryRaw<{ migration_name: string; finie: boolean }[]>`
    SELECT migration_name, finished_at IS NOT NULL AS finie FROM _prisma_migrations WHERE rolled_back_at IS NULL`.catch(
    () => null,
  );
  if (lues === null) return rouge(sujet, 'aucune n’a été appliquée', REMEDE_MIGRATIONS);
  const rompue = lues.find(({ finie }) => !finie);
  if (rompue !== undefined)
    return rouge(
      sujet,
      `« ${rompue.migration_name} » n’est pas allée au bout`,
      `Corrigez ce qui l’a arrêtée, puis : npx prisma migrate resolve --rolled-back ${rompue.migration_name} ; npx prisma migrate deploy.`,
    );
  const appliquees = new Set(lues.map((l) => l.migration_name));
  const manquantes = voulues.filter((nom) => !appliquees.has(nom));
  if (manquantes.length > 0) return rouge(sujet, `à appliquer : ${manquantes.join(', ')}`, REMEDE_MIGRATIONS);
  const inconnues = [...appliquees].filter((nom) => !voulues.includes(nom));
  return inconnues.length === 0
    ? vert(sujet, `${voulues.length} appliquées, aucune en attente`)
    : orange(
        sujet,
        `la base en connaît que ce programme ignore : ${inconnues.join(', ')}`,
        'Ce programme est plus ancien que la base : mettez-le à jour.',
      );
}

const REMEDES: Readonly<Record<string, string>> = {
  '28P01': 'Le mot de passe est refusé : corrigez DATABASE_URL.',
  '28000': 'Ce rôle n’a pas le droit d’entrer : corrigez DATABASE_URL ou pg_hba.conf.',
  '3D000':
    'Cette base n’existe pas : créez-la (createdb) ou corrigez DATABASE_URL, puis npx prisma migrate deploy.',
  '53300': 'Trop de connexions : baissez DATABASE_CONNEXIONS ou montez max_connections.',
};

function explainPanne(erreur: unknown): Constat {
  const { code } = causeOf(erreur);
  const dit = `ne répond pas (${code || natureOf(erreur)})`;
  const remede = REMEDES[code] ?? 'Démarrez PostgreSQL, ou corrigez l’hôte et le port dans DATABASE_URL.';
  return rouge('PostgreSQL', dit, remede);
}
