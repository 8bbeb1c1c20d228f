import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SAMPLE_NOW, startSampleServer } from '../support/sample-server.js';
import { v7 } from 'uuid';
import type { Client, TestServer } from '../support/server.js';

type Row = Record<string, string>;

interface Told {
  readonly path: string;
  readonly mediaType: string;
  readonly about: string;
  readonly parameters: readonly { readonly name: string; readonly isNeeded: boolean; readonly about: string }[];
  readonly columns: readonly string[];
}

const LOADS_IN_MS = 240_000;
const WINDOW = 'from=2025-03-01&to=2026-02-28';

/** What is asked beside the portfolio where something has to be. */
const NEEDED: Readonly<Record<string, string>> = {
  funnel: WINDOW,
  'value-balance': WINDOW,
  'decision-statistics': WINDOW,
  'effort-split': WINDOW,
  'effort-trend': WINDOW,
};

const CSV_NAMES = [
  'initiatives',
  'governance-debt',
  'kpis',
  'decisions',
  'conditions',
  'waivers',
  'evidence',
  'measurements',
  'stage-visits',
  'tickets',
  'audit',
  'status-updates',
  'comments',
  'signal-readings',
  'benefits-reviews',
  'findings',
  'signals',
  'funnel',
  'aging',
  'value-balance',
  'forecast',
  'decision-statistics',
  'effort',
  'effort-split',
  'effort-trend',
  'late-effort',
  'effort-periods',
];

