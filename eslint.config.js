import eslint from '@eslint/js';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.ts', '**/*-test.ts', '**/*.cases.ts', '**/*.journey.ts', 'tests/**/*.ts'];
/** Domain and workflows run in a sandbox and in the browser: what they may not touch. */
const PURE = ['domain/**/*.ts', 'workflows/**/*.ts'];
const OUTSIDE = ['node:*', 'fs', 'path', 'crypto', 'knex', 'knex/*', 'pg', 'pg/*', 'express', 'express/*', '@temporalio/client', '@temporalio/worker', '@temporalio/activity'];

const MEASURES = {
  'max-lines': ['error', { max: 200 }],
  'max-lines-per-function': ['error', { max: 40 }],
  complexity: ['error', 8],
  'max-params': ['error', 4],
};

const PROMISES = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

const PURITY = {
  'no-restricted-imports': ['error', { patterns: OUTSIDE }],
  'no-restricted-globals': ['error', 'setTimeout', 'setInterval', 'setImmediate', 'console', 'process', 'fetch', 'crypto', 'localStorage', 'window', 'document'],
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Chance comes from outside.' }],
  'no-restricted-syntax': ['error', { selector: 'Program > VariableDeclaration[kind="let"], Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]', message: 'A module keeps no state.' }],
};

const NO_CLOCK = [
  ...PURITY['no-restricted-syntax'].slice(1),
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Now comes from outside.' },
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'Now comes from outside.' },
  { selector: 'MemberExpression[object.object.name="Temporal"][object.property.name="Now"], MemberExpression[object.name="Temporal"][property.name="Now"]', message: 'Now comes from outside.' },
];

const typed = { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } };

export default defineConfig(
  globalIgnores(['**/node_modules/**', 'dist/**', '.angular/**', '.mocha-web/**', '.cache/**', '.data/**']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'], ignores: ['web/**'], extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked], ...typed,
    rules: {
      ...MEASURES, ...PROMISES,
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A raw query answers any: its assertion says what the rows are.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // A function is async where its type promises, whether or not it waits.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.mjs', '*.js'], extends: [eslint.configs.recommended], rules: MEASURES,
    languageOptions: { globals: Object.fromEntries(['process', 'console', 'URL', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance', 'fetch', 'AbortSignal', 'Buffer'].map((name) => [name, 'readonly'])) },
  },
  { files: PURE, ignores: TESTS, rules: PURITY },
  { files: ['domain/**/*.ts'], ignores: TESTS, rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK] } },
  {
    files: ['web/**/*.ts'], extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked, angular.configs.tsRecommended], processor: angular.processInlineTemplates, ...typed,
    rules: { ...MEASURES, ...PROMISES, '@typescript-eslint/no-unnecessary-type-assertion': 'off', '@typescript-eslint/unbound-method': 'off', '@angular-eslint/component-class-suffix': 'off', '@angular-eslint/directive-class-suffix': 'off' },
  },
  { files: ['web/**/*.html'], extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility] },
  // One migration is one text of SQL.
  { files: ['migrations/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: TESTS, rules: { 'max-lines': ['error', { max: 500 }], 'max-lines-per-function': 'off' } },
);
