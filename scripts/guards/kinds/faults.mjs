const FAILURE = 'src/platform/failure.ts';
const NETWORK_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/database-faults.spec.ts' });
const POOL_SPEC = /** @type {const} */ ({ project: 'database', spec: 'test/database/polite-pool.spec.ts' });

/** @type {readonly import('../guard.mjs').Guard[]} */
export const FAULTS = [
  {
    name: 'an answer to COMMIT that was lost',
    against: 'What was done although nobody heard of it is done once more.',
    off: [
      {
        file: 'src/platform/idempotency/idempotency-keys.ts',
        text: 'WHERE known.created_at < $5',
        put: 'WHERE known.created_at < $5 OR true',
      },
    ],
    ...NETWORK_SPEC,
    test: 'that swallows the answers to COMMIT has nothing done twice',
  },
  {
    name: 'a database that is silent',
    against: 'Everybody waits for a network that swallows all that is sent.',
    off: [{ file: 'src/platform/database/silence.ts', text: '      this.lose(place);', put: '      void place;' }],
    ...POOL_SPEC,
    test: 'are given up where nothing comes from the database any more',
  },
  {
    name: 'a PostgreSQL that is away',
    against: 'A client is told of an error of ours where it should come again.',
    off: [
      {
        file: FAILURE,
        text: 'return UNAVAILABLE.test(code) || NO_CONNECTION.test(code) || isConnectionLost(error);',
        put: 'return UNAVAILABLE.test(code) && NO_CONNECTION.test(code) && isConnectionLost(error);',
      },
    ],
    project: 'api',
    spec: 'test/api/postgres-crash.spec.ts',
    test: 'because it is restarted has all that was acknowledged',
  },
  {
    name: 'operations at a time',
    against: 'All operations that come are begun at once, and none is done in good time.',
    off: [
      {
        file: 'src/platform/http/turnstile.ts',
        text: 'if (this.inside < this.limits.atOnce)',
        put: 'if (this.inside < this.limits.atOnce || true)',
      },
    ],
    project: 'unit',
    spec: 'src/platform/http/turnstile.spec.ts',
    test: 'lets in so many at a time',
  },
  {
    name: 'half an answer',
    against: 'A question that was given up is answered with 200, and proxies and clients take that for all there is.',
    off: [
      { file: 'src/platform/graphql/unavailable.plugin.ts', text: 'http.status = 503;', put: 'http.status = 200;' },
    ],
    project: 'api',
    spec: 'test/api/given-up.spec.ts',
    test: 'after its time is answered with what to do',
  },
  {
    name: 'a clock that was put back',
    against: 'A gate that was reached before the clock was put back cannot be decided until it has caught up.',
    off: [
      {
        file: 'src/modules/initiatives/persistence/initiative.repository.ts',
        text: 'open && open.enteredAt > stamp.at ? open.enteredAt : stamp.at',
        put: "open && open.enteredAt > '9999' ? open.enteredAt : stamp.at",
      },
    ],
    project: 'api',
    spec: 'test/api/clock-jumps.spec.ts',
    test: 'lets a gate be decided that was reached before: GO',
  },
  {
    name: 'the other items of a job',
    against: 'One item that always fails keeps all behind it from being done.',
    off: [{ file: 'src/platform/jobs/item-by-item.ts', text: 'errors.push(error);', put: 'throw error;' }],
    project: 'database',
    spec: 'test/database/scheduler.spec.ts',
    test: 'by one of its items does the others',
  },
];
