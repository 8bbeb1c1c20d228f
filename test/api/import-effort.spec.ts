import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

const MAPPING = {
  source: 'timesheet',
  columns: {
    initiativeKey: 'Initiative',
    workedOn: 'Day',
    amount: 'Hours',
    person: 'Who',
    note: 'What',
    labels: 'Tags',
  },
  values: { categoryKey: { column: 'Kind', map: { Training: 'PEOPLE_PROCESS', Model: 'ALGORITHMS', '*': null } } },
  split: { labels: ',' },
};
const HEADER = 'Initiative,Day,Hours,Who,What,Tags,Kind';

interface Report {
  readonly rowsRead: number;
  readonly recorded: number;
  readonly duplicates: number;
  readonly corrected: number;
  readonly refused: number;
  readonly rows: readonly {
    line: number;
    level: string;
    column: string | null;
    value: string | null;
    reason: string;
  }[];
  readonly truncated: boolean;
  readonly stoppedAtLine?: number;
  readonly error: { readonly code: string; readonly message: string };
  readonly problems: readonly { readonly place: string; readonly message: string }[];
}

describe('POST /api/imports/effort', () => {
  let server: TestServer;
  let machine: Client;
  let reader: Client;
  let stranger: Client;
  let key: string;
  let number = 0;

  const createPortfolio = async (): Promise<string> => {
    number += 1;
    const portfolio = `T${number}${randomBytes(2).toString('hex').toUpperCase()}`;
    await server.admin.ask(
      'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { message } } }',
      { input: { key: portfolio, name: 'Claims', timeZone: 'Europe/Berlin' } },
    );
    return portfolio;
  };
  const createInitiative = (portfolio: string, name: string) =>
    server.admin.ask(
      'mutation ($input: InitiativeCreateInput!) { initiativeCreate(input: $input) { initiative { key } userErrors { message } } }',
      { input: { portfolioKey: portfolio, name, problem: 'Slow.', valueThesis: 'COST' } },
    );

  beforeAll(async () => {
    server = await startTestServer();
    // A failure on purpose need not fill the output of the test run.
    server.app.useLogger(false);
    server.at('2026-03-31T12:00:00Z');
  });
  afterAll(async () => {
    await server.stop();
  });
  beforeEach(async () => {
    key = await createPortfolio();
    await createInitiative(key, 'Summaries');
    machine = await server.member('Machine', key, ['INTEGRATION']);
    reader = await server.member('Reader', key, ['REVIEWER']);
    stranger = await server.member('Stranger', await createPortfolio(), ['ADMIN']);
  });

  const send = async (
    rows: readonly string[] | string | Blob,
    {
      mapping = MAPPING,
      dryRun = 'false',
      portfolio = key,
      client = machine,
      header = HEADER,
    }: Partial<{
      mapping: unknown;
      dryRun: string;
      portfolio: string;
      client: Client | null;
      header: string;
    }> = {},
  ) => {
    const form = new FormData();
    const file = typeof rows === 'string' ? rows : rows instanceof Blob ? rows : [header, ...rows].join('\n');
    form.append('portfolio', portfolio);
    form.append('mapping', typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
    form.append('dryRun', dryRun);
    form.append('file', file instanceof Blob ? file : new Blob([file]), 'rows.csv');
    const response = await fetch(`${server.url}/api/imports/effort`, {
      method: 'POST',
      body: form,
      headers: client === null ? {} : { authorization: `Bearer ${client.token}` },
    });
    return { status: response.status, body: (await response.json()) as Report };
  };
  const ledger = async () =>
    (
      await server.admin.ask(
        `query ($key: String!) { portfolio(key: $key) { effortEntries(first: 100) { totalCount nodes {
           workedOn person note labels categoryKey amount unit personDays source externalId method } } } }`,
        { key },
      )
    ).portfolio.effortEntries;

  it('takes hours as people write them, each entry with what the file says of it', async () => {
    const answer = await send([
      `${key}-1,2026-03-02,7.5,Ada,Trained the desk,"desk,training",Training`,
      `${key}-1,2026-03-03,"7,5",Ada,,,Model`,
      `${key}-1,2026-03-04,1h 30m,Ada,,,`,
    ]);
    expect(answer).toEqual({
      status: 200,
      body: {
        rowsRead: 3,
        recorded: 3,
        duplicates: 0,
        corrected: 0,
        refused: 0,
        warnings: 0,
        rows: [],
        truncated: false,
      },
    });
    const { nodes } = await ledger();
    expect(nodes).toMatchObject([
      { workedOn: '2026-03-04', amount: '1.5', categoryKey: null, labels: [] },
      { workedOn: '2026-03-03', amount: '7.5', categoryKey: 'ALGORITHMS', note: null },
      {
        workedOn: '2026-03-02',
        person: 'Ada',
        note: 'Trained the desk',
        labels: ['desk', 'training'],
        categoryKey: 'PEOPLE_PROCESS',
        amount: '7.5',
        unit: 'HOURS',
        source: 'timesheet',
        method: 'WORKLOG',
      },
    ]);
  });
});
