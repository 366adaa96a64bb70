import { explainErreurs, type Configuration, type Lecture } from '../../config/configuration';
import { engines } from '../../package.json';
import { orange, rouge, vert, type Constat } from './constat';

const [MAJEUR = 0, MINEUR = 0] = engines.node.replace('>=', '').split('.').map(Number);

export function examineNode(version = process.versions.node): Constat {
  const [majeur = 0, mineur = 0] = version.split('.').map(Number);
  if (majeur > MAJEUR || (majeur === MAJEUR && mineur >= MINEUR)) return vert('Node', version);
  const dit = `${version}, trop ancien`;
  return rouge('Node', dit, `Installez Node ${MAJEUR}.${MINEUR} ou plus récent (22 ou 24 de préférence).`);
}

export function examineConfiguration(lecture: Lecture): Constat {
  if (lecture.ok) return vert('Configuration', `mode « ${lecture.configuration.JALONS_MODE} »`);
  const [, ...erreurs] = explainErreurs(lecture.erreurs).split('\n');
  const dites = erreurs.slice(0, -1).map((l) => l.replace(/^\s*- /, ''));
  return rouge(
    'Configuration',
    dites.join(' '),
    'Corrigez ces variables dans l’environnement ou dans .env ; chacune est décrite dans .env.example. Le reste n’a pas été examiné.',
  );
}

/** Milliseconds. A certificate, a log and a lease mind more than this; a web server says its hour to the second. */
const ECART_MS = 5_000;
const ECART_GRAVE_MS = 60_000;
const REMEDE_HEURE =
  'Mettez les machines à l’heure (chrony ou systemd-timesyncd) : Jalons se règle sur l’heure de PostgreSQL.';

/** How far a process is from the hour of PostgreSQL. */
export function examineHeure(sujet: string, ecartMs: number): Constat {
  const secondes = `${(ecartMs / 1000).toFixed(1).replace('.', ',')} s d’écart avec PostgreSQL`;
  if (Math.abs(ecartMs) <= ECART_MS) return vert(sujet, secondes);
  return (Math.abs(ecartMs) > ECART_GRAVE_MS ? rouge : orange)(sujet, secondes, REMEDE_HEURE);
}

/** The API as its callers see it: it answers, says what it lacks, and what time it is there. */
export async function examineApi(
  { API_URL }: Pick<Configuration, 'API_URL'>,
  heure: () => number | null,
): Promise<readonly Constat[]> {
  try {
    const envoi = heure();
    const reponse = await fetch(new URL('/readyz', API_URL), { signal: AbortSignal.timeout(5_000) });
    const { etat } = (await reponse.json()) as { etat?: unknown };
    const retour = heure();
    // A web server says its hour by the second begun.
    const la = Date.parse(reponse.headers.get('Date') ?? '');
    return [
      etat === 'pret'
        ? vert('API', `prête sur ${API_URL}`)
        : orange(
            'API',
            `répond « ${String(etat)} » sur ${API_URL}`,
            'Elle prend les demandes ; une autre ligne dit ce qui lui manque.',
          ),
      ...(envoi === null || retour === null || Number.isNaN(la)
        ? []
        : [examineHeure('Heure de l’API', la + 500 - (envoi + retour) / 2)]),
    ];
  } catch {
    const dit = `ne répond pas sur ${API_URL}`;
    return [rouge('API', dit, 'Démarrez l’API, ou donnez à API_URL l’adresse où elle répond.')];
  }
}
