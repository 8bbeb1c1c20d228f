import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foundCompany, type Company, type Member } from '../support/company.js';
import { startTestServer, type TestServer } from '../support/server.js';

const ERRORS = 'userErrors { code message field }';
const PERIOD = `id from to note personDaysAtClosing personDaysNow lateEffortPending closedAt closedBy { name } reopenedAt reopenReason reopenedBy { name }`;
const CLOSE = `mutation ($key: String!, $input: EffortPeriodCloseInput!) {
  effortPeriodClose(portfolioKey: $key, input: $input) { period { ${PERIOD} } ${ERRORS} }
}`;
const REOPEN = `mutation ($id: ID!, $reason: String!) { effortPeriodReopen(id: $id, reason: $reason) { period { ${PERIOD} } ${ERRORS} } }`;
const RECORD = `mutation ($key: String!, $entries: [EffortEntryInput!]!) {
  effortRecord(portfolioKey: $key, entries: $entries) { recorded duplicates corrected queued refused rows { index status ${ERRORS} } ${ERRORS} }
}`;
const DELETE = `mutation ($key: String!, $ids: [String!]!) {
  effortDelete(portfolioKey: $key, source: "jira", externalIds: $ids) { deleted queued ${ERRORS} }
}`;
const ROWS = `settled rows { id index lateEffort { status } ${ERRORS} } ${ERRORS}`;
const ACCEPT = `mutation ($key: String!, $ids: [ID!]!, $reason: String) { effortLateAccept(portfolioKey: $key, ids: $ids, reason: $reason) { ${ROWS} } }`;
const REFUSE = `mutation ($key: String!, $ids: [ID!]!, $reason: String!) { effortLateRefuse(portfolioKey: $key, ids: $ids, reason: $reason) { ${ROWS} } }`;
const STANDING = `query ($key: String!, $status: LateEffortStatus, $first: Int, $after: String, $asOf: DateTime) {
  portfolio(key: $key) {
    effortPeriods { ${PERIOD} }
    lateEffort(status: $status, first: $first, after: $after) {
      nodes {
        id kind status amount unit personDays workedOn labels components ticketType projectKey replacesOn source externalId reason receivedAt decidedAt
        initiative { id } receivedBy { name } decidedBy { name }
      }
      pageInfo { hasNextPage endCursor }
    }
    effortSplit(from: "2026-03-01", to: "2026-03-31", asOf: $asOf) { personDays }
    effortEntries(from: "2026-03-01", to: "2026-03-31") { nodes { externalId personDays lateEffort { id reason } } }
  }
}`;
const INBOX = 'query ($key: String) { viewer { inbox(portfolioKey: $key) { nodes { id kind reason link ageDays } } } }';

