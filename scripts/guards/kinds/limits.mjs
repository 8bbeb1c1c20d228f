const DOCUMENT_LIMITS = 'src/platform/graphql/document-limits.ts';
const LIMITS_SPEC = /** @type {const} */ ({ project: 'unit', spec: 'test/contract/document-limits.spec.ts' });
const HOSTILE_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/hostile-requests.spec.ts' });
const SHARES_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/request-limits.spec.ts' });

/** @type {readonly import('../guard.mjs').Guard[]} */
export const LIMITS = [
  {
    name: 'the depth of a document',
    against: 'A question goes round in circles through the schema.',
    off: [{ file: DOCUMENT_LIMITS, text: 'depth: 14', put: 'depth: 1_400' }],
    ...LIMITS_SPEC,
    test: 'are told of a document with 17 deep',
  },
  {
    name: 'aliases',
    against: 'The same is asked a hundred times in one document.',
    off: [{ file: DOCUMENT_LIMITS, text: 'allowList: []', put: "allowList: ['__typename']" }],
    ...HOSTILE_SPEC,
    test: '101 aliases',
  },
  {
    name: 'the cost of an operation',
    against: 'One question asks for more rows than the server has time for.',
    off: [{ file: 'src/platform/graphql/operation-cost.ts', text: 'if (cost > mostPoints)', put: 'if (cost < 0)' }],
    ...HOSTILE_SPEC,
    test: 'more rows than it is worth',
  },
  {
    name: 'the points of a user',
    against: 'One user has all of the database by many questions.',
    off: [
      {
        file: 'src/platform/graphql/cost-limit.plugin.ts',
        text: 'budget.take(userOf(contextValue), cost)',
        put: 'budget.take(userOf(contextValue), 0)',
      },
    ],
    ...SHARES_SPEC,
    test: 'has points for a minute',
  },
  {
    name: 'requests under way',
    against: 'Requests are taken without end, and none is answered in good time.',
    off: [{ file: 'src/platform/http/request-limits.ts', text: 'inFlight += 1;', put: 'inFlight += 0;' }],
    ...SHARES_SPEC,
    test: 'takes no more than it can, answers what it took',
  },
  {
    name: 'refused credentials',
    against: 'Tokens are guessed at leisure, for those that do not hold are not counted.',
    off: [
      {
        file: 'src/platform/http/address-allowances.ts',
        text: 'return this.refused.note(countedAddress(address));',
        put: 'return Promise.resolve(void countedAddress(address));',
      },
    ],
    ...SHARES_SPEC,
    test: 'is stopped after so many credentials that do not hold',
  },
  {
    name: 'guesses on open connections',
    against: 'Tokens are guessed over connections that were opened before the limit was reached.',
    off: [
      {
        file: 'src/platform/http/address-allowances.ts',
        text: 'await this.refused.mustBeLeft(client, others);',
        put: 'await this.refused.mustBeLeft(client);',
      },
    ],
    ...SHARES_SPEC,
    test: 'has no more guesses by having many connections open first',
  },
  {
    name: 'whom a proxy speaks for',
    against: 'A client that states another address with each request is another client each time.',
    off: [
      {
        file: 'src/server.ts',
        text: 'trustProxy: (address: string) => trustedProxies.includes(address)',
        put: 'trustProxy: (address: string) => trustedProxies.includes(address) || true',
      },
    ],
    ...SHARES_SPEC,
    test: 'is another client behind a proxy that is trusted, and the same behind one that is not',
  },
  {
    name: 'SQL that nobody waits for',
    against: 'A query goes on in the database long after its client has left.',
    off: [
      {
        file: 'src/platform/database/ask-pool.ts',
        text: "given?.addEventListener('abort', cancel, { once: true });",
        put: "given?.addEventListener('abort', ignore, { once: true });",
      },
    ],
    project: 'api',
    spec: 'test/api/given-up.spec.ts',
    test: 'by its client is cancelled in the database at once',
  },
  {
    name: 'the time of a query',
    against: 'A query goes on until PostgreSQL cuts it off.',
    off: [
      {
        file: 'src/platform/graphql/query-deadline.plugin.ts',
        text: 'operation?.operation === OperationTypeNode.QUERY',
        put: 'operation?.operation === OperationTypeNode.SUBSCRIPTION',
      },
    ],
    project: 'api',
    spec: 'test/api/given-up.spec.ts',
    test: 'after its time is answered with what to do',
  },
  {
    name: 'readiness',
    against: 'A server that cannot reach its database is sent requests.',
    off: [
      {
        file: 'src/platform/http/health.controller.ts',
        text: "this.database.row('SELECT 1 AS ok').then(() => true)",
        put: 'Promise.resolve(this.database).then(() => true)',
      },
    ],
    project: 'api',
    spec: 'test/api/database-faults.spec.ts',
    test: 'that is cut loses nothing',
  },
];
