import pg from 'pg';
import { DataSource } from 'typeorm';
import { hashOfToken } from '../../src/modules/identity/token-form.js';
import { dataSourceFor } from '../../src/platform/database/data-source.js';

type Values = Readonly<Record<string, unknown>>;

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [ADA, BEN, STEPS, PORTFOLIO] = [id(1), id(2), id(3), id(4)];
const [PILOTED, HELD, KPI, EVIDENCE] = [id(11), id(12), id(21), id(22)];
const [REVIEW, DECISION, TAKEN_BACK, SCHEME] = [id(31), id(32), id(43), id(50)];

/** What Ada, an instance admin, signed in with at all times. */
export const OLD_TOKEN = 'the-token-that-ada-had-from-the-start';

/** The portfolio of the rows below. */
export const OLD_PORTFOLIO = PORTFOLIO;

const JANUARY = '2026-01-05T00:00:00Z';
const FEBRUARY = '2026-02-20T00:00:00Z';
const OF = { portfolio_id: PORTFOLIO };
const BY_ADA = { recorded_at: FEBRUARY, recorded_by: ADA };

const initiative = (key: string, values: Values): Values => ({
  ...OF,
  key,
  name: `Initiative ${key}`,
  problem: 'Letters are read twice.',
  value_thesis: 'COST',
  investment_class: 'CORE',
  risk_tier: 'LIMITED',
  owner_id: ADA,
  template_id: STEPS,
  version: 1,
  created_at: JANUARY,
  updated_at: FEBRUARY,
  ...values,
});

const visit = (
  number: number,
  initiative_id: string,
  stage_key: string,
  entered_at: string,
  left_at: string | null,
): Values => ({
  ...OF,
  id: id(number),
  initiative_id,
  template_id: STEPS,
  stage_key,
  entered_at,
  left_at,
  is_open: left_at === null ? true : null,
  recorded_at: entered_at,
});

const effort = (number: number, values: Values): Values => ({
  ...OF,
  ...BY_ADA,
  id: id(number),
  initiative_id: PILOTED,
  category_source: 'NONE',
  unit: 'HOURS',
  worked_on: '2026-02-02',
  person: 'ada',
  labels: [],
  source: 'jira',
  external_id: String(number),
  revision: 1,
  method: 'WORKLOG',
  is_reversal: false,
  ...values,
});