describe('exports of lists and reports', () => {
  let server: TestServer;
  let reviewer: Client;
  let stranger: Client;
  let machine: Client;

  const get = async (path: string, client: Client | null = reviewer) => {
    const response = await fetch(`${server.url}/api/exports${path}`, {
      headers: client === null ? {} : { authorization: `Bearer ${client.token}` },
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const failure = async (path: string, client?: Client | null) => {
    const { status, text } = await get(path, client);
    return { status, ...(JSON.parse(text) as { error: { code: string; message: string }; problems?: object[] }) };
  };
  const rowsOf = async (name: string, query = '', client = reviewer): Promise<Row[]> => {
    const { status, text } = await get(`/${name}.csv?portfolio=DEMO&${query || (NEEDED[name] ?? '')}`, client);
    expect([name, status, status === 200 ? '' : text]).toEqual([name, 200, '']);
    return parse<Row>(text, { columns: true, record_delimiter: '\r\n' });
  };
  const count = async (sql: string): Promise<number> =>
    (await server.source.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${sql}`))[0]!.count;
  const ask = async (fields: string) => (await reviewer.ask(`{ portfolio(key: "DEMO") { ${fields} } }`)).portfolio;

  const addTicket = async (key: string, title: string, initiativeKey: string | null): Promise<void> => {
    const [portfolio] = await server.source.query<{ id: string }[]>(`SELECT id FROM portfolio WHERE key = 'DEMO'`);
    const { integrationConnectionCreate } = await server.admin.ask(
      `mutation ($name: String!) { integrationConnectionCreate(input: { portfolioKey: "DEMO", tool: JIRA, name: $name, secret: "a-secret-of-sixteen" }) {
         connection { id } userErrors { message } } }`,
      { name: `Jira of ${key}` },
    );
    const [id, connection] = [v7(), integrationConnectionCreate.connection.id as string];
    await server.source.query(
      `INSERT INTO ticket (id, portfolio_id, connection_id, external_id, key, known_keys, title, status_category, labels, components,
         points, tool_updated_at, origin, first_seen_at, changed_at)
       VALUES ($1, $2, $3, $4, $4, ARRAY[$4], $5, 'DONE', '{ux,-desk}', '{}', 2.5, now(), 'PULL', now(), now())`,
      [id, portfolio!.id, connection, key, title],
    );
    if (initiativeKey !== null) {
      const { ticketLink } = await server.admin.ask(
        `mutation ($id: ID!, $input: TicketLinkInput!) { ticketLink(initiativeId: $id, input: $input) { userErrors { message } } }`,
        {
          id: (await reviewer.ask(`{ initiativeByKey(key: "${initiativeKey}") { id } }`)).initiativeByKey.id,
          input: { connectionId: connection, ticketKey: key, sharePercent: '40' },
        },
      );
      expect(ticketLink.userErrors).toEqual([]);
    }
  };

  beforeAll(async () => {
    server = await startSampleServer();
    reviewer = await server.member('Reviewer', 'DEMO', ['REVIEWER']);
    machine = await server.member('Machine', 'DEMO', ['INTEGRATION']);
    await server.admin.ask(
      'mutation { portfolioCreate(input: { key: "OTHER", name: "Other" }) { userErrors { message } } }',
    );
    stranger = await server.member('Stranger', 'OTHER', ['ADMIN']);
  }, LOADS_IN_MS);
  afterAll(async () => {
    await server.stop();
  });

  it('are listed with their parameters and columns, each of them as it is, and so does the documentation', async () => {
    const { text } = await get('');
    const { exports: told } = JSON.parse(text) as { exports: Told[] };
    expect(told.map(({ path }) => path)).toEqual([
      ...CSV_NAMES.map((name) => `/api/exports/${name}.csv`),
      '/api/exports/portfolio-report.pdf',
    ]);
    const documentation = readFileSync(new URL('../../docs/export.md', import.meta.url), 'utf8');
    for (const { path, about, parameters, columns } of told) {
      expect(about).toMatch(/\.$/);
      expect(parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(['portfolio']));
      const line = documentation.split('\n').find((each) => each.startsWith(`| \`${path}\``));
      const [, , described, named] = (line ?? '').split('|').map((each) => each.trim());
      expect([path, described]).toEqual([path, about]);
      const own = parameters.filter(({ name }) => name !== 'portfolio' && name !== 'bom');
      const words = own.map(({ name, isNeeded }) => (isNeeded ? `**${name}**` : name));
      expect([path, named]).toEqual([path, words.join(', ')]);
      if (columns.length > 0) {
        const name = path.replace(/^.*\/(.*)\.csv$/, '$1');
        const { text: file } = await get(`/${name}.csv?portfolio=DEMO&${NEEDED[name] ?? ''}`);
        expect([name, file.split('\r\n')[0]]).toEqual([name, columns.join(',')]);
      }
    }
  });

  it.each(CSV_NAMES)('are for members only, and say what is wrong with the question: %s', async (name) => {
    const path = `/${name}.csv?portfolio=DEMO&${NEEDED[name] ?? ''}`;
    expect(await failure(path, null)).toMatchObject({ status: 401, error: { code: 'UNAUTHENTICATED' } });
    const hidden = { status: 404, error: { code: 'NOT_FOUND', message: 'The portfolio was not found.' } };
    expect(await failure(path, stranger)).toEqual(hidden);
    expect(await failure(path.replace('DEMO', 'NONE'), stranger)).toEqual(hidden);
    const wrong = await failure(`/${name}.csv?colour=red&bom=2`);
    expect(wrong).toMatchObject({ status: 400, error: { code: 'INVALID' } });
    expect(wrong.problems).toEqual(
      expect.arrayContaining([
        { place: 'colour', message: expect.stringContaining('There is no such parameter; there are: portfolio, ') },
        { place: 'portfolio', message: 'The key of the portfolio is missing.' },
        { place: 'bom', message: 'It must be one of: 1, 0.' },
      ]),
    );
  });

  it('read as much as there is', async () => {
    expect(await rowsOf('initiatives')).toHaveLength(await count('initiative'));
    expect(await rowsOf('kpis')).toHaveLength(await count('kpi'));
    expect(await rowsOf('measurements')).toHaveLength(await count('kpi_measurement'));
    expect(await rowsOf('decisions')).toHaveLength(await count('gate_decision'));
    expect(await rowsOf('conditions')).toHaveLength(await count('gate_condition'));
    expect(await rowsOf('waivers')).toHaveLength(await count('waiver'));
    expect(await rowsOf('evidence')).toHaveLength(await count('evidence'));
    expect(await rowsOf('stage-visits')).toHaveLength(await count('stage_visit WHERE superseded_at IS NULL'));
    expect(await rowsOf('effort')).toHaveLength(await count('effort_entry'));
    expect(await rowsOf('status-updates')).toHaveLength(await count('status_update'));
    expect(await rowsOf('comments')).toHaveLength(await count('comment'));
    expect(await rowsOf('signal-readings')).toHaveLength(await count('signal_reading'));
    expect(await rowsOf('late-effort')).toHaveLength(await count('late_effort'));
    expect(await rowsOf('effort-periods')).toHaveLength(await count('effort_period_closing'));
    expect((await get('/unknown.csv?portfolio=DEMO')).status).toBe(404);
  });

  it('tell of initiatives what the API tells, and filter as it does', async () => {
    const rows = await rowsOf('initiatives');
    const { initiatives } = await ask(`initiatives(orderBy: KEY_ASC, first: 100) { nodes {
      key name stage { key category } status owner { name } businessUnit valueThesis riskTier daysInStage daysOnHold agingLevel
      createdAt updatedAt } }`);
    expect(
      rows.map((row) => ({
        key: row['key'],
        name: row['name'],
        stage: { key: row['stage'], category: row['stageCategory'] },
        status: row['status'],
        owner: { name: row['owner'] },
        businessUnit: row['businessUnit'] || null,
        valueThesis: row['valueThesis'],
        riskTier: row['riskTier'],
        daysInStage: Number(row['daysInStage']),
        daysOnHold: Number(row['daysOnHold']),
        agingLevel: row['agingLevel'],
        createdAt: row['createdAt'],
        updatedAt: row['updatedAt'],
      })),
    ).toEqual(initiatives.nodes);
    expect(rows.some((row) => row['daysOnHold'] !== '0')).toBe(true);
    const unit = rows.find((row) => row['businessUnit'])!['businessUnit']!;
    const filters: [string, string][] = [
      ['statuses=ACTIVE,ON_HOLD', 'statuses: [ACTIVE, ON_HOLD]'],
      ['stageKeys=poc, pilot&riskTier=LIMITED', 'stageKeys: ["poc", "pilot"], riskTier: LIMITED'],
      ['stageCategories=PRODUCTION', 'stageCategories: [PRODUCTION]'],
      ['agingLevels=STUCK,ZOMBIE', 'agingLevels: [STUCK, ZOMBIE]'],
      [`businessUnit=${encodeURIComponent(unit)}&valueThesis=COST`, `businessUnit: "${unit}", valueThesis: COST`],
      ['search=claims%20the', 'search: "claims the"'],
      ['investmentClasses=ADJACENT,TRANSFORMATIONAL', 'investmentClasses: [ADJACENT, TRANSFORMATIONAL]'],
      ['keys=DEMO-1,DEMO-3', 'keys: ["DEMO-1", "DEMO-3"]'],
      ['ownerId=nobody', 'ownerId: "nobody"'],
    ];
    for (const [query, filter] of filters) {
      const asked = await ask(`initiatives(filter: { ${filter} }, orderBy: KEY_ASC, first: 100) { nodes { key } }`);
      const keys = asked.initiatives.nodes.map(({ key }: { key: string }) => key);
      expect([query, (await rowsOf('initiatives', query)).map((row) => row['key'])]).toEqual([query, keys]);
    }
    expect(await failure('/initiatives.csv?portfolio=DEMO&statuses=ACTIVE,GONE&riskTier=MEDIUM')).toMatchObject({
      status: 400,
      problems: [
        {
          place: 'statuses',
          message: 'It must be one or several of, with commas between them: ACTIVE, ON_HOLD, KILLED, RETIRED.',
        },
        { place: 'riskTier', message: 'It must be one of: MINIMAL, LIMITED, HIGH.' },
      ],
    });
  });

  it('give the reports with the figures of the API, as of then too', async () => {
    const asOf = '2026-01-15T12:00:00Z';
    for (const [query, given] of [
      ['', ''],
      [`&asOf=${asOf}`, `, asOf: "${asOf}"`],
    ] as const) {
      const window = `from: "2025-03-01", to: "2026-02-28"${given}`;
      const api = await ask(`
        funnel(${window}) { endToEndPercent stages { stage { key } entered advanced stopped remaining conversionPercent medianDays } }
        aging${given === '' ? '' : `(${given.slice(2)})`} { stage { key } count exits p50 p70 p85 levels { level count } wipLimit overWip }
        valueBalance(${window}) { valueThesis initiatives personDays percent }
        forecast(exits: 6${given}) { enoughHistory p50Months p85Months p95Months explanation history { month exits } }
        decisionStatistics(${window}) { gates { gate { key } decisions outcomes { outcome count percent } medianDays p85Days cancelled openReviews rubberStamp } }`);
      const funnel = await rowsOf('funnel', WINDOW + query);
      expect(
        funnel.map((row) => [
          row['stage'],
          row['entered'],
          row['advanced'],
          row['conversionPercent'],
          row['medianDays'],
        ]),
      ).toEqual(api.funnel.stages.map((each: never) => funnelCells(each)));
      expect(funnel[0]!['endToEndPercent']).toBe(api.funnel.endToEndPercent);
      const aging = await rowsOf('aging', query.slice(1));
      expect(aging.map((row) => [row['stage'], row['count'], row['p85'], row['stuck'], row['overWip']])).toEqual(
        api.aging.map((each: never) => agingCells(each)),
      );
      expect((await rowsOf('value-balance', WINDOW + query)).map(({ from, to, ...row }) => [from, to, row])).toEqual(
        api.valueBalance.map((each: never) => ['2025-03-01', '2026-02-28', balanceCells(each)]),
      );
      const forecast = await rowsOf('forecast', `exits=6${query}`);
      expect(forecast.map((row) => ({ month: row['month'], exits: Number(row['monthExits']) }))).toEqual(
        api.forecast.history,
      );
      expect(forecast[0]).toMatchObject({
        exits: '6',
        p85Months: String(api.forecast.p85Months ?? ''),
        explanation: api.forecast.explanation,
      });
      const statistics = await rowsOf('decision-statistics', WINDOW + query);
      expect(
        statistics.map((row) => [row['gate'], row['decisions'], row['GO'], row['KILLPercent'], row['rubberStamp']]),
      ).toEqual(api.decisionStatistics.gates.map((each: never) => gateCells(each)));
    }
    expect(await failure('/funnel.csv?portfolio=DEMO&to=2026-01-01')).toMatchObject({
      status: 400,
      problems: [{ place: 'from', message: expect.stringContaining('It is missing') }],
    });
    expect(await failure('/forecast.csv?portfolio=DEMO&exits=0')).toMatchObject({
      status: 400,
      problems: [{ place: 'exits', message: 'It must be a whole number from 1 to 1000.' }],
    });
  });

  it('give a line for each waiver and condition that is owed', async () => {
    const { governanceDebt } = await ask('governanceDebt { rows { kind count } }');
    const rows = await rowsOf('governance-debt');
    for (const { kind, count: owed } of governanceDebt.rows as { kind: string; count: number }[]) {
      expect([kind, rows.filter((row) => row['kind'] === kind).length]).toEqual([kind, owed]);
      expect(await rowsOf('governance-debt', `kinds=${kind}`)).toHaveLength(owed);
    }
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row['since'])).toEqual(rows.map((row) => row['since']).toSorted());
    expect(rows.every((row) => row['person'] && row['initiativeName'] && row['text'])).toBe(true);
    const past = await rowsOf('governance-debt', 'asOf=2025-12-01T00:00:00Z');
    expect(past.every((row) => row['since']! <= '2025-12-01')).toBe(true);
    expect(await rowsOf('governance-debt', 'asOf=2020-01-01T00:00:00Z')).toEqual([]);
  });

  it('tell of a decision its votes and its conditions', async () => {
    const rows = await rowsOf('decisions', 'outcomes=CONDITIONAL_GO');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row['votes']).toMatch(/: CONDITIONAL_GO/);
      expect(row['conditions']).toMatch(/\(.+, due \d{4}-\d{2}-\d{2}\)/);
      expect(row['snapshotSha256']).toMatch(/^[0-9a-f]{64}$/);
    }
    const own = rows[0]!;
    const { initiativeByKey } = await reviewer.ask(
      `{ initiativeByKey(key: "${own['initiativeKey']!}") { decisions(first: 100) { nodes { id decidedBy { name } conditions { id text status } } } } }`,
    );
    const decision = initiativeByKey.decisions.nodes.find(({ id }: { id: string }) => id === own['id']);
    expect(own['decidedBy']).toBe(decision.decidedBy.name);
    const conditions = await rowsOf('conditions', `initiativeKey=${own['initiativeKey']!}`);
    expect(conditions.filter((row) => row['decisionId'] === own['id']).map((row) => row['text'])).toEqual(
      expect.arrayContaining(decision.conditions.map(({ text }: { text: string }) => text)),
    );
    const january = await rowsOf('decisions', 'from=2026-01-01&to=2026-01-31');
    const all = await rowsOf('decisions');
    // Midnights of the portfolio, which stands in Berlin.
    const inJanuary = all.filter(
      (row) => row['decidedAt']! >= '2025-12-31T23:00:00.000Z' && row['decidedAt']! < '2026-01-31T23:00:00.000Z',
    );
    expect(january).toEqual(inJanuary);
    expect(await failure('/decisions.csv?portfolio=DEMO&initiativeKey=OTHER-1')).toEqual({
      status: 404,
      error: { code: 'NOT_FOUND', message: 'The initiative "OTHER-1" was not found.' },
    });
  });

  it('tell of KPIs, evidence, waivers and visits what the API tells', async () => {
    const kpis = await rowsOf('kpis', 'roles=PRIMARY,GUARDRAIL');
    const waivers = await rowsOf('waivers');
    const evidence = await rowsOf('evidence');
    const visits = await rowsOf('stage-visits');
    const keys = [...new Set([...kpis, ...waivers].map((row) => row['initiativeKey']!))].slice(0, 12);
    for (const key of keys) {
      const { initiativeByKey: api } = await reviewer.ask(`{ initiativeByKey(key: "${key}") {
        kpis { id role attainmentPercent breached baseline { value } latest { value measuredOn } }
        waivers { id status expiresOn }
        evidence(first: 100) { nodes { id status expiresOn } }
        stageVisits { stage { key } enteredAt leftAt daysOnHold } } }`);
      const of = (rows: Row[]) => rows.filter((row) => row['initiativeKey'] === key);
      expect(
        of(kpis).map((row) => [row['id'], row['attainmentPercent'], row['breached'], row['baseline'], row['latest']]),
      ).toEqual(api.kpis.filter(({ role }: { role: string }) => role !== 'LEADING').map((kpi: never) => kpiCells(kpi)));
      const byId = (rows: (string | null)[][]) => rows.toSorted((a, b) => (a[0]! < b[0]! ? -1 : 1));
      expect(byId(of(waivers).map((row) => [row['id']!, row['status']!, row['expiresOn']!]))).toEqual(
        byId(api.waivers.map((each: Record<string, string>) => [each['id']!, each['status']!, each['expiresOn']!])),
      );
      expect(byId(of(evidence).map((row) => [row['id']!, row['status']!, row['expiresOn']!]))).toEqual(
        byId(
          api.evidence.nodes.map((each: Record<string, string>) => [
            each['id']!,
            each['status']!,
            each['expiresOn'] ?? '',
          ]),
        ),
      );
      expect(
        of(visits).map((row) => [row['stage'], row['enteredAt'], row['leftAt'], Number(row['daysOnHold'])]),
      ).toEqual(api.stageVisits.map((each: never) => visitCells(each)));
    }
    expect(keys.length).toBeGreaterThan(5);
  });

  it('give the audit trail so that anybody can check its chains, to who may verify it', async () => {
    const rows = await rowsOf('audit');
    expect(rows).toHaveLength(
      await count(
        `audit_event e JOIN audit_chain c USING (chain) WHERE c.portfolio_id = (SELECT id FROM portfolio WHERE key = 'DEMO')`,
      ),
    );
    let before: Row | null = null;
    for (const row of rows) {
      const isFirst: boolean = before?.['chain'] !== row['chain'];
      expect(row['previousHash']).toBe(isFirst ? '0'.repeat(64) : before!['hash']);
      const hash = createHash('sha256')
        .update(`${row['previousHash']!}:${row['sequence']!}:${row['body']!}`)
        .digest('hex');
      expect(row['hash']).toBe(hash);
      before = row;
    }
    expect(await failure('/audit.csv?portfolio=DEMO', machine)).toMatchObject({
      status: 403,
      error: { code: 'FORBIDDEN', message: expect.stringContaining('audit:verify') },
    });
    const own = await rowsOf('audit', 'initiativeKey=DEMO-1');
    expect(new Set(own.map((row) => row['initiativeKey']))).toEqual(new Set(['DEMO-1']));
  });

  it('give tickets with the initiatives they belong to, and make no formula of what their tools say', async () => {
    await addTicket('T-1', '=cmd()', 'DEMO-1');
    await addTicket('T-2', 'Alone', null);
    const rows = await rowsOf('tickets');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      key: 'T-1',
      title: "'=cmd()",
      tool: 'JIRA',
      labels: 'ux; -desk',
      points: '2.5',
      deleted: 'false',
      initiativeKey: 'DEMO-1',
      sharePercent: '40',
    });
    expect(rows[1]).toMatchObject({ key: 'T-2', initiativeKey: '', sharePercent: '' });
    expect((await rowsOf('tickets', 'unlinked=true')).map((row) => row['key'])).toEqual(['T-2']);
    expect((await rowsOf('tickets', 'initiativeKey=DEMO-1')).map((row) => row['key'])).toEqual(['T-1']);
    expect(await rowsOf('tickets', 'statusCategories=TODO')).toEqual([]);
  });

  it('tell what people told, with every word that stands and none that was deleted', async () => {
    const manager = await server.member('Mara', 'DEMO', ['PROGRAM_MANAGER']);
    const { id } = (await reviewer.ask('{ initiativeByKey(key: "DEMO-13") { id } }')).initiativeByKey;
    const { statusUpdatePost } = await manager.ask(
      `mutation ($id: ID!) { statusUpdatePost(initiativeId: $id, input: { health: AT_RISK, text: "=late\\n\\nSoon." }) {
         statusUpdate { id } userErrors { message } } }`,
      { id },
    );
    const updates = await rowsOf('status-updates', 'initiativeKey=DEMO-13&healths=AT_RISK');
    expect(updates.at(-1)).toMatchObject({
      id: statusUpdatePost.statusUpdate.id,
      health: 'AT_RISK',
      text: "'=late\n\nSoon.",
      postedAt: SAMPLE_NOW,
      postedBy: 'Mara',
    });
    const told = await reviewer.ask(
      '{ initiativeByKey(key: "DEMO-13") { statusUpdates(first: 100) { nodes { id health text postedBy { name } } } } }',
    );
    const own = await rowsOf('status-updates', 'initiativeKey=DEMO-13');
    expect(own.map((row) => row['id']).toReversed()).toEqual(
      told.initiativeByKey.statusUpdates.nodes.map((update: { id: string }) => update.id),
    );
    const post = async (text: string, replyToId: string | null = null): Promise<string> =>
      (
        await manager.ask(
          'mutation ($input: CommentPostInput!) { commentPost(input: $input) { comment { id } userErrors { message } } }',
          { input: { initiativeId: id, text, replyToId } },
        )
      ).commentPost.comment.id;
    const kept = await post('+1, says @{' + manager.userId + '}');
    const reply = await post('A reply', kept);
    const gone = await post('Words said in anger to @{' + manager.userId + '}');
    const edited = await post('A first thought');
    await manager.ask(
      'mutation ($id: ID!) { commentEdit(id: $id, input: { text: "A second thought", expectedVersion: 1 }) { userErrors { message } } }',
      { id: edited },
    );
    await manager.ask('mutation ($id: ID!) { commentDelete(id: $id) { userErrors { message } } }', { id: gone });
    const { text } = await get('/comments.csv?portfolio=DEMO');
    expect(text).not.toContain('anger');
    expect(text).not.toContain('first thought');
    const rows = await rowsOf('comments', 'initiativeKey=DEMO-13');
    const row = (wanted: string) => rows.find((each) => each['id'] === wanted);
    expect(row(kept)).toMatchObject({ text: expect.stringMatching(/^'\+1, says/), mentions: 'Mara', author: 'Mara' });
    expect(row(reply)).toMatchObject({ text: 'A reply', replyToId: kept, reviewId: '', version: '1', editedAt: '' });
    expect(row(edited)).toMatchObject({ text: 'A second thought', version: '2', editedAt: SAMPLE_NOW });
    expect(row(gone)).toMatchObject({
      text: '',
      mentions: '',
      author: 'Mara',
      deletedAt: SAMPLE_NOW,
      deletedBy: 'Mara',
    });
    const onReviews = (await rowsOf('comments')).filter((each) => each['reviewId']);
    expect(onReviews.length).toBeGreaterThan(0);
    expect(onReviews.every((each) => each['gateKey'])).toBe(true);
    expect((await rowsOf('comments', '', machine)).length).toBe(await count('comment'));
  });

  it('tell of signals and their readings what the API tells, as of then too', async () => {
    const { initiatives } = await ask('initiatives(orderBy: KEY_ASC, first: 100) { nodes { key id } }');
    for (const asOf of [null, '2026-02-20T12:00:00Z']) {
      const rows = await rowsOf('signals', asOf === null ? '' : `asOf=${asOf}`);
      expect(rows.length).toBeGreaterThan(5);
      for (const { key, id } of initiatives.nodes as { key: string; id: string }[]) {
        const { initiative } = await reviewer.ask(
          `query ($id: ID!, $asOf: DateTime) { initiative(id: $id) { signals(asOf: $asOf) { name kind level since value message breachAbove } } }`,
          { id, asOf },
        );
        const own = rows.filter((row) => row['initiativeKey'] === key);
        expect(
          own.map(({ name, kind, level, since, value, message, breachAbove }) => ({
            ...{ name, kind, level, since, message },
            value: value || null,
            breachAbove: breachAbove || null,
          })),
        ).toEqual(initiative.signals);
      }
    }
    const readings = await rowsOf('signal-readings');
    const [{ initiativeKey, signal }] = readings as [Row];
    const own = await rowsOf(
      'signal-readings',
      `initiativeKey=${initiativeKey!}&signals=${encodeURIComponent(signal!)}`,
    );
    const { initiativeByKey } = await reviewer.ask(
      `{ initiativeByKey(key: "${initiativeKey!}") { signals { name readings(first: 100) { nodes { id at value source } } } } }`,
    );
    const api = initiativeByKey.signals.find(({ name }: { name: string }) => name === signal).readings.nodes;
    expect(own.map(({ id, at, value, source }) => ({ id, at, value, source })).toReversed()).toEqual(api);
    expect(own.length).toBeGreaterThan(1);
    const last = own.at(-1)!['at']!.slice(0, 10);
    expect((await rowsOf('signal-readings', `from=${last}&initiativeKey=${initiativeKey!}`)).length).toBeLessThan(
      readings.filter((row) => row['initiativeKey'] === initiativeKey).length,
    );
  });

  it('tell of reviews of benefits what was kept with them', async () => {
    const [launched] = await server.source.query<{ id: string; portfolioId: string }[]>(
      'SELECT id, portfolio_id AS "portfolioId" FROM initiative WHERE key = \'DEMO-13\'',
    );
    const kpis = [
      { name: '=Cost', unit: 'EUR', latest: '6', attainmentPercent: '75', breached: false },
      { name: 'Complaints', unit: '%', latest: null, attainmentPercent: null, breached: true },
    ];
    await server.source.query(
      `INSERT INTO benefits_review (id, portfolio_id, initiative_id, milestone_days, production_entered_on, due_on, opened_at,
         completed_at, completed_by, outcome, note, snapshot)
       SELECT gen_random_uuid(), $1, $2, m.days, '2026-01-01', '2026-02-14', '2026-01-31T00:00:00Z', m.at,
         CASE WHEN m.at IS NOT NULL THEN (SELECT id FROM app_user WHERE name = 'Reviewer') END, m.outcome, m.note, m.snapshot
       FROM (VALUES (30, timestamptz '2026-02-01', 'OFF_COURSE', '-half', $3::jsonb), (60, NULL, NULL, NULL, NULL))
         AS m (days, at, outcome, note, snapshot)`,
      [launched!.portfolioId, launched!.id, JSON.stringify(kpis)],
    );
    const own = await rowsOf('benefits-reviews', 'initiativeKey=DEMO-13&completed=true&outcomes=OFF_COURSE');
    expect(own).toMatchObject([
      {
        milestoneDays: '30',
        productionEnteredOn: '2026-01-01',
        completedBy: 'Reviewer',
        note: "'-half",
        kpis: "'=Cost: 6 EUR, 75 %; Complaints: not measured, breached",
      },
    ]);
    expect(await rowsOf('benefits-reviews', 'initiativeKey=DEMO-13&completed=false')).toMatchObject([
      { milestoneDays: '60', completedAt: '', outcome: '', kpis: '' },
    ]);
  });

  it('tell how effort moved, which periods were closed and what came late for them', async () => {
    const trend = await rowsOf('effort-trend', `${WINDOW}&by=MONTH`);
    const { effortTrend } = await ask(`effortTrend(from: "2025-03-01", to: "2026-02-28", by: MONTH) {
      headline periods { key headline coveragePercent shares { category { key } percent changePoints verdict } } }`);
    type Period = { key: string; coveragePercent: string; shares: (Answered & { category: { key: string } })[] };
    expect(
      trend.map((row) => [row['period'], row['coveragePercent'], row['category'], row['percent'], row['changePoints']]),
    ).toEqual(
      (effortTrend.periods as Period[]).flatMap(({ key, coveragePercent, shares }) =>
        shares.map(({ category, percent, changePoints }) => [
          ...[key, coveragePercent, category.key, told(percent), told(changePoints)],
        ]),
      ),
    );
    expect(trend[0]!['trendHeadline']).toBe(effortTrend.headline);
    const manager = await server.member('Pia', 'DEMO', ['PROGRAM_MANAGER']);
    const { effortPeriodClose } = await manager.ask(
      `mutation { effortPeriodClose(portfolioKey: "DEMO", input: { from: "2025-11-01", to: "2025-11-30" }) {
         period { id personDaysAtClosing } userErrors { message } } }`,
    );
    const { effortRecord } = await manager.ask(
      `mutation { effortRecord(portfolioKey: "DEMO", entries: [{ initiativeKey: "DEMO-13", categoryKey: "ALGORITHMS", amount: "2",
         unit: HOURS, workedOn: "2025-11-12", person: "dana", source: "late", externalId: "late-1" }]) { rows { status } } }`,
    );
    expect(effortRecord.rows).toHaveLength(1);
    expect(await rowsOf('effort-periods')).toMatchObject([
      {
        id: effortPeriodClose.period.id,
        from: '2025-11-01',
        personDaysAtClosing: effortPeriodClose.period.personDaysAtClosing,
        personDaysNow: effortPeriodClose.period.personDaysAtClosing,
        lateEffortPending: '1',
        closedBy: 'Pia',
        reopenedBy: '',
      },
    ]);
    expect(await rowsOf('late-effort', 'initiativeKey=DEMO-13&statuses=PENDING')).toMatchObject([
      {
        kind: 'RECORD',
        amount: '2',
        unit: 'HOURS',
        personDays: '0.25',
        receivedBy: 'Pia',
        decidedAt: '',
        source: 'late',
      },
    ]);
    expect(await rowsOf('late-effort', 'statuses=REFUSED')).toEqual([]);
  });

  it('are named by the portfolio and the period', async () => {
    const { headers } = await get(`/decisions.csv?portfolio=DEMO&from=2026-01-01&to=2026-01-31&bom=1`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="decisions-DEMO-2026-01-01-2026-01-31.csv"',
      'cache-control': 'no-store',
    });
  });
});

