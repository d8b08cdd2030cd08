import importOrder from 'eslint-plugin-simple-import-sort';
import tseslint from 'typescript-eslint';

/** Texts that were checked where they came in (services/risk/declaration/checked.ts). */
const CHECKED = '/^(CommodityCode|CountryCode|Day|DecimalText|Instant|Mrn)$/';

const KAFKA_CLIENT = {
  selector: "NewExpression[callee.name='Kafka'], NewExpression[callee.property.name='Kafka']",
  message: 'Its consumers show records of aborted transactions: take openKafka.',
};
const castTo = (names, message) => ({
  selector: [
    `TSAsExpression > TSTypeReference.typeAnnotation[typeName.name=${names}]`,
    `TSAsExpression > .typeAnnotation TSTypeReference[typeName.name=${names}]`,
  ].join(', '),
  message: `A cast checks nothing: ${message}.`,
});
const CAST_TO_CHECKED = castTo(CHECKED, 'take its parser (in tests, test/harness/checked.ts)');
const CAST_TO_EVENT = castTo('/^DeclarationEvent$/', 'what is decoded becomes an event by checkedEvent');

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
  {
    files: ['services/**/*.ts', 'models/**/*.ts', 'infra/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', KAFKA_CLIENT, CAST_TO_CHECKED, CAST_TO_EVENT] },
  },
  {
    files: ['services/risk/declaration/validate.ts'],
    rules: { 'no-restricted-syntax': ['error', KAFKA_CLIENT, CAST_TO_CHECKED] },
  },
  // The one place where a client of kafkajs is made.
  {
    files: ['services/adapters/kafka/committed/open-kafka.ts'],
    rules: { 'no-restricted-syntax': ['error', CAST_TO_CHECKED, CAST_TO_EVENT] },
  },
  // The parsers of checked texts.
  {
    files: ['services/risk/declaration/{commodity-code,country-code,day,decimal-text,instant,local-day,mrn}.ts'],
    rules: { 'no-restricted-syntax': ['error', KAFKA_CLIENT, CAST_TO_EVENT] },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-console': 'off' },
  },
);
