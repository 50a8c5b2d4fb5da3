import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { docBlock } from './eslint/doc-block.mjs';
import { restrictions } from './eslint/restrictions.mjs';

const tests = ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts'];

/** The `typeorm` rule of dependency, and what else one folder may not load. Types of contracts are gone when a page runs. */
const imports = (...paths) => ['error', { paths: paths.map(([name, message, importNames]) => ({ name, message, allowTypeImports: name === '@kepu/contracts', ...(importNames && { importNames }) })) }];

const typed = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: true, allowRethrowing: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  // A promise that is returned from inside `try` escapes its `catch`.
  '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
};

/**
 * The whole flat configuration.
 *
 * One TypeScript program (`tsconfig.tests.json`) serves every file: a program per package costs more than linting does.
 *
 * @param {string} root absolute path of the repository
 */
export function eslintConfig(root) {
  return [
    { ignores: ['**/node_modules/**', '**/dist/**', '**/var/**', '**/.turbo/**', '**/coverage/**', '**/test-results/**', '**/fixtures/**'] },
    // An exception that is worth making is made here, in the open, and not beside the line.
    { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
    js.configs.recommended,
    { files: ['**/*.mjs', '**/*.cjs', '**/*.js'], languageOptions: { globals: globals.node }, rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] } },
    { files: ['**/*.test.mjs'], languageOptions: { globals: { ...globals.node, ...globals.jest } } },
    ...typescript.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
    {
      files: ['**/*.ts', '**/*.tsx'],
      languageOptions: { parserOptions: { project: ['./tsconfig.tests.json'], tsconfigRootDir: root } },
      rules: {
        ...typed,
        'no-undef': 'off',
        // Papers and file names do carry control characters; looking for them is the point.
        'no-control-regex': 'off',
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        '@typescript-eslint/no-explicit-any': 'error',
        '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
        '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
        'no-restricted-syntax': ['error', ...restrictions.anywhere],
        'max-lines': ['error', { max: 500 }],
      },
    },
    {
      files: ['packages/*/src/**/*.ts'],
      ignores: ['**/*.test.ts', '**/index.ts'],
      plugins: { kepu: { rules: { 'doc-block': docBlock } } },
      rules: { 'kepu/doc-block': 'error' },
    },
    // Nothing there waits for anything, and to look at the type of every schema that is handed on takes a third of all the time.
    { files: ['packages/contracts/src/**'], rules: { '@typescript-eslint/no-misused-promises': 'off' } },
    { files: ['packages/domain/src/**', 'packages/matching/src/**', 'packages/contracts/src/**'], ignores: tests, rules: { 'no-restricted-syntax': ['error', ...restrictions.pure], 'no-console': 'error' } },
    {
      files: ['apps/api/src/**/*.ts'],
      rules: {
        'no-restricted-syntax': ['error', ...restrictions.api],
        'no-console': 'error',
        'no-restricted-imports': imports(
          ['typeorm', 'Only repositories, entities, platform/database and migrations know the database.'],
          ['@nestjs/typeorm', 'Only platform/database knows how the data source is made.'],
        ),
      },
    },
    { files: ['apps/api/src/**/*.repository.ts', 'apps/api/src/**/*.entity.ts', 'apps/api/src/platform/database/**', 'apps/api/src/migrations/**', 'apps/api/src/**/*.test.ts'], rules: { 'no-restricted-imports': 'off' } },
    { files: ['apps/api/src/cli/**', 'apps/api/src/platform/logging/**'], rules: { 'no-console': 'off' } },
    {
      files: ['apps/admin/**/*.{ts,tsx}', 'apps/portal/**/*.{ts,tsx}'],
      plugins: { 'react-hooks': hooks },
      languageOptions: { globals: globals.browser },
      rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
    },
    {
      files: ['apps/admin/src/**/*.{ts,tsx}'],
      rules: {
        'no-restricted-syntax': ['error', ...restrictions.admin],
        'no-restricted-imports': imports(['react-admin', 'They follow `javascript:` links up to 5.15.4 (CVE-2026-113350).', ['UrlField', 'FileField']]),
      },
    },
    {
      files: ['apps/portal/src/**/*.{ts,tsx}'],
      rules: {
        'no-restricted-syntax': ['error', ...restrictions.portal],
        'no-restricted-imports': imports(
          ['zod', 'A public page is not to load it: 24 kB for nothing.'],
          ['@kepu/contracts', 'It loads zod: use @kepu/contracts/paths, /labels, /permissions or /error-codes, or `import type`.'],
        ),
      },
    },
    // In a test nobody hands a function to what does not wait for it unawares: the test would not wait either, and to look at each call takes a fifth of the time.
    { files: tests, rules: { '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false } }], 'no-restricted-syntax': ['error', ...restrictions.test], 'kepu/doc-block': 'off', 'no-console': 'off', '@typescript-eslint/no-unused-expressions': 'error' } },
  ];
}