type Value = string | number | boolean | null;

/** A value as a file has it. */
const told = (value: Value | undefined): string => String(value ?? '');

type Answered = Readonly<Record<string, Value>>;

const funnelCells = (each: Answered & { stage: never }) => [
  (each.stage as { key: string }).key,
  told(each['entered']),
  told(each['advanced']),
  told(each['conversionPercent']),
  told(each['medianDays']),
];

const balanceCells = (each: Answered) =>
  Object.fromEntries(Object.entries(each).map(([name, value]) => [name, told(value)]));

const agingCells = (each: Answered & { stage: never; levels: never }) => [
  (each.stage as { key: string }).key,
  told(each['count']),
  told(each['p85']),
  told((each.levels as { level: string; count: number }[]).find(({ level }) => level === 'STUCK')!.count),
  told(each['overWip']),
];

const gateCells = (each: Answered & { gate: never; outcomes: never }) => {
  const outcomes = each.outcomes as { count: number; percent: string | null }[];
  return [
    (each.gate as { key: string }).key,
    told(each['decisions']),
    told(outcomes[0]!.count),
    told(outcomes[4]!.percent),
    told(each['rubberStamp']),
  ];
};

const kpiCells = (kpi: Answered & { baseline: never; latest: never }) => [
  kpi['id'],
  told(kpi['attainmentPercent']),
  told(kpi['breached']),
  told((kpi.baseline as { value: string } | null)?.value),
  told((kpi.latest as { value: string } | null)?.value),
];

const visitCells = (visit: Answered & { stage: never }) => [
  (visit.stage as { key: string }).key,
  visit['enteredAt'],
  told(visit['leftAt']),
  visit['daysOnHold'],
];
