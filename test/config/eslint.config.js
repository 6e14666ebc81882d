import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const engineOnly = {
  paths: [
    { name: 'comlink', message: 'Only src/engine talks to workers.' },
    { name: '@duckdb/duckdb-wasm', message: 'Only src/engine names DuckDB.' },
  ],
};

export default ts.config(
  { ignores: ['dist/**', 'node_modules/**', 'test/.out/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node, __APP_VERSION__: 'readonly' },
      parserOptions: {
        projectService: { allowDefaultProject: ['test/config/*.js'] },
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      'no-console': 'error',
      // Maps and sets inside a function hold no state that a screen reads.
      'svelte/prefer-svelte-reactivity': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // French texts are full of spaces that do not break.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
      'no-restricted-imports': ['error', engineOnly],
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
  { files: ['src/engine/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['test/**', 'sample-data/**', 'vite.config.ts'],
    rules: { 'no-console': 'off', 'no-restricted-imports': 'off' },
  },
);
