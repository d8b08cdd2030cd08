/** The rooms and which of them may know which: dependencies point inward. */
const room = (name) => `^services/${name}/`;
/** Pure libraries that the core may use: exact decimals, canonical JSON, hashes, identifiers, checked documents. */
const PURE = ['big\\.js', 'uuid', 'zod', 'canonicalize'];

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'risk-knows-nobody',
      severity: 'error',
      from: { path: room('risk') },
      to: {
        pathNot: [
          room('risk'),
          ...PURE.map((lib) => `node_modules/${lib}`),
          `node_modules/@types/(big\\.js|uuid)`,
          '^(node:)?crypto$',
        ],
      },
    },
    {
      name: 'intake-knows-risk-only',
      severity: 'error',
      from: { path: room('intake') },
      to: { path: '^(services|models|config|infra|test)/', pathNot: [room('intake'), room('risk')] },
    },
    {
      name: 'scoring-knows-risk-only',
      severity: 'error',
      from: { path: room('scoring') },
      to: { path: '^(services|models|config|infra|test)/', pathNot: [room('scoring'), room('risk')] },
    },
    {
      name: 'audit-knows-risk-only',
      severity: 'error',
      from: { path: room('audit') },
      to: { path: '^(services|models|config|infra|test)/', pathNot: [room('audit'), room('risk')] },
    },
    {
      name: 'feedback-knows-risk-and-statistics-only',
      severity: 'error',
      from: { path: room('feedback') },
      to: {
        path: '^(services|models|config|infra|test)/',
        pathNot: [room('feedback'), room('risk'), '^models/statistics/(?!learn/)'],
      },
    },
    {
      name: 'reference-knows-risk-only',
      severity: 'error',
      from: { path: room('reference') },
      to: {
        path: '^(services|models|config|infra|test)/',
        pathNot: [room('reference'), room('source-files'), room('csv'), room('risk')],
      },
    },
    {
      name: 'source-files-know-csv-and-risk-only',
      severity: 'error',
      from: { path: room('source-files') },
      to: { path: '^(services|models|config|infra|test)/', pathNot: [room('source-files'), room('csv'), room('risk')] },
    },
    {
      name: 'csv-knows-nobody',
      severity: 'error',
      from: { path: room('csv') },
      to: { path: '^(services|models|config|infra|test)/', pathNot: [room('csv')] },
    },
    {
      name: 'inner-rooms-use-no-outside-library',
      severity: 'error',
      from: { path: '^(services/(intake|scoring|audit|reference|feedback|csv|source-files)|models)/' },
      to: { path: 'node_modules/(kafkajs|pg|prom-client|avsc|pino|saxes|convict|commander)/' },
    },
    {
      name: 'inner-rooms-touch-no-outside',
      severity: 'error',
      from: { path: '^(services/(intake|scoring|audit|reference|feedback|csv|source-files)|models)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'config-knows-nobody',
      severity: 'error',
      from: { path: '^config/' },
      to: { path: '^(services|models|infra|test)/' },
    },
    {
      name: 'adapters-know-no-process',
      severity: 'error',
      from: { path: room('adapters') },
      to: { path: [room('(cli|runtime|generator)'), '^(infra|test)/'] },
    },
    {
      name: 'runtime-knows-no-command',
      severity: 'error',
      from: { path: room('runtime') },
      to: { path: [room('(cli|generator)'), '^(infra|test)/'] },
    },
    {
      name: 'cli-knows-no-infrastructure',
      severity: 'error',
      // The program's file is what npm links and runs before anything is built: it calls the build.
      from: { path: room('cli'), pathNot: '^services/cli/tidewaiter\\.js$' },
      to: { path: '^infra/' },
    },
    {
      name: 'services-know-no-tests',
      severity: 'error',
      from: { path: '^(services|models|config)/' },
      to: { path: '^test/' },
    },
    {
      name: 'one-place-imports-a-backend',
      severity: 'error',
      from: { path: '^(services|models|config|infra|test)/', pathNot: '^services/adapters/tensorflow/' },
      to: { path: 'node_modules/@tensorflow/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'models-know-no-process',
      severity: 'error',
      from: { path: '^models/' },
      to: { path: ['^services/(cli|runtime|generator|audit|adapters|intake)/', '^(config|infra|test)/'] },
    },
    {
      name: 'models-know-not-each-other',
      severity: 'error',
      from: { path: '^models/([^/]+)/' },
      to: { path: '^models/(anomaly|classification)/', pathNot: '^models/$1/' },
    },
    {
      name: 'statistics-know-nobody',
      severity: 'error',
      from: { path: '^models/statistics/' },
      to: { path: '^(services|models|config|infra|test)/', pathNot: '^models/statistics/' },
    },
    {
      name: 'serve-knows-no-learn',
      comment: 'What answers is loaded by the stream; what is learned with is loaded by training and evaluation only.',
      severity: 'error',
      from: { path: '^(services/(?!cli/)|models/(?!([^/]+)/learn/))' },
      to: { path: '^models/[^/]+/learn/' },
    },
    {
      name: 'no-folder-circles',
      comment: 'Of files that only take a type from each other, too: two folders that need each other are one.',
      scope: 'folder',
      severity: 'error',
      from: { path: '^(models|services|infra)' },
      to: { circular: true },
    },
    {
      name: 'generator-knows-no-policy',
      severity: 'error',
      from: { path: room('generator') },
      to: { path: ['^(config|models|infra|test)/', '^services/(?!generator/|risk/(declaration|identity|facts)/)'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
