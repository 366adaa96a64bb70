import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Ambient chance, time and settings reach the law only as arguments (house 9, rule 7). */
const PURE_DOMAIN = [
  { selector: "NewExpression[callee.name='Date']", message: 'No Date in the domain: use domain/temps.' },
  {
    selector: "CallExpression[callee.object.name='Date']",
    message: 'No Date in the domain: time comes in as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'No chance in the domain.',
  },
  { selector: 'ThrowStatement', message: 'The domain answers, it does not throw.' },
  { selector: 'AwaitExpression', message: 'The domain is synchronous.' },
  { selector: ':function[async=true]', message: 'The domain is synchronous.' },
];

const ENVIRONMENT = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'process.env is read in config/ only.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.jalons/', 'prisma/client/', '**/*.mjs', '**/*.cjs', '**/*.js'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': ['error', ...ENVIRONMENT],
    },
  },
  {
    files: ['domain/**/*.ts', 'domain/**/*.tsx'],
    ignores: ['domain/temps/**', 'domain/dispositifs/definir-dispositif.ts'],
    rules: { 'no-restricted-syntax': ['error', ...PURE_DOMAIN, ...ENVIRONMENT] },
  },
  {
    files: ['config/**', 'prisma.config.ts', 'tools/**', 'test/**', 'bench/**', 'demo/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
