const IDEMPOTENCY = 'src/platform/idempotency/idempotency-keys.ts';
const AUDIT = 'migrations/1764000000006-audit.ts';
const VERIFY = 'src/modules/audit/queries/audit-events.ts';
const AGAIN_SPEC = /** @type {const} */ ({ project: 'api', spec: 'test/api/idempotency.spec.ts' });
const LAWS_SPEC = /** @type {const} */ ({ project: 'database', spec: 'test/database/laws.spec.ts' });
const BACKUP_SPEC = /** @type {const} */ ({ project: 'database', spec: 'test/database/backup-drill.spec.ts' });

/** @type {readonly import('../guard.mjs').Guard[]} */
export const RECORDS = [
  {
    name: 'a key that is taken',
    against: 'The same request is done once more each time it comes.',
    off: [{ file: IDEMPOTENCY, text: 'WHERE known.created_at < $5', put: 'WHERE known.created_at < $5 OR true' }],
    ...AGAIN_SPEC,
    test: 'has one effect where it is sent twenty times at once',
  },
  {
    name: 'a key after a kill',
    against: 'A client whose answer was cut off and who asks again has it done twice.',
    off: [{ file: IDEMPOTENCY, text: 'WHERE known.created_at < $5', put: 'WHERE known.created_at < $5 OR true' }],
    project: 'api',
    spec: 'test/api/acknowledged-writes.spec.ts',
    test: 'what was acknowledged',
  },
  {
    name: 'the request of a key',
    against: 'Another request by a key is answered with what the first came to.',
    off: [{ file: IDEMPOTENCY, text: 'known?.request_sha256 !== requestSha256', put: 'known === undefined' }],
    ...AGAIN_SPEC,
    test: 'is refused for another request, and that has no effect',
  },
  {
    name: "each one's own keys",
    against: 'Somebody who guesses a key reads what another one was answered.',
    off: [
      {
        file: 'src/graphql.module.ts',
        text: 'idempotency(keys, userOf)',
        put: "idempotency(keys, () => '00000000-0000-7000-8000-000000000001')",
      },
    ],
    ...AGAIN_SPEC,
    test: 'is each one’s own',
  },
  {
    name: 'one transaction of a request',
    against: 'A part of a request stands though it was answered with an error.',
    off: [
      {
        file: 'src/platform/database/unit-of-work.ts',
        text: 'isApart ? null : requestTransaction()',
        put: 'isApart ? null : (requestTransaction() && null)',
      },
    ],
    ...AGAIN_SPEC,
    test: 'is all or nothing where it has several parts',
  },
  {
    name: 'a row of the trail',
    against: 'An event of the audit trail is changed or removed.',
    off: [
      {
        file: AUDIT,
        text: 'BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event',
        put: 'BEFORE TRUNCATE ON audit_event',
      },
    ],
    ...LAWS_SPEC,
    test: 'audit_event refuses',
  },
  {
    name: 'the hash of an event',
    against: 'An event is written whose hash is not that of its words.',
    off: [
      {
        file: AUDIT,
        text: "hash = encode(sha256(convert_to(previous_hash || ':' || sequence || ':' || body, 'UTF8')), 'hex')\n        )",
        put: 'length(hash) = 64\n        )',
      },
    ],
    ...LAWS_SPEC,
    test: 'refuses an event whose hash does not fit its words',
  },
  {
    name: 'the chain of events',
    against: 'An event hangs on another past than the one there is.',
    off: [
      {
        file: AUDIT,
        text: 'REFERENCES audit_event (chain, sequence, hash),\n        CONSTRAINT audit_event_gapless',
        put: 'REFERENCES audit_event (chain, sequence, hash) DEFERRABLE INITIALLY DEFERRED,\n        CONSTRAINT audit_event_gapless',
      },
    ],
    ...LAWS_SPEC,
    test: 'refuses an event that hangs on another past',
  },
  {
    name: 'tampering with words',
    against: 'The trail is found whole though an event was changed behind the back of the database.',
    off: [
      {
        file: VERIFY,
        text: 'link.hash !== hashOf(link.previous_hash, link.sequence, link.body)',
        put: 'link.hash.length !== hashOf(link.previous_hash, link.sequence, link.body).length',
      },
    ],
    ...BACKUP_SPEC,
    test: 'tells of an audit trail that had been tampered with before',
  },
  {
    name: 'tampering with the order',
    against: 'The trail is found whole though events were swapped and given hashes that fit.',
    off: [{ file: VERIFY, text: 'link.previous_hash !== hash', put: 'link.previous_hash.length !== hash.length' }],
    project: 'database',
    spec: 'test/database/audit-trail.spec.ts',
    test: 'an event that names another past',
  },
  {
    name: 'a tail that was cut off',
    against: 'The trail is found whole though its last events are gone.',
    off: [
      {
        file: VERIFY,
        text: 'head.sequence === sequence && head.hash === hash',
        put: 'head.sequence >= sequence',
      },
    ],
    project: 'database',
    spec: 'test/database/audit-trail.spec.ts',
    test: 'a tail that was cut off',
  },
  {
    name: 'the transaction of an event',
    against: 'The trail tells of what was rolled back.',
    off: [
      {
        file: 'src/modules/audit/commands/append-audit.ts',
        text: "tx.later('SELECT audit_append($1, $2, $3)', [chainOf(record)",
        put: `if (record.initiativeId) return tx.manager.connection.query("SELECT set_config('tollgate.portfolios', '*', true), audit_append($1, $2, $3)", [chainOf(record), record.portfolioId, bodyOf(record)]); tx.later('SELECT audit_append($1, $2, $3)', [chainOf(record)`,
      },
    ],
    project: 'database',
    spec: 'test/database/audit-trail.spec.ts',
    test: 'tells nothing of what was rolled back',
  },
];
