// The rooms of docs/architecture.md. Every rule is proven by a planted violation in test/contract/rooms.spec.ts.
const room = (name) => `^src/modules/[^/]+/${name}/`;
const orm = '(^|/)node_modules/(typeorm|@nestjs/typeorm)/';
const graphqlPackages = '(^|/)node_modules/(graphql|@nestjs/graphql|@nestjs/apollo|@apollo/server)/';
const notSpec = '\\.spec\\.ts$';
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle means two files are one idea.', {}, { circular: true }),
    {
      ...forbid(
        'no-module-cycles',
        'Features form a ladder, not a ring.',
        { path: '^src/modules/' },
        { circular: true },
      ),
      scope: 'folder',
    },
    forbid(
      'domain-is-pure',
      'Rules import only rules; big.js is the one value library (ADR 0002).',
      { path: '^src/domain/', pathNot: notSpec },
      { pathNot: ['^src/domain/', '(^|/)node_modules/(@types/)?big\\.js/'] },
    ),
    forbid(
      'tools-are-pure',
      'What is particular to a ticketing tool is read from values, and never asks or stores anything.',
      { path: '^src/tools/', pathNot: notSpec },
      {
        pathNot: ['^src/(domain|tools)/', '^crypto$', '(^|/)node_modules/(standardwebhooks|ajv|ajv-formats)/'],
      },
    ),
    forbid(
      'platform-knows-no-product',
      'Plumbing has no product words.',
      { path: '^src/platform/' },
      { path: '^src/(modules|jobs)/' },
    ),
    forbid(
      'platform-shares-only-basics',
      'It may speak of results and dates, not of gates.',
      { path: '^src/platform/' },
      { path: '^src/domain/', pathNot: '^src/domain/basics/' },
    ),
    forbid(
      'jobs-only-call-verbs',
      'A schedule has no logic of its own.',
      { path: '^src/jobs/' },
      { path: [room('persistence'), room('graphql')] },
    ),
    forbid(
      'persistence-only-stores',
      'Tables decide nothing.',
      { path: room('persistence') },
      { path: '^src/modules/[^/]+/(graphql|commands|queries|http)/' },
    ),
    forbid(
      'commands-know-no-transport',
      'A verb works the same from GraphQL, an upload or a job.',
      { path: room('commands') },
      { path: ['^src/modules/[^/]+/(graphql|http)/', '^src/jobs/', graphqlPackages, orm] },
    ),
    forbid(
      'queries-change-nothing',
      'A question has no side effect.',
      { path: room('queries') },
      { path: '^src/modules/[^/]+/(commands|graphql|http)/' },
    ),
    forbid(
      'graphql-sees-no-rows',
      'The API must survive a column rename.',
      { path: room('graphql') },
      { path: [room('persistence'), orm] },
    ),
    forbid(
      'tables-are-private',
      'Ask a module; do not reach into its tables.',
      { path: '^src/modules/([^/]+)/' },
      { path: room('persistence'), pathNot: '^src/modules/$1/' },
    ),
    forbid(
      'src-needs-no-tests',
      'Production code stands alone.',
      { path: '^src/', pathNot: notSpec },
      { path: '^test/' },
    ),
    forbid('web-is-a-client', 'The board uses the API like anyone else.', { path: '^web/' }, { path: '^src/' }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js', '.json'] },
  },
};