describe('periods of effort', () => {
  let server: TestServer;
  let company: Company;
  let id: string;
  let initiativeKey: string;
  let key: string;
  let machine: Member;
  let reader: Member;

  beforeAll(async () => {
    server = await startTestServer();
    server.at('2026-04-02T08:00:00Z');
    company = await foundCompany(server);
    key = company.key;
    id = await company.create();
    initiativeKey = (await company.standing(id)).key;
    machine = await server.member('Jira', key, ['INTEGRATION']);
    reader = await server.member('Rob Reader', key, ['REVIEWER']);
  });

  afterAll(() => server.stop());

  const entry = (externalId: string, amount: string, workedOn: string, other: Record<string, unknown> = {}) => ({
    initiativeKey,
    amount,
    workedOn,
    source: 'jira',
    externalId,
    ...other,
  });
  const record = async (...entries: Record<string, unknown>[]) =>
    (await machine.ask(RECORD, { key, entries })).effortRecord;
  const close = async (input: Record<string, unknown>, who: Member = company.manager) =>
    (await who.ask(CLOSE, { key, input })).effortPeriodClose;
  const standing = async (variables: Record<string, unknown> = {}) =>
    (await reader.ask(STANDING, { key, ...variables })).portfolio;
  const idOf = async (externalId: string): Promise<string> =>
    (await standing({ status: 'PENDING' })).lateEffort.nodes.find(
      (late: { externalId: string }) => late.externalId === externalId,
    ).id;

  it('are closed by a program manager, in days of the portfolio, once they are over', async () => {
    await record(entry('w-1', '8', '2026-03-10'), entry('w-2', '4', '2026-03-11'), entry('w-3', '8', '2026-04-01'));
    const refused = await close({ from: '2026-05-01', to: '2026-04-02', note: 'x'.repeat(4_001) });
    expect(refused).toEqual({
      period: null,
      userErrors: [
        {
          code: 'INVALID',
          message: 'from must not be after to: 2026-05-01 is after 2026-04-02.',
          field: ['input', 'from'],
        },
        {
          code: 'INVALID',
          message:
            'to must be before today, 2026-04-02, and was 2026-04-02: a period is closed when all of it is over.',
          field: ['input', 'to'],
        },
        { code: 'INVALID', message: 'note must hold at most 4000 characters.', field: ['input', 'note'] },
      ],
    });
    const { period, userErrors } = await close({ from: '2026-03-01', to: '2026-03-31', note: '  March is done. ' });
    expect(userErrors).toEqual([]);
    expect(period).toEqual({
      id: expect.any(String),
      from: '2026-03-01',
      to: '2026-03-31',
      note: 'March is done.',
      personDaysAtClosing: '1.5',
      personDaysNow: '1.5',
      lateEffortPending: 0,
      closedAt: '2026-04-02T08:00:00.000Z',
      closedBy: { name: 'Mara Manager' },
      reopenedAt: null,
      reopenReason: null,
      reopenedBy: null,
    });
    expect((await close({ from: '2026-03-31', to: '2026-04-01' })).userErrors).toEqual([
      {
        code: 'WRONG_STATE',
        message:
          'Of these days, some are closed already: 2026-03-01 to 2026-03-31. Choose days outside of that, or have it reopened first.',
        field: ['input', 'from'],
      },
    ]);
    // At 23:30 in UTC it is the 4th in Berlin already.
    server.at('2026-04-03T22:30:00Z');
    expect((await close({ from: '2026-04-02', to: '2026-04-03' })).userErrors).toEqual([]);
    server.at('2026-04-06T08:00:00Z');
  });

  it('are no matter of members who only read or record, and unknown to everybody else', async () => {
    const input = { from: '2026-01-01', to: '2026-01-31' };
    for (const who of [reader, machine]) {
      const { errors } = await who.answer(CLOSE, { key, input });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    const other = await foundCompany(server);
    expect((await close(input, other.manager)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['portfolioKey'] },
    ]);
    const [{ id: period }] = (await standing()).effortPeriods;
    const reopen = { id: period, reason: 'Why not' };
    expect((await company.manager.answer(REOPEN, reopen)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect((await other.admin.ask(REOPEN, reopen)).effortPeriodReopen.userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['id'] },
    ]);
    expect((await other.admin.ask(REOPEN, { ...reopen, id: 'nonsense' })).effortPeriodReopen.userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['id'] },
    ]);
  });

  it('queue what comes late, and say so of each row', async () => {
    const sent = await record(
      entry('w-1', '6', '2026-03-10'),
      entry('w-2', '4', '2026-03-11'),
      entry('w-4', '16', '2026-03-12', { person: 'ada' }),
      entry('w-5', '30', '2026-03-12', { person: 'ada' }),
      entry('w-6', '10', '2026-03-12', {
        person: 'ada',
        labels: ['ux'],
        components: ['Chat'],
        ticketType: 'Task',
        projectKey: 'AI',
      }),
      entry('w-7', '2', '2026-04-05'),
    );
    expect(sent).toMatchObject({ recorded: 1, duplicates: 1, corrected: 0, queued: 3, refused: 1, userErrors: [] });
    expect(sent.rows.map(({ status }: { status: string }) => status)).toEqual([
      'QUEUED',
      'DUPLICATE',
      'QUEUED',
      'REFUSED',
      'QUEUED',
      'RECORDED',
    ]);
    expect(sent.rows[3].userErrors).toEqual([
      {
        code: 'OVER_CAPACITY',
        message: 'ada would have 30 hours on 2026-03-12, and a day has 24. Correct the amount, the day or the person.',
        field: ['entries', '3', 'amount'],
      },
    ]);
    expect((await machine.ask(DELETE, { key, ids: ['w-2', 'w-7'] })).effortDelete).toEqual({
      deleted: 1,
      queued: 1,
      userErrors: [],
    });
    const { lateEffort, effortSplit, effortPeriods } = await standing({ first: 2 });
    expect(effortSplit.personDays).toBe('1.5');
    expect(effortPeriods[1]).toMatchObject({ personDaysNow: '1.5', lateEffortPending: 4 });
    expect(lateEffort.nodes).toMatchObject([
      {
        kind: 'DELETE',
        status: 'PENDING',
        amount: '4',
        unit: 'HOURS',
        personDays: '0.5',
        workedOn: '2026-03-11',
        replacesOn: '2026-03-11',
        externalId: 'w-2',
        initiative: { id },
        receivedBy: { name: 'Jira' },
        decidedBy: null,
      },
      {
        kind: 'RECORD',
        externalId: 'w-6',
        replacesOn: null,
        labels: ['ux'],
        components: ['Chat'],
        ticketType: 'Task',
        projectKey: 'AI',
      },
    ]);
    const next = await standing({ first: 2, after: lateEffort.pageInfo.endCursor });
    expect(next.lateEffort.nodes.map(({ externalId }: { externalId: string }) => externalId)).toEqual(['w-4', 'w-1']);
    expect(next.lateEffort.pageInfo.hasNextPage).toBe(false);
  });

  it('put it into the inbox of who can settle it', async () => {
    const waiting = async (who: Member) => (await who.ask(INBOX, { key })).viewer.inbox.nodes;
    expect(await waiting(company.manager)).toEqual([
      {
        id: `SETTLE_LATE_EFFORT:${id}`,
        kind: 'SETTLE_LATE_EFFORT',
        reason: `Effort on ${initiativeKey} came late for closed periods and waits (entries: 4): you, or another program manager, can accept or refuse it.`,
        link: `/i/${initiativeKey}?tab=effort#${id}`,
        ageDays: 0,
      },
    ]);
    expect(await waiting(company.admin)).toHaveLength(1);
    expect(await waiting(reader)).toEqual([]);
    expect(await waiting(machine)).toEqual([]);
  });

  it('let in what is accepted, row by row, and answers as of before stay as they were', async () => {
    server.at('2026-04-07T08:00:00Z');
    const ids = [await idOf('w-1'), await idOf('w-4'), await idOf('w-6'), 'nonsense', await idOf('w-2')];
    const { errors } = await machine.answer(ACCEPT, { key, ids });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const { effortLateAccept } = await company.manager.ask(ACCEPT, {
      key,
      ids: [...ids, ids[0]],
      reason: 'The supplier billed late',
    });
    expect(effortLateAccept).toEqual({
      settled: 3,
      userErrors: [],
      rows: [
        { id: ids[0], index: 0, lateEffort: { status: 'ACCEPTED' }, userErrors: [] },
        { id: ids[1], index: 1, lateEffort: { status: 'ACCEPTED' }, userErrors: [] },
        {
          id: ids[2],
          index: 2,
          lateEffort: { status: 'PENDING' },
          userErrors: [
            {
              code: 'OVER_CAPACITY',
              message:
                'ada would have 26 hours on 2026-03-12, and a day has 24. Correct the amount, the day or the person. Until then it stays in the queue.',
              field: ['ids', '2'],
            },
          ],
        },
        {
          id: 'nonsense',
          index: 3,
          lateEffort: null,
          userErrors: [{ code: 'NOT_FOUND', message: 'The late entry was not found.', field: ['ids', '3'] }],
        },
        { id: ids[4], index: 4, lateEffort: { status: 'ACCEPTED' }, userErrors: [] },
      ],
    });
    const { effortSplit, effortEntries, effortPeriods } = await standing();
    expect(effortSplit.personDays).toBe('2.75');
    expect(effortPeriods[1]).toMatchObject({
      personDaysAtClosing: '1.5',
      personDaysNow: '2.75',
      lateEffortPending: 1,
    });
    expect((await standing({ asOf: '2026-04-07T07:59:59Z' })).effortSplit.personDays).toBe('1.5');
    const said = effortEntries.nodes.map(
      (node: { externalId: string; personDays: string; lateEffort: { reason: string } | null }) =>
        `${node.externalId} ${node.personDays} ${node.lateEffort?.reason ?? 'in time'}`,
    );
    expect(said.sort()).toEqual([
      'w-1 -1 The supplier billed late',
      'w-1 0.75 The supplier billed late',
      'w-1 1 in time',
      'w-2 -0.5 The supplier billed late',
      'w-2 0.5 in time',
      'w-4 2 The supplier billed late',
    ]);
  });

  it('keep what is refused, with the reason, and settle nothing twice', async () => {
    const late = await idOf('w-6');
    const refuse = async (reason: string) =>
      (await company.admin.ask(REFUSE, { key, ids: [late], reason })).effortLateRefuse;
    expect(await refuse(' ')).toMatchObject({
      settled: 0,
      rows: [],
      userErrors: [
        {
          code: 'INVALID',
          message: 'reason must hold 1 to 4000 characters that can be seen.',
          field: ['reason'],
        },
      ],
    });
    expect((await refuse('Booked on the wrong day')).settled).toBe(1);
    expect(await refuse('Once more')).toMatchObject({
      settled: 0,
      rows: [
        {
          lateEffort: { status: 'REFUSED' },
          userErrors: [
            {
              code: 'WRONG_STATE',
              message: 'The late entry was refused already; only one that is PENDING can be settled.',
              field: ['ids', '0'],
            },
          ],
        },
      ],
    });
    expect((await standing({ status: 'REFUSED' })).lateEffort.nodes).toMatchObject([
      {
        externalId: 'w-6',
        reason: 'Booked on the wrong day',
        decidedAt: '2026-04-07T08:00:00.000Z',
        decidedBy: { name: 'Ada Admin' },
      },
    ]);
    const stranger = await foundCompany(server);
    expect(
      (await stranger.manager.ask(ACCEPT, { key: stranger.key, ids: [late] })).effortLateAccept.rows,
    ).toMatchObject([{ lateEffort: null, userErrors: [{ code: 'NOT_FOUND' }] }]);
  });

  it('are reopened by an admin, with a reason, and then take in again what is sent', async () => {
    await record(entry('w-8', '8', '2026-03-20'));
    const march = (await standing()).effortPeriods[1];
    const reopen = async (reason: string) =>
      (await company.admin.ask(REOPEN, { id: march.id, reason })).effortPeriodReopen;
    expect((await reopen('')).userErrors).toMatchObject([{ code: 'INVALID', field: ['reason'] }]);
    server.at('2026-04-08T08:00:00Z');
    expect((await reopen('Half the team forgot')).period).toMatchObject({
      reopenedAt: '2026-04-08T08:00:00.000Z',
      reopenReason: 'Half the team forgot',
      reopenedBy: { name: 'Ada Admin' },
      lateEffortPending: 1,
    });
    expect((await reopen('Again')).userErrors).toEqual([
      {
        code: 'WRONG_STATE',
        message:
          '2026-03-01 to 2026-03-31 was reopened already, on 2026-04-08. Close it again before you reopen it again.',
        field: ['id'],
      },
    ]);
    expect(await record(entry('w-9', '8', '2026-03-21'))).toMatchObject({ recorded: 1, queued: 0 });
    const late = await idOf('w-8');
    expect(await record(entry('w-8', '4', '2026-03-20'))).toMatchObject({ recorded: 1 });
    expect((await company.manager.ask(ACCEPT, { key, ids: [late] })).effortLateAccept.rows).toMatchObject([
      {
        lateEffort: { status: 'SUPERSEDED' },
        userErrors: [
          {
            code: 'WRONG_STATE',
            message:
              'The late entry was outdone by something newer that its source sent; only one that is PENDING can be settled.',
          },
        ],
      },
    ]);
    expect((await close({ from: '2026-03-01', to: '2026-03-31' })).period).toMatchObject({
      personDaysAtClosing: '4.25',
    });
    expect((await standing()).effortPeriods).toHaveLength(3);
  });

  it('leave a whole trail', async () => {
    const { auditVerify } = await company.admin.ask(
      'query ($key: String!) { auditVerify(portfolioKey: $key) { ok } }',
      {
        key,
      },
    );
    expect(auditVerify.ok).toBe(true);
    const actions = await server.source.query<{ action: string }[]>(
      `SELECT e.body::jsonb ->> 'action' AS action FROM portfolio p JOIN audit_event e ON e.chain = 'portfolio:' || p.id
       WHERE p.key = $1 AND e.body::jsonb ->> 'action' ~ '^(effortPeriod|lateEffort)' ORDER BY e.sequence`,
      [key],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'effortPeriod.closed',
      'effortPeriod.closed',
      'lateEffort.queued',
      'lateEffort.queued',
      'lateEffort.accepted',
      'lateEffort.refused',
      'lateEffort.queued',
      'effortPeriod.reopened',
      'lateEffort.superseded',
      'effortPeriod.closed',
    ]);
  });
});
