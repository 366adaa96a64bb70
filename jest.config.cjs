/** Two projects: what needs no server (npm run verify), and what needs the real ones (npm test). */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    },
    // Packages that a test file does not use are not loaded for it.
    module: { type: 'commonjs', lazy: true },
    sourceMaps: 'inline',
  },
];

/** Packages published as ES modules alone: Jest runs CommonJS, so they are compiled like our own code. */
const ESM_ONLY = ['temporal-polyfill', 'temporal-utils', 'd3-[a-z]+', 'internmap'];

const shared = {
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  transform: { '^.+\\.[cm]?[jt]sx?$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(?:${ESM_ONLY.join('|')})/)`],
  // preact and a few others offer a "browser" or an ESM build under these conditions.
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'require'] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.jalons'],
};

/** Files that the given Temporal server cannot serve: named, each with its reason, in tools/essais/moteur-d-essai.ts. */
const laisses = (process.env.JALONS_TEST_LAISSES ?? '').split(',').filter((fichier) => fichier !== '');

module.exports = {
  testSequencer: '<rootDir>/test/support/ordre.cjs',
  projects: [
    {
      ...shared,
      displayName: 'sans-serveur',
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: ['\\.serveur\\.test\\.tsx?$'],
    },
    {
      ...shared,
      displayName: 'serveur',
      testMatch: ['**/*.serveur.test.ts', '**/*.serveur.test.tsx'],
      testPathIgnorePatterns: laisses.map((fichier) => `${fichier.replaceAll('.', '\\.')}$`),
      globalSetup: '<rootDir>/test/support/exiger-moteur.cjs',
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.cjs'],
    },
  ],
};
