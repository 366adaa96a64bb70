import type { Systeme } from './systeme';

const duree = (ms: number) => `${(ms / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} s`;

/** What runs, where, and what to try. */
export function renderTableau({ urls, moteur, env }: Systeme, ms: number, dossier: string): string {
  const rows: [string, string, string][] = [
    ['Pages', urls.api, 'les parcours de chaque référent, et l’horloge à faire avancer'],
    ['API', `${urls.api}/api/v1`, `description OpenAPI : ${urls.api}/api/v1/openapi.json`],
    ['Courriels', urls.courriels, 'ce que Jalons a envoyé (rien n’est parti)'],
    ['Temporal', urls.ui ?? '(interface : TEMPORAL_UI_URL)', `namespace ${env['TEMPORAL_NAMESPACE'] ?? ''}`],
    ['Temporal (gRPC)', moteur.temporalAddress, moteur.temporal ? 'lancé ici' : 'donné par TEMPORAL_ADDRESS'],
    ['PostgreSQL', env['DATABASE_URL'] ?? '', 'npx prisma migrate status'],
    ['Données', dossier, 'gardées d’une fois sur l’autre ; npm run reset les efface'],
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map(([a, b, c]) => `  ${a.padEnd(widths[0] ?? 0)}  ${b.padEnd(widths[1] ?? 0)}  ${c}`);
  return [
    '',
    `Jalons est prêt en ${duree(ms)}. Données fictives seulement.`,
    '',
    ...lines,
    '',
    'À essayer : ouvrir les pages, avancer l’horloge d’un mois, lire les courriels partis.',
    'Ctrl-C arrête tout.',
    '',
  ].join('\n');
}
