import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ROOT } from '../support/shared.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

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
const { labels: TAGS, ...OTHERS } = MAPPING.columns;
const WITH_IDS = { ...MAPPING, split: {}, columns: { ...OTHERS, externalId: TAGS } };
const HEADER = 'Initiative,Day,Hours,Who,What,Tags,Kind';

interface Report {
  readonly rowsRead: number;
  readonly recorded: number;
  readonly duplicates: number;
  readonly corrected: number;
  readonly queued: number;
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
        `query ($key: String!) { portfolio(key: $key) { effortEntries(first: 100) { nodes {
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
        queued: 0,
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

  it('says of every row that is refused why, where it stands and what is written there, and takes the others', async () => {
    const answer = await send([
      `${key}-1,2026-03-02,8,Ada,,,`,
      `NONE-7,32.03.2026,"1,234",Ada,,,`,
      `${key}-1,2026-03-02,17,Ada,,,`,
      `${key}-1,2026-03-03,0,Ada,,,`,
      `${key}-1,2027-01-01,1,,,,`,
      `${key}-1,2026-03-04,12:75`,
      `${key}-1,2026-03-05,,Ada,,,`,
    ]);
    expect(answer.body).toMatchObject({ rowsRead: 7, recorded: 1, refused: 6, truncated: false });
    expect(answer.body.rows.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [3, 'Day', '32.03.2026', '"32.03.2026" is no date by yyyy-MM-dd.'],
      [3, 'Hours', '1,234', expect.stringContaining('can be read in two ways')],
      [3, 'Initiative', 'NONE-7', 'The initiative "NONE-7" was not found.'],
      [
        4,
        'Hours',
        '17',
        'Ada would have 25 hours on 2026-03-02, and a day has 24. Correct the amount, the day or the person.',
      ],
      [5, 'Hours', '0', 'amount must be above 0 and at most 1000000, and was 0.'],
      [6, 'Day', '2027-01-01', 'workedOn must be 2026-04-01 or earlier, and was 2027-01-01.'],
      [7, null, null, 'The row has 3 cells, and the header has 7: a separator or a quote is missing or too many.'],
      [8, 'Hours', '', 'amount is needed, and it is blank.'],
    ]);
    expect((await ledger()).nodes).toHaveLength(1);
  });

  it('changes nothing when the same file comes again, also saved with other quotes, marks and line breaks', async () => {
    const rows = [
      `${key}-1,2026-03-02,1,Ada,Talk,,`,
      `${key}-1,2026-03-02,1,Ada,Talk,,`,
      `${key}-1,2026-03-02,2,Bo,é,,`,
    ];
    expect((await send(rows)).body).toMatchObject({ recorded: 3, duplicates: 0 });
    expect((await send(rows)).body).toMatchObject({ recorded: 0, duplicates: 3 });
    const saved = ['\uFEFFWhat,Who,Hours,Day,Initiative,Tags,Kind'].concat(
      rows.map((row) => {
        const [initiative, day, hours, who, what] = row.split(',');
        return `"${what}","${who}","${hours}","${day}","${initiative}",,`;
      }),
    );
    expect((await send(saved.join('\r\n'))).body).toMatchObject({ recorded: 0, duplicates: 3 });
    // One more row that says the same is one more entry, and only that.
    expect((await send([rows[0]!, ...rows])).body).toMatchObject({ recorded: 1, duplicates: 3 });
  });

  it('corrects an entry that has an identifier, and what a row without one is classified as', async () => {
    expect((await send([`${key}-1,2026-03-02,6,Ada,,w-1,`], { mapping: WITH_IDS })).body).toMatchObject({
      recorded: 1,
    });
    expect((await send([`${key}-1,2026-03-02,4,Ada,,w-1,`], { mapping: WITH_IDS })).body).toMatchObject({
      corrected: 1,
    });
    const row = [`${key}-1,2026-03-09,6,Ada,,,Model`];
    await send(row);
    const other = { ...MAPPING, values: { categoryKey: { column: 'Kind', map: { Model: 'TECHNOLOGY_DATA' } } } };
    expect((await send(row, { mapping: other })).body).toMatchObject({ recorded: 0, corrected: 1 });
    const { nodes } = await ledger();
    expect(nodes.reduce((sum: number, { personDays }: { personDays: string }) => sum + Number(personDays), 0)).toBe(
      1.25,
    );
  });

  it('refuses a row under an identifier that an earlier row of the file has for something else', async () => {
    const mapping = WITH_IDS;
    const answer = await send(
      [`${key}-1,2026-03-02,6,Ada,,I-1,`, `${key}-1,2026-03-03,4,Ada,,I-1,`, `${key}-1,2026-03-02,6,Ada,,I-1,`],
      { mapping },
    );
    expect(answer.body).toMatchObject({ recorded: 1, duplicates: 1, refused: 1 });
    expect(answer.body.rows).toEqual([
      {
        line: 3,
        level: 'refused',
        column: 'Tags',
        value: 'I-1',
        reason: expect.stringContaining('Line 2 has the same externalId and says something else'),
      },
    ]);
  });

  it('finds the initiative by what another register calls it', async () => {
    const form = new FormData();
    form.append('portfolio', key);
    form.append(
      'mapping',
      JSON.stringify({
        columns: { externalRef: ['Unit', 'No'], name: 'No', problem: 'No' },
        defaults: { valueThesis: 'COST' },
      }),
    );
    form.append('file', new Blob(['Unit,No\nClaims,7\n']), 'rows.csv');
    await fetch(`${server.url}/api/imports/initiatives`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${server.admin.token}` },
    });
    const mapping = { columns: { initiativeRef: ['Unit', 'No'], workedOn: 'Day', amount: 'Hours' } };
    const answer = await send(['Claims,7,2026-03-02,1', 'Claims,8,2026-03-02,1'], {
      mapping,
      header: 'Unit,No,Day,Hours',
    });
    expect(answer.body).toMatchObject({ recorded: 1, refused: 1 });
    expect(answer.body.rows).toMatchObject([
      {
        line: 3,
        column: 'Unit / No',
        value: 'Claims / 8',
        reason: 'An initiative with the externalRef "Claims / 8" was not found.',
      },
    ]);
  });

  it('has rules classify what no category is stated for, by the components and the type of its ticket', async () => {
    const { classificationRulesPublish } = await server.admin.ask(
      `mutation ($key: String!, $input: ClassificationRulesPublishInput!) {
         classificationRulesPublish(portfolioKey: $key, input: $input) { userErrors { message } } }`,
      {
        key,
        input: {
          rules: [
            { name: 'Model work', components: ['Model'], categoryKey: 'ALGORITHMS' },
            { name: 'Training', ticketTypes: ['Training'], categoryKey: 'PEOPLE_PROCESS' },
          ],
        },
      },
    );
    expect(classificationRulesPublish.userErrors).toEqual([]);
    const columns = { ...OTHERS, components: TAGS, ticketType: 'Kind' };
    const mapping = { columns, split: { components: '|' } };
    await send(
      [
        `${key}-1,2026-03-02,1,,,Desk|Model,Story`,
        `${key}-1,2026-03-03,1,,,,Training`,
        `${key}-1,2026-03-04,1,,,,Story`,
      ],
      { mapping },
    );
    expect((await ledger()).nodes.map(({ categoryKey }: { categoryKey: string | null }) => categoryKey)).toEqual([
      null,
      'PEOPLE_PROCESS',
      'ALGORITHMS',
    ]);
  });

  it('queues what lies in a closed period, and counts it as queued in a dry run as well', async () => {
    const { effortPeriodClose } = await server.admin.ask(
      `mutation ($key: String!) { effortPeriodClose(portfolioKey: $key, input: { from: "2026-02-01", to: "2026-02-28" }) { userErrors { message } } }`,
      { key },
    );
    expect(effortPeriodClose.userErrors).toEqual([]);
    const rows = [`${key}-1,2026-02-02,1,,,w-1,`, `${key}-1,2026-02-02,1,,,w-1,`, `${key}-1,2026-03-02,1,,,w-2,`];
    const trial = await send(rows, { mapping: WITH_IDS, dryRun: 'true' });
    expect(trial.body).toMatchObject({ recorded: 1, queued: 2, refused: 0, rows: [] });
    expect(await send(rows, { mapping: WITH_IDS })).toEqual(trial);
    expect((await ledger()).nodes).toHaveLength(1);
  });

  it('is sent from the command line as well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tollgate-test-'));
    const [mapping, csv] = [join(folder, 'mapping.json'), join(folder, 'rows.csv')];
    await writeFile(mapping, JSON.stringify(MAPPING));
    await writeFile(csv, [HEADER, `${key}-1,2026-03-02,1,Ada,,,`, `${key}-1,2026-03-02,x,Ada,,,`].join('\n'));
    const script = (...more: string[]): Promise<{ code: number; out: string; err: string }> =>
      new Promise((resolve) => {
        execFile(
          process.execPath,
          [
            join(ROOT, 'scripts/import.mjs'),
            '--portfolio',
            key,
            '--mapping',
            mapping,
            '--url',
            server.url,
            ...more,
            csv,
          ],
          { env: { ...process.env, TOLLGATE_TOKEN: machine.token } },
          (error, out, err) => {
            resolve({ code: error === null ? 0 : Number(error.code), out, err });
          },
        );
      });
    const { code, out } = await script('--kind', 'effort');
    expect(code).toBe(1);
    expect(out).toContain('line 3, refused: Hours (x): "x" is no amount of work');
    expect(out).toContain('2 rows read: 1 recorded, 0 duplicates, 0 corrected, 0 queued, 1 refused; 0 warnings.');
    expect(await script('--kind', 'timesheets')).toMatchObject({
      code: 1,
      err: expect.stringContaining('--kind must be one of: initiatives, effort.'),
    });
    await rm(folder, { recursive: true });
  });

  it('tells the same in a dry run, leaves nothing behind, and knows what repeats within the file', async () => {
    await send([`${key}-1,2026-03-02,20,Ada,,,`]);
    const rows = [
      `${key}-1,2026-03-02,20,Ada,,,`,
      `${key}-1,2026-03-02,3,Ada,,,`,
      `${key}-1,2026-03-02,2,Ada,,,`,
      `NONE-1,2026-03-02,2,Ada,,,`,
    ];
    const trial = await send(rows, { dryRun: 'true' });
    expect(trial.body).toMatchObject({ recorded: 1, duplicates: 1, refused: 2 });
    expect((await ledger()).nodes).toHaveLength(1);
    const audit = async () => (await server.source.query('SELECT count(*) FROM audit_event'))[0].count;
    const before = await audit();
    await send(rows, { dryRun: 'true' });
    expect(await audit()).toBe(before);
    expect(await send(rows)).toEqual(trial);
  });

  it('knows in a dry run what repeats over more rows than one transaction has', async () => {
    const mapping = WITH_IDS;
    const rows = Array.from({ length: 5_001 }, (_unused, row) => `${key}-1,2026-03-02,1,,,w-${row % 5_000},`);
    const trial = await send(rows, { mapping, dryRun: 'true' });
    expect(trial.body).toMatchObject({ rowsRead: 5_001, recorded: 5_000, duplicates: 1 });
    expect(await send(rows, { mapping })).toEqual(trial);
  });

  it('is forbidden to who may not record, unknown to who may not know, and takes a token', async () => {
    expect(await send([], { client: null })).toMatchObject({
      status: 401,
      body: { error: { code: 'UNAUTHENTICATED', message: expect.stringContaining('Authorization: Bearer') } },
    });
    expect(await send([], { client: reader })).toMatchObject({
      status: 403,
      body: {
        error: {
          code: 'FORBIDDEN',
          message:
            'Your roles in this portfolio do not allow effort:record; it takes one of: ADMIN, PROGRAM_MANAGER, INTEGRATION.',
        },
      },
    });
    const hidden = await send([], { client: stranger });
    expect(hidden).toEqual({
      status: 404,
      body: { error: { code: 'NOT_FOUND', message: 'The portfolio was not found.' } },
    });
    expect(await send([], { client: stranger, portfolio: 'NONE' })).toEqual(hidden);
  });

  it('refuses a mapping that cannot work with all of its problems, and records nothing', async () => {
    const answer = await send([`${key}-1,2026-03-02,1,,,,`], {
      mapping: {
        dateFormats: ['yyyy-QQ'],
        source: '',
        columns: { amount: 'Stunden', person: 'Who', mood: 'What' },
        values: { categoryKey: { column: 'Kind', map: { Model: 'MODELS' } } },
        split: { person: ',' },
        hours: { decimal: 'DOT', day: 0 },
        worklogs: 'Log Work',
        defaults: { unit: 'STORY_POINTS' },
        sheet: 1,
      },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toBe('INVALID');
    expect(answer.body.problems.map(({ place, message }) => `${place}: ${message}`)).toEqual([
      'mapping.sheet: "sheet" is no part of a mapping; there are: encoding, separator, dateFormats, source, columns, values, split, worklogs, hours, defaults.',
      expect.stringContaining('mapping.dateFormats.0: "yyyy-QQ" has the letter Q'),
      'mapping.source: source must hold 1 to 200 characters that can be seen.',
      'mapping.worklogs: worklogs must be the name of a column; the file has no column "Log Work".',
      'mapping.columns.mood: "mood" is no field of an entry of effort; there are: initiativeKey, initiativeRef, workedOn, amount, unit, person, note, categoryKey, ticketType, projectKey, externalId, method, labels, components.',
      'mapping.columns.amount: The file has no column "Stunden". It has: Initiative, Day, Hours, Who, What, Tags, Kind.',
      'mapping.split.person: "person" is no list of an entry; there are: labels, components.',
      expect.stringContaining('mapping.values.categoryKey.map.Model: "MODELS" is no categoryKey; it takes one of: '),
      'mapping.hours.decimal: It must be one of: POINT, COMMA.',
      'mapping.hours.day: It must be the hours of a day, a number above 0 such as 8 or "7.5".',
      'mapping.defaults.unit: "STORY_POINTS" is no unit; it takes one of: HOURS, PERSON_DAYS, FTE_MONTHS.',
      'mapping.columns.workedOn: workedOn is needed and comes from nowhere: name its column, or give a default.',
      expect.stringContaining('mapping.columns.initiativeKey: The initiative is needed and comes from nowhere'),
    ]);
    expect((await ledger()).nodes).toEqual([]);
  });

  it('reads a file in Latin-1 where the mapping says so, and names the line that is not UTF-8 where it does not', async () => {
    const latin1 = new Blob([Buffer.from(`${HEADER}\n${key}-1,2026-03-02,1,,Grüße,,\n`, 'latin1')]);
    expect(await send(latin1)).toMatchObject({
      status: 400,
      body: { problems: [{ place: 'file', message: expect.stringContaining('Line 2 is not UTF-8') }] },
    });
    expect((await send(latin1, { mapping: { ...MAPPING, encoding: 'latin1' } })).body).toMatchObject({ recorded: 1 });
    expect((await ledger()).nodes).toMatchObject([{ note: 'Grüße' }]);
  });

  it('reads what a spreadsheet separates by semicolons where the mapping says so, and says so where it does not', async () => {
    const separated = `${HEADER.replaceAll(',', ';')}\n${key}-1;2026-03-02;1,5;Ada;Trained;;\n`;
    expect(await send(separated)).toMatchObject({
      status: 400,
      body: {
        problems: [
          {
            place: 'file',
            message:
              'The header is read as one cell, and ";" seems to separate its cells. Say so in the mapping: "separator": ";".',
          },
        ],
      },
    });
    expect(await send('')).toMatchObject({
      status: 400,
      body: { problems: [{ place: 'file', message: 'The file is empty: it has no header.' }] },
    });
    expect((await send(separated, { mapping: { ...MAPPING, separator: ';' } })).body).toMatchObject({ recorded: 1 });
    expect((await ledger()).nodes).toMatchObject([{ amount: '1.5', person: 'Ada' }]);
  });

  it('answers 413 past 50 MB, records nothing, and leaves no file behind', async () => {
    const row = `${key}-1,2026-03-02,1,,${'y'.repeat(975)},,\n`;
    expect(await send(new Blob([`${HEADER}\n`, row.repeat(51_000)]))).toMatchObject({
      status: 413,
      body: {
        error: {
          code: 'TOO_LARGE',
          message: 'The file is larger than 50 MB. Nothing was imported: split it, with the header in each part.',
        },
      },
    });
    expect((await ledger()).nodes).toEqual([]);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('tollgate-import-'))).toEqual([]);
  });

  describe('with 20,000 rows', () => {
    const many = (): string[] =>
      Array.from(
        { length: 20_000 },
        (_, row) => `${key}-1,2026-03-${String((row % 28) + 1).padStart(2, '0')},15m,,${row},,`,
      );
    const booked = async (): Promise<number> =>
      (
        await server.source.query(
          'SELECT count(*) FROM effort_entry e JOIN portfolio p ON p.id = e.portfolio_id WHERE p.key = $1',
          [key],
        )
      )[0].count;

    it('says how far it came when the database fails midway, and goes on from there', async () => {
      await server.source.query(`ALTER TABLE effort_entry ADD CONSTRAINT broken CHECK (note <> '12345') NOT VALID`);
      const stopped = await send(many());
      await server.source.query('ALTER TABLE effort_entry DROP CONSTRAINT broken');
      expect(stopped).toMatchObject({
        status: 503,
        body: {
          stoppedAtLine: 10_002,
          recorded: 10_000,
          error: {
            code: 'SERVICE_UNAVAILABLE',
            message:
              'The import stopped: rows before line 10002 are in (10000 recorded, 0 duplicates, 0 corrected, 0 queued, 0 refused), the rest is not. Send the same import again: it goes on from there.',
          },
        },
      });
      expect(JSON.stringify(stopped.body)).not.toContain('constraint');
      expect((await send(many())).body).toMatchObject({ recorded: 10_000, duplicates: 10_000, refused: 0 });
      expect(await booked()).toBe(20_000);
    });

    it('loses and doubles nothing when its connections are cut in the middle and it is sent again', async () => {
      const first = send(many());
      await until('5,000 rows are in', async () => (await booked()) >= 5_000);
      await server.source.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'tollgate'`,
      );
      const { status } = await first;
      const before = await booked();
      // Cut between two transactions it may not even notice.
      expect([200, 503]).toContain(status);
      expect(before % 5_000).toBe(0);
      expect((await send(many())).body).toMatchObject({ recorded: 20_000 - before, duplicates: before, refused: 0 });
      expect(await booked()).toBe(20_000);
    });
  });
});
