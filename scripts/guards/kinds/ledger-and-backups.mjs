const LAWS_SPEC = /** @type {const} */ ({ project: 'database', spec: 'test/database/laws.spec.ts' });
const BACKUP_SPEC = /** @type {const} */ ({ project: 'database', spec: 'test/database/backup-drill.spec.ts' });

/** @type {readonly import('../guard.mjs').Guard[]} */
export const LEDGER_AND_BACKUPS = [
  {
    name: '24 hours a day',
    against: 'A person is booked for more hours than a day has.',
    off: [
      {
        file: 'migrations/1764000000005-effort.ts',
        text: 'CHECK (hours BETWEEN 0 AND 24)',
        put: 'CHECK (hours BETWEEN 0 AND 2400)',
      },
    ],
    ...LAWS_SPEC,
    test: 'has no more than 24 hours',
  },
  {
    name: 'hours that are booked at once',
    against: 'Two bookings that come at once are both taken, though one alone fills the day.',
    off: [
      {
        file: 'src/modules/effort/persistence/effort.repository.ts',
        text: 'ORDER BY e.person, e.worked_on FOR UPDATE OF e',
        put: 'ORDER BY e.person, e.worked_on',
      },
    ],
    project: 'database',
    spec: 'test/database/effort.spec.ts',
    test: 'hold exactly 12 of 20 bookings',
  },
  {
    name: 'a closed period',
    against: 'Effort is booked on days that were reported.',
    off: [
      {
        file: 'migrations/1764000000017-effort-periods.ts',
        text: 'WHERE c.reopened_at IS NULL AND NOT EXISTS',
        put: 'WHERE c.reopened_at IS NOT NULL AND NOT EXISTS',
      },
    ],
    project: 'database',
    spec: 'test/database/closed-periods.spec.ts',
    test: 'takes nothing in',
  },
  {
    name: 'one reversal',
    against: 'An entry is taken back twice, and the sum is less than nothing.',
    off: [
      {
        file: 'migrations/1764000000015-effort-ledger.ts',
        text: 'CREATE UNIQUE INDEX effort_entry_reversed_once ON effort_entry (reverses_id, worked_on)',
        put: 'CREATE INDEX effort_entry_reversed_once ON effort_entry (reverses_id, worked_on)',
      },
    ],
    project: 'database',
    spec: 'test/database/closed-periods.spec.ts',
    test: 'is taken back at most once',
  },
  {
    name: 'the sum of a backup',
    against: 'A backup that was changed is put back.',
    off: [
      {
        file: 'src/modules/backups/commands/restore-backup.ts',
        text: '(await printOf(file)).sha256 !== sha256',
        put: '(await printOf(file)).sha256.length !== sha256.length',
      },
    ],
    ...BACKUP_SPEC,
    test: 'is refused where the file was changed',
  },
  {
    name: 'what came back of a backup',
    against: 'A database that is not what was backed up is served.',
    off: [
      {
        file: 'src/modules/backups/commands/restore-backup.ts',
        text: 'if (different.length > 0)',
        put: 'if (different.length < 0)',
      },
    ],
    ...BACKUP_SPEC,
    test: 'says what came back otherwise than it went in',
  },
  {
    name: 'rows of an earlier schema',
    against: 'An upgrade does not bring over what stands in the rows there are.',
    off: [
      {
        file: 'migrations/1764000000014-imported-statuses.ts',
        text: "WHERE sequence > 1 AND reason = 'Import'",
        put: "WHERE sequence > 100 AND reason = 'Import'",
      },
    ],
    project: 'database',
    spec: 'test/database/upgrades.spec.ts',
    test: 'from that of StageClock1764000000011 keeps every row',
  },
];
