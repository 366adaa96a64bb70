import path from 'node:path';
import { FORME } from '../../domain/parcours/forme';
import type { Moteur } from '../moteur/moteur';
import { PanneDeDemarrage, type Progres } from '../moteur/panne';
import { AVEC_TYPESCRIPT } from '../moteur/typescript';
import { runChild } from './enfant';

const JALONS = path.join(__dirname, '..', '..', 'jalons', 'main.ts');

/**
 * What another version of Jalons kept is rebuilt from its journal before anything reads it, and said; spared when
 * every state has the form of this one, since the command alone takes two seconds.
 */
export async function restoreEtats(moteur: Moteur, base: string, progres: Progres): Promise<void> {
  const sql = `select count(*)::int as perimes from parcours where etat->>'forme' is distinct from '${FORME}'`;
  const [ligne] = await moteur.postgres.query(base, sql);
  if (Number(ligne?.['perimes'] ?? 0) === 0) return;
  progres('Données d’une autre version : parcours récrits depuis leur journal');
  const { code, dit } = await runChild([...AVEC_TYPESCRIPT, JALONS, 'reconstruire', '--perimes'], {
    DATABASE_URL: moteur.databaseUrl(base),
  });
  if (code !== 0) throw new PanneDeDemarrage(`Des parcours n’ont pas pu être récrits.\n${dit}`);
  progres(dit.split('\n').at(-1) ?? '');
}