/** What a release of any age may have left: each row has the columns of its table at that time, and tables that were not there yet have none. */
const ROWS: readonly (readonly [table: string, row: Values])[] = [
  ['app_user', { id: ADA, name: 'Ada', email: 'ada@example.org', is_instance_admin: true, created_at: JANUARY }],
  ['app_user', { id: BEN, name: 'Ben', email: 'ben@example.org', created_at: JANUARY }],
  [
    'api_token',
    {
      id: id(5),
      user_id: ADA,
      name: 'laptop',
      token_sha256: hashOfToken(OLD_TOKEN),
      created_at: JANUARY,
      created_by: ADA,
    },
  ],
  [
    'workflow_template',
    { id: STEPS, key: 'steps', version: 1, name: 'Steps', published_at: JANUARY, published_by: ADA },
  ],
  ['template_stage', { template_id: STEPS, key: 'poc', position: 1, name: 'PoC', category: 'POC', time_box_days: 90 }],
  ['template_stage', { template_id: STEPS, key: 'pilot', position: 2, name: 'Pilot', category: 'PILOT' }],
  [
    'portfolio',
    {
      id: PORTFOLIO,
      key: 'AI',
      name: 'AI',
      time_zone: 'UTC',
      template_id: STEPS,
      last_initiative_number: 2,
      created_at: JANUARY,
    },
  ],
  ['portfolio_day', { ...OF, begun_through: '2026-02-20' }],
  ['portfolio_member', { ...OF, user_id: BEN, roles: ['GATEKEEPER'] }],
  [
    'initiative',
    initiative('AI-1', {
      id: PILOTED,
      number: 1,
      stage_key: 'pilot',
      status: 'ACTIVE',
      clock_since: '2026-02-20',
      clock_days: null,
    }),
  ],
  [
    'initiative',
    initiative('AI-2', { id: HELD, number: 2, stage_key: 'poc', status: 'ON_HOLD', clock_since: null, clock_days: 46 }),
  ],
  ['stage_visit', visit(13, PILOTED, 'poc', JANUARY, FEBRUARY)],
  ['stage_visit', visit(14, PILOTED, 'pilot', FEBRUARY, null)],
  ['stage_visit', visit(15, HELD, 'poc', JANUARY, null)],
  ['stage_total', { ...OF, initiative_id: PILOTED, stage_key: 'poc', template_key: 'steps', days: 46 }],
  [
    'initiative_revision',
    { ...OF, ...BY_ADA, initiative_id: PILOTED, version: 1, risk_tier: 'LIMITED', attributes: '{}' },
  ],
  ...[PILOTED, HELD].map(
    (initiative_id) =>
      [
        'status_change',
        { ...OF, initiative_id, sequence: 1, status: 'ACTIVE', changed_at: JANUARY, changed_by: ADA },
      ] as const,
  ),
  [
    'status_change',
    {
      ...OF,
      initiative_id: HELD,
      sequence: 2,
      status: 'ON_HOLD',
      changed_at: FEBRUARY,
      changed_by: ADA,
      reason: 'Import',
      is_imported: true,
    },
  ],
  ['kpi', { ...OF, id: KPI, initiative_id: PILOTED, created_at: JANUARY }],
  [
    'kpi_definition',
    {
      ...OF,
      ...BY_ADA,
      kpi_id: KPI,
      version: 1,
      name: 'Handle time',
      unit: 'min',
      role: 'PRIMARY',
      class: 'BUSINESS',
      direction: 'DECREASE',
      data_source: 'CRM',
      owner_id: ADA,
      baseline_value: '9.4',
      baseline_measured_on: '2026-01-05',
      target: '6.5',
      target_date: '2026-12-31',
    },
  ],
  [
    'kpi_measurement',
    { ...OF, ...BY_ADA, id: id(23), kpi_id: KPI, value: '6.1', measured_on: '2026-02-19', source: 'CRM' },
  ],
  [
    'evidence',
    {
      ...OF,
      id: EVIDENCE,
      initiative_id: PILOTED,
      criterion_key: 'data-access',
      kind: 'DOCUMENT',
      summary: 'Granted',
      content: '{}',
      effective_on: '2026-01-05',
      submitted_at: JANUARY,
      submitted_by: ADA,
    },
  ],
  [
    'evidence_review',
    { evidence_id: EVIDENCE, submitted_by: ADA, outcome: 'ACCEPTED', reviewed_at: JANUARY, reviewed_by: BEN },
  ],
  [
    'gate_review',
    {
      ...OF,
      id: REVIEW,
      initiative_id: PILOTED,
      gate_key: 'g2',
      status: 'DECIDED',
      requested_at: JANUARY,
      requested_by: ADA,
    },
  ],
  ['gate_vote', { ...OF, review_id: REVIEW, sequence: 1, voter_id: BEN, outcome: 'CONDITIONAL_GO', cast_at: FEBRUARY }],
  [
    'gate_decision',
    {
      ...OF,
      id: DECISION,
      initiative_id: PILOTED,
      review_id: REVIEW,
      gate_key: 'g2',
      outcome: 'CONDITIONAL_GO',
      rationale: 'Good enough',
      template_id: STEPS,
      from_stage_key: 'poc',
      to_stage_key: 'pilot',
      snapshot: '{}',
      snapshot_sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      decided_at: FEBRUARY,
      decided_by: BEN,
    },
  ],
  [
    'gate_condition',
    {
      ...OF,
      id: id(33),
      initiative_id: PILOTED,
      decision_id: DECISION,
      text: 'Train the team',
      owner_id: ADA,
      due_on: '2026-07-31',
      status: 'OPEN',
      made_at: FEBRUARY,
    },
  ],
  [
    'waiver',
    {
      ...OF,
      id: id(34),
      initiative_id: PILOTED,
      gate_key: 'g3',
      criterion_key: 'monitoring-plan',
      status: 'PENDING',
      reason: 'Not yet',
      compensating_control: 'By hand',
      requested_on: '2026-02-20',
      expires_on: '2026-03-20',
      renewals: 0,
      requested_at: FEBRUARY,
      requested_by: ADA,
    },
  ],
  [
    'allocation_scheme',
    {
      ...OF,
      id: SCHEME,
      key: 'ten',
      version: 1,
      valid_from: '2026-01-01',
      coverage_floor_percent: 80,
      published_at: JANUARY,
      published_by: ADA,
    },
  ],
  ['effort_category', { ...OF, key: 'ALL' }],
  [
    'allocation_category',
    { ...OF, scheme_id: SCHEME, key: 'ALL', position: 1, name: 'All', target_percent: 100, tolerance_points: 5 },
  ],
  ['effort_day', { ...OF, person: 'ada', worked_on: '2026-02-02', hours: 4 }],
  ['effort_entry', effort(41, { amount: 8, person_days: 1, worked_on: '2011-07-01', person: null })],
  ['effort_entry', effort(42, { amount: 4, person_days: 0.5 })],
  ['effort_entry', effort(43, { amount: 2, person_days: 0.25 })],
  [
    'effort_entry',
    effort(44, { amount: 2, person_days: -0.25, external_id: '43', is_reversal: true, reverses_id: TAKEN_BACK }),
  ],
];

/** Brings a database to the schema of so many migrations, as the release of that time left it. */
export const migrateTo = async (url: string, count: number): Promise<void> => {
  const { options } = dataSourceFor(url);
  const source = new DataSource({ ...options, migrations: (options.migrations as never[]).slice(0, count) });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
};

/** Fills a database of any earlier schema with what it has room for; gives how many rows went into each table. */
export const fillWithOldRows = async (url: string): Promise<Readonly<Record<string, number>>> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    const known = await columnsIn(client);
    const counts: Record<string, number> = {};
    for (const [table, row] of ROWS) {
      const names = Object.keys(row).filter((name) => known.has(`${table}.${name}`));
      if (names.length > 0) {
        const places = names.map((_, index) => `$${index + 1}`).join(', ');
        const { rowCount } = await client.query(
          `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`,
          names.map((name) => row[name]),
        );
        counts[table] = (counts[table] ?? 0) + (rowCount ?? 0);
      }
    }
    if (known.has('audit_chain.chain')) {
      await tellTrail(client);
    }
    await client.query('COMMIT');
    return counts;
  } finally {
    await client.end();
  }
};

const columnsIn = async (client: pg.Client): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  return new Set(rows.map(({ name }) => name));
};

/** Two events of each initiative, and one that concerns no portfolio. */
const tellTrail = async (client: pg.Client): Promise<void> => {
  const body = (action: string, subjectId: string): string =>
    JSON.stringify({ at: FEBRUARY, actorId: ADA, action, subjectType: 'INITIATIVE', subjectId, changes: {} });
  for (const initiative of [PILOTED, HELD]) {
    for (const action of ['initiative.created', 'initiative.updated']) {
      await client.query('SELECT audit_append($1, $2, $3)', [
        `initiative:${initiative}`,
        PORTFOLIO,
        body(action, initiative),
      ]);
    }
  }
  await client.query('SELECT audit_append($1, NULL, $2)', ['instance', body('user.created', BEN)]);
};
