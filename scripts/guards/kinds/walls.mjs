const ACCESS = 'src/domain/access/access.ts';
const WALLS_MIGRATION = 'migrations/1764000000042-portfolio-walls.ts';
const TABLE_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/access-table.spec.ts' });
const WALLS_SPEC = /** @type {const} */ ({ project: 'database', spec: 'test/database/portfolio-walls.spec.ts' });

/** @type {readonly import('../guard.mjs').Guard[]} */
export const WALLS = [
  {
    name: 'the role that an action takes',
    against: 'A member does what takes another role.',
    off: [
      {
        file: ACCESS,
        text: "held.some((role) => allowed.includes(role)) ? 'ALLOWED' : 'FORBIDDEN'",
        put: "held.some((role) => allowed.includes(role)) ? 'ALLOWED' : 'ALLOWED'",
      },
    ],
    ...TABLE_SPEC,
    test: 'gateVoteCast',
  },
  {
    name: 'the role that one mutation takes',
    against: 'A resolver asks for less than its action takes, and a reviewer closes the conditions of a decision.',
    off: [
      {
        file: 'src/modules/gates/commands/close-gate-condition.ts',
        text: "'condition:close'",
        put: "'portfolio:read'",
      },
    ],
    ...TABLE_SPEC,
    test: 'gateConditionClose',
  },
  {
    // Behind the check of each command stand the policies of the tables: with one of both the rows are safe.
    name: 'another portfolio, both walls',
    against: 'Somebody works on a portfolio they are no member of, by its id.',
    off: [
      {
        file: ACCESS,
        text: "if (held.length === 0) {\n    return 'UNKNOWN';",
        put: "if (held.length === 0) {\n    return 'ALLOWED';",
      },
      {
        file: 'src/modules/sessions/callers.ts',
        text: 'narrowTo(portfoliosOf(viewer));',
        put: 'narrowTo(portfoliosOf({ ...viewer, isInstanceAdmin: true }));',
      },
    ],
    ...TABLE_SPEC,
    test: 'Queries initiative',
  },
  {
    name: 'the scope of a request',
    against:
      'A request goes on seeing all portfolios after it is known who sends it, so that a forgotten WHERE shows them.',
    off: [
      {
        file: 'src/modules/sessions/callers.ts',
        text: 'narrowTo(portfoliosOf(viewer));',
        put: 'narrowTo(portfoliosOf({ ...viewer, isInstanceAdmin: true }));',
      },
    ],
    ...WALLS_SPEC,
    test: 'holds for who asks over HTTP',
  },
  {
    name: 'a scope to begin with',
    against: 'A request sees all portfolios before it is known who sends it.',
    off: [
      {
        file: 'src/platform/http/register-scopes.ts',
        text: 'portfolios: []',
        put: "portfolios: 'ALL'",
      },
    ],
    ...WALLS_SPEC,
    test: 'holds for who asks over HTTP',
  },
  {
    name: 'the wall of a table',
    against: 'A table is left without a policy.',
    off: [{ file: WALLS_MIGRATION, text: "  'kpi_measurement',\n", put: '' }],
    ...WALLS_SPEC,
    test: 'stands in every table',
  },
  {
    name: 'the rule of the walls',
    against: 'The policies are there and let everything through.',
    off: [{ file: WALLS_MIGRATION, text: 'USING (${rule})', put: 'USING (true OR ${rule})' }],
    ...WALLS_SPEC,
    test: 'lets no row of another portfolio be changed',
  },
  {
    name: 'the role of the server',
    against: 'The server asks as the owner of the tables, whom no policy holds for.',
    off: [
      {
        file: 'src/platform/database/data-source.ts',
        text: 'optionsFor(settings, role);',
        put: 'optionsFor(settings, role === null ? role : null);',
      },
      {
        file: 'src/platform/database/data-source.ts',
        text: 'terms: { role, settings',
        put: 'terms: { role: role === null ? role : null, settings',
      },
    ],
    ...WALLS_SPEC,
    test: 'owns nothing and is nobody special',
  },
  {
    name: 'the scope of a statement',
    against: 'What one may see stays with the connection for whoever has it next.',
    off: [
      {
        file: 'src/platform/database/portfolio-scope.ts',
        text: "set_config('tollgate.portfolios', $1, true)",
        put: "set_config('tollgate.portfolios', $1, false)",
      },
    ],
    ...WALLS_SPEC,
    test: 'leaves nothing with a connection',
  },
  {
    name: 'the scope of an export',
    against: 'A long read shows rows of every portfolio.',
    off: [
      {
        file: 'src/platform/database/long-reads.ts',
        text: 'scopeCommands(scopeUnderWay(), { role',
        put: "scopeCommands(scopeUnderWay() && '*', { role",
      },
    ],
    ...WALLS_SPEC,
    test: 'holds in views, in transactions and in long reads too',
  },
  {
    name: 'rights of the role',
    against: 'The server could change what is written once.',
    off: [
      {
        file: 'src/platform/database/app-role.ts',
        text: "isWrittenOnce ? 'SELECT, INSERT'",
        put: "isWrittenOnce ? 'SELECT, INSERT, UPDATE'",
      },
    ],
    ...WALLS_SPEC,
    test: 'may not change evidence',
  },
];
