/**
 * The arrows between folders: the table of docs/architecture.md, one rule per folder.
 * A folder may import what its rule lets through, and nothing else of ours.
 */
const FOLDERS =
  'config|domain|registre|workflows|temporal|sante|activities|worker|api|web|imports|retours|prisma|demo|jalons|tools|bench|test';

/** Of our own folders, `from` may import only `to`. */
const onlyOurs = (from, ...to) => ({
  name: `${from}-n-importe-que`,
  severity: 'error',
  comment: `${from}/ n’importe, de chez nous, que : ${[from, ...to].join(', ')}.`,
  from: { path: `^${from}/` },
  to: {
    path: `^(?:${FOLDERS})/`,
    pathNot: [from, ...to].map((path) => (path.includes('.') ? `^${path}` : `^${path}/`)),
  },
});

/** Of packages and Node's own modules, `from` may import only `packages`. */
const onlyPackages = (from, packages, nodeToo = true) => ({
  name: `${from}-ne-depend-que`,
  severity: 'error',
  comment: `${from}/ ne dépend que de : ${packages.join(', ') || 'rien'}.`,
  from: { path: `^${from}/` },
  to: {
    dependencyTypes: [
      'npm',
      'npm-dev',
      'npm-optional',
      'npm-peer',
      'npm-no-pkg',
      ...(nodeToo ? [] : ['core']),
    ],
    ...(packages.length > 0 && { pathNot: `node_modules/(?:${packages.join('|')})/` }),
  },
});

module.exports = {
  forbidden: [
    {
      name: 'pas-de-cycle',
      severity: 'error',
      comment: 'Deux fichiers qui s’importent l’un l’autre ne se lisent plus l’un sans l’autre.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'pas-d-import-perdu',
      severity: 'error',
      comment: 'Un import qui ne mène nulle part.',
      from: {},
      to: { couldNotResolve: true, pathNot: '^prisma/client' },
    },
    onlyOurs('domain'),
    onlyPackages('domain', ['temporal-polyfill', 'temporal-spec', 'temporal-utils'], false),
    onlyOurs('registre', 'domain', 'prisma'),
    onlyPackages('registre', [
      '@prisma/client',
      '@prisma/adapter-pg',
      '@prisma/client-runtime-utils',
      'pg',
      '@types/pg',
    ]),
    onlyOurs('workflows', 'activities', 'domain'),
    {
      name: 'workflows-types-seulement',
      severity: 'error',
      comment:
        'workflows/ ne prend que des types aux activités et au domaine : la loi est consultée, jamais rejouée.',
      from: { path: '^workflows/' },
      to: { path: '^(?:activities|domain)/', dependencyTypesNot: ['type-only'] },
    },
    onlyPackages('workflows', ['@temporalio/workflow', '@temporalio/common'], false),
    onlyOurs('activities', 'domain', 'registre'),
    onlyPackages('activities', [
      'nodemailer',
      '@types/nodemailer',
      '@temporalio/activity',
      '@temporalio/common',
    ]),
    onlyOurs(
      'api',
      'domain',
      'registre',
      'web',
      'imports',
      'workflows/messages.ts',
      'temporal',
      'sante',
      'config',
    ),
    onlyOurs('imports', 'domain', 'registre', 'api/contrat'),
    onlyPackages('imports', ['csv-parse', 'csv-stringify']),
    onlyOurs('retours', 'domain', 'registre'),
    onlyPackages('retours', ['mailparser']),
    onlyOurs('web', 'domain'),
    onlyPackages('web', ['preact', 'preact-render-to-string', 'd3-scale', '@types/d3-scale'], false),
    onlyOurs(
      'worker',
      'domain',
      'registre',
      'workflows',
      'temporal',
      'sante',
      'activities',
      'config',
      'prisma',
    ),
    onlyOurs('temporal', 'registre', 'workflows/messages.ts', 'config', 'domain'),
    onlyOurs(
      'jalons',
      'domain',
      'registre',
      'imports',
      'retours',
      'temporal',
      'sante',
      'workflows/messages.ts',
      'activities',
      'config',
      'prisma',
    ),
    onlyOurs('sante', 'registre', 'config'),
    onlyOurs('config'),
    onlyOurs('demo', 'domain', 'config', 'registre', 'prisma', 'imports'),
    {
      name: 'demo-passe-par-l-api',
      severity: 'error',
      comment:
        'Seul demo/charger.ts écrit dans la base ; le reste de demo/ parle à l’API, comme tout le monde.',
      from: { path: '^demo/', pathNot: '^demo/charger\\.ts$' },
      to: { path: '^(?:registre|prisma)/' },
    },
    onlyOurs('tools', 'config', 'temporal/attributs.ts', 'domain/parcours/forme.ts'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:node_modules|dist|\\.jalons|coverage|prisma/client)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types'],
    },
  },
};
