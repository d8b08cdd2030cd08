import importOrder from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

/** Texts that were checked where they came in (services/risk/declaration/checked.ts). */
const CHECKED = '/^(CommodityCode|CountryCode|Day|DecimalText|Instant|Mrn)$/';

const KAFKA_CLIENT = {
  selector: "NewExpression[callee.name='Kafka'], NewExpression[callee.property.name='Kafka']",
  message: 'Its consumers show records of aborted transactions: take openKafka.',
};
const CAST_TO_CHECKED = {
  selector: [
    `TSAsExpression > TSTypeReference.typeAnnotation[typeName.name=${CHECKED}]`,
    `TSAsExpression > .typeAnnotation TSTypeReference[typeName.name=${CHECKED}]`,
  ].join(', '),
  message: 'A cast checks nothing: take its parser (in tests, test/harness/checked.ts).',
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.cache/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    plugins: { 'simple-import-sort': importOrder },
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['vitest.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'simple-import-sort/imports': ['error', { groups: [['^\\u0000', '^node:', '^@?\\w', '^\\.\\./', '^\\./']] }],
      'simple-import-sort/exports': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', KAFKA_CLIENT, CAST_TO_CHECKED],
    },
  },
  // The one place where a client of kafkajs is made.
  {
    files: ['services/adapters/kafka/committed/open-kafka.ts'],
    rules: { 'no-restricted-syntax': ['error', CAST_TO_CHECKED] },
  },
  // The parsers of checked texts.
  {
    files: ['services/risk/declaration/{commodity-code,country-code,day,decimal-text,instant,local-day,mrn}.ts'],
    rules: { 'no-restricted-syntax': ['error', KAFKA_CLIENT] },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-console': 'off' },
  },
);
