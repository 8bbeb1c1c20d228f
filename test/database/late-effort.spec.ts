import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuditEvents } from '../../src/modules/audit/queries/audit-events.js';
import { FoldEffort } from '../../src/modules/effort/commands/fold-effort.js';
import { EffortPeriods } from '../../src/modules/effort/queries/effort-periods.js';
import { EffortSplits } from '../../src/modules/effort/queries/effort-splits.js';
import { day, effortRoom, instant, type EffortRoom, type Said } from '../support/effort-room.js';
import { startTestServer, type TestServer } from '../support/server.js';

const MARCH = ['2026-03-01', '2026-03-31'] as const;
const NOW = '2026-05-04T09:00:00.000Z';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

beforeEach(() => {
  server.at(NOW);
});

const said = (id: string, hours: string, on = '2026-03-10', other: Partial<Said> = {}): Said => ({
  id,
  hours,
  on,
  ...other,
});

const statuses = ({ rows }: Awaited<ReturnType<EffortRoom['record']>>): string[] => rows.map(({ status }) => status);

const waiting = async (room: EffortRoom): Promise<string[]> =>
  (await room.pending()).map(({ kind, externalId, amount }) => `${kind} ${externalId} ${amount}`).sort();

const live = async (room: EffortRoom): Promise<string[]> => {
  const found = await room.rows<{ said: string }>(
    `SELECT e.external_id || ' ' || e.amount || ' ' || to_char(e.worked_on, 'MM-DD') AS said
     FROM effort_identity h JOIN effort_entry e ON e.id = h.entry_id AND e.worked_on = h.worked_on
     WHERE h.portfolio_id = $1 ORDER BY 1`,
    room.portfolio.id,
  );
  return found.map((row) => row.said);
};

const acceptAll = async (room: EffortRoom) => room.accept(...(await room.pending()).map(({ id }) => id));

describe('what is sent for a closed period', () => {
  it('waits in the queue and changes nothing until it is accepted', async () => {
    const room = await effortRoom(server);
    await room.record(said('stands', '8'), said('goes', '4'), said('moves', '2'), said('april', '1', '2026-04-10'));
    await room.close(...MARCH);
    const sent = await room.record(
      said('new', '6'),
      said('stands', '7'),
      said('moves', '2', '2026-04-11'),
      said('april', '1'),
      said('goes', '4'),
      said('fresh', '3', '2026-04-12'),
      said('bad', '0'),
    );
    expect(statuses(sent)).toEqual(['QUEUED', 'QUEUED', 'QUEUED', 'QUEUED', 'DUPLICATE', 'RECORDED', 'REFUSED']);
    expect(sent).toMatchObject({ queued: 4, duplicates: 1, recorded: 1, refused: 1 });
    expect(await room.delete('goes', 'never')).toEqual({ deleted: 0, queued: 1 });
    const before = ['april 1 04-10', 'fresh 3 04-12', 'goes 4 03-10', 'moves 2 03-10', 'stands 8 03-10'];
    expect(await live(room)).toEqual(before);
    expect(await room.sum(...MARCH)).toBe(14 / 8);

    expect(await acceptAll(room)).toMatchObject({ settled: 5 });
    expect(await live(room)).toEqual([
      'april 1 03-10',
      'fresh 3 04-12',
      'moves 2 04-11',
      'new 6 03-10',
      'stands 7 03-10',
    ]);
    expect(await room.sum(...MARCH)).toBe(14 / 8);
    const marked = await room.rows<{ rows: number; late: number }>(
      `SELECT count(*)::int AS rows, count(DISTINCT late_id)::int AS late FROM effort_entry WHERE portfolio_id = $1 AND late_id IS NOT NULL`,
      room.portfolio.id,
    );
    // Each correction is two rows, of one late entry.
    expect(marked).toEqual([{ rows: 8, late: 5 }]);
    expect(await server.app.get(AuditEvents).verify(room.portfolio.id)).toMatchObject({ ok: true });
  });

  it('is one row of the queue however often it is sent, and its newest values count', async () => {
    const room = await effortRoom(server);
    await room.close(...MARCH);
    await room.record(said('1', '6'));
    expect(statuses(await room.record(said('1', '6'), said('1', '6')))).toEqual(['QUEUED', 'QUEUED']);
    expect(await waiting(room)).toEqual(['RECORD 1 6']);
    await room.record(said('1', '4'), said('1', '5'));
    expect(await waiting(room)).toEqual(['RECORD 1 5']);
    const all = await room.rows(
      'SELECT amount::text, status FROM late_effort WHERE portfolio_id = $1 ORDER BY id',
      room.portfolio.id,
    );
    expect(all).toEqual([
      { amount: '6', status: 'SUPERSEDED' },
      { amount: '4', status: 'SUPERSEDED' },
      { amount: '5', status: 'PENDING' },
    ]);
  });

  it('is outdone by its deletion, and a deletion by what stands being sent again', async () => {
    const room = await effortRoom(server);
    await room.record(said('stands', '8'));
    await room.close(...MARCH);
    await room.record(said('new', '6'), said('stands', '7'));
    expect(await room.delete('new', 'stands')).toEqual({ deleted: 0, queued: 1 });
    expect(await waiting(room)).toEqual(['DELETE stands 8']);
    expect(statuses(await room.record(said('stands', '8')))).toEqual(['DUPLICATE']);
    expect(await waiting(room)).toEqual([]);
  });

  it('goes on waiting when the period is reopened, and does not overwrite what is recorded since', async () => {
    const room = await effortRoom(server);
    const id = await room.close(...MARCH);
    await room.record(said('older', '6'), said('untouched', '2'));
    const [older] = (await room.pending()).filter(({ externalId }) => externalId === 'older');
    await room.reopen(id);
    expect(await waiting(room)).toEqual(['RECORD older 6', 'RECORD untouched 2']);
    expect(statuses(await room.record(said('older', '5')))).toEqual(['RECORDED']);
    expect(await room.accept(older!.id)).toMatchObject({
      settled: 0,
      rows: [{ refusals: [{ code: 'WRONG_STATE', field: ['ids', '0'] }] }],
    });
    expect(await live(room)).toEqual(['older 5 03-10']);
    expect(await acceptAll(room)).toMatchObject({ settled: 1 });
    expect(await live(room)).toEqual(['older 5 03-10', 'untouched 2 03-10']);
  });

  it('goes on waiting when a day would have more than 24 hours, and leaves the others alone', async () => {
    const room = await effortRoom(server);
    await room.record(said('full', '20', '2026-03-10', { person: 'ada' }));
    await room.close(...MARCH);
    const ada = { person: 'ada' };
    expect(
      statuses(
        await room.record(
          said('much', '25', '2026-03-11', ada),
          said('over', '6', '2026-03-10', ada),
          said('fits', '4', '2026-03-10', ada),
        ),
      ),
    ).toEqual(['REFUSED', 'QUEUED', 'QUEUED']);
    const over = (await room.pending()).find(({ externalId }) => externalId === 'over')!;
    const { settled, rows } = await acceptAll(room);
    expect(settled).toBe(1);
    expect(rows.flatMap(({ refusals }) => refusals).map(({ code }) => code)).toEqual(['OVER_CAPACITY']);
    expect(await waiting(room)).toEqual(['RECORD over 6']);
    await room.record(said('full', '10', '2026-03-10', ada));
    expect((await acceptAll(room)).settled).toBe(2);
    expect(await live(room)).toEqual(['fits 4 03-10', 'full 10 03-10', 'over 6 03-10']);
    expect(over.status).toBe('PENDING');
  });

  it('is classified by what is in force when it is let in, unless its category was stated', async () => {
    const room = await effortRoom(server);
    await room.close(...MARCH);
    await room.record(
      said('labelled', '6', '2026-03-10', { labels: ['Change'] }),
      said('stated', '6', '2026-03-10', { labels: ['Change'], categoryKey: 'ALGORITHMS' }),
    );
    const publish = `mutation ($key: String!, $input: ClassificationRulesPublishInput!) {
      classificationRulesPublish(portfolioKey: $key, input: $input) { version userErrors { message } }
    }`;
    const rules = [{ name: 'Change', labels: ['change'], categoryKey: 'PEOPLE_PROCESS' }];
    const { classificationRulesPublish } = await server.admin.ask(publish, {
      key: room.portfolio.key,
      input: { rules },
    });
    expect(classificationRulesPublish).toEqual({ version: 1, userErrors: [] });
    await acceptAll(room);
    const entries = await room.rows(
      `SELECT external_id AS id, category_key AS "categoryKey", category_source AS source, rules_version AS version
       FROM effort_entry WHERE portfolio_id = $1 ORDER BY external_id`,
      room.portfolio.id,
    );
    expect(entries).toEqual([
      { id: 'labelled', categoryKey: 'PEOPLE_PROCESS', source: 'RULE', version: 1 },
      { id: 'stated', categoryKey: 'ALGORITHMS', source: 'STATED', version: null },
    ]);
  });

  it('still says that it came late once it is classified anew', async () => {
    const room = await effortRoom(server);
    const id = await room.close(...MARCH);
    await room.record(said('late', '6', '2026-03-10', { labels: ['change'] }));
    await acceptAll(room);
    await room.reopen(id);
    const publish = `mutation ($key: String!, $input: ClassificationRulesPublishInput!) {
      classificationRulesPublish(portfolioKey: $key, input: $input) { changedEntries userErrors { message } }
    }`;
    const rules = [{ name: 'Change', labels: ['change'], categoryKey: 'PEOPLE_PROCESS' }];
    const published = await server.admin.ask(publish, { key: room.portfolio.key, input: { rules } });
    expect(published.classificationRulesPublish).toEqual({ changedEntries: 1, userErrors: [] });
    const rows = await room.rows(
      `SELECT revision, is_reversal AS "isReversal", late_id IS NOT NULL AS "isLate" FROM effort_entry WHERE portfolio_id = $1
       ORDER BY revision, is_reversal`,
      room.portfolio.id,
    );
    expect(rows).toEqual([
      { revision: 1, isReversal: false, isLate: true },
      { revision: 1, isReversal: true, isLate: false },
      { revision: 2, isReversal: false, isLate: true },
    ]);
  });

  it('stays where it is when it is refused, with the reason', async () => {
    const room = await effortRoom(server);
    await room.close(...MARCH);
    await room.record(said('1', '6'));
    const [one] = await room.pending();
    expect(await room.refuse(one!.id, one!.id, 'nonsense')).toMatchObject({
      settled: 1,
      rows: [
        { index: 0, refusals: [] },
        { index: 2, isKnown: false, refusals: [{ code: 'NOT_FOUND', field: ['ids', '2'] }] },
      ],
    });
    expect(await live(room)).toEqual([]);
    expect(await room.accept(one!.id)).toMatchObject({ settled: 0, rows: [{ refusals: [{ code: 'WRONG_STATE' }] }] });
    // Sent again, it is asked for again.
    expect(statuses(await room.record(said('1', '6')))).toEqual(['QUEUED']);
  });

  it('is settled in its own portfolio only', async () => {
    const [room, other] = [await effortRoom(server), await effortRoom(server)];
    await room.close(...MARCH);
    await room.record(said('1', '6'));
    const [one] = await room.pending();
    for (const settled of [await other.accept(one!.id), await other.refuse(one!.id)]) {
      expect(settled).toMatchObject({ settled: 0, rows: [{ isKnown: false, refusals: [{ code: 'NOT_FOUND' }] }] });
    }
    expect(await waiting(room)).toHaveLength(1);
  });
});

describe('at the same time', () => {
  it('a period is closed while eight record: what was in time is in the figure, the rest is late, and nothing is lost', async () => {
    const room = await effortRoom(server, 8);
    let count = 0;
    let closing: Promise<string> | null = null;
    const recorded = { RECORDED: 0, QUEUED: 0 };
    const writer = async (initiative: number): Promise<void> => {
      for (let batch = 0; batch < 12; batch += 1) {
        const sent = await room.record(
          ...[10, 11, 12].map((on) => said(`${initiative}-${batch}-${on}`, '8', `2026-03-${on}`, { initiative })),
        );
        for (const { status } of sent.rows) {
          recorded[status as keyof typeof recorded] += 1;
        }
        count += 1;
        if (count === 20) {
          closing = room.close(...MARCH);
        }
      }
    };
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(writer));
    const id = await closing!;
    expect(recorded.RECORDED + recorded.QUEUED).toBe(8 * 12 * 3);
    expect(recorded.RECORDED).toBeGreaterThan(0);
    expect(recorded.QUEUED).toBeGreaterThan(0);
    expect(await room.sum(...MARCH)).toBe(recorded.RECORDED);
    const periods = server.app.get(EffortPeriods);
    const [period] = await periods.ofPortfolio.load({}, room.portfolio.id);
    expect(period).toMatchObject({ id, personDaysAtClosing: String(recorded.RECORDED) });
    expect(await periods.personDaysNow.load({}, id)).toBe(String(recorded.RECORDED));
    expect(await periods.latePending.load({}, id)).toBe(recorded.QUEUED);
    // The same, wherever the sums are kept.
    await server.app.get(FoldEffort).run();
    expect(await periods.personDaysNow.load({}, id)).toBe(String(recorded.RECORDED));
  });

  it('two close days that overlap: one of them is told that they are closed', async () => {
    const room = await effortRoom(server);
    const results = await Promise.allSettled([
      room.close('2026-03-01', '2026-03-20'),
      room.close('2026-03-20', '2026-03-31'),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(String(refused?.reason)).toContain('WRONG_STATE');
  });

  it('two send the same entry for different initiatives: one of them waits', async () => {
    const room = await effortRoom(server, 2);
    await room.close(...MARCH);
    for (let round = 0; round < 5; round += 1) {
      const id = `both-${round}`;
      await Promise.all([1, 2].map((initiative) => room.record(said(id, '6', '2026-03-10', { initiative }))));
      expect((await room.pending()).filter(({ externalId }) => externalId === id)).toHaveLength(1);
    }
  });

  it('two accept the same entry: it is in the ledger once', async () => {
    const room = await effortRoom(server);
    await room.close(...MARCH);
    await room.record(...Array.from({ length: 20 }, (_, index) => said(`n-${index}`, '8')));
    const results = await Promise.all([acceptAll(room), acceptAll(room), acceptAll(room)]);
    expect(results.reduce((sum, { settled }) => sum + settled, 0)).toBe(20);
    expect(await room.sum(...MARCH)).toBe(20);
  });

  it('one accepts what its source replaces: the newest values stand or wait, and the older are not entered after them', async () => {
    const room = await effortRoom(server, 2);
    await room.close(...MARCH);
    for (let round = 0; round < 8; round += 1) {
      const id = `race-${round}`;
      await room.record(said(id, '6'));
      const [older] = (await room.pending()).filter(({ externalId }) => externalId === id);
      await Promise.all([
        room.accept(older!.id),
        room.record(said(id, '5', '2026-03-11', { initiative: 1 + (round % 2) })),
      ]);
      expect(await waiting(room)).toContain(`RECORD ${id} 5`);
      await acceptAll(room);
      expect(await live(room)).toContain(`${id} 5 03-11`);
    }
  });
});

describe('over any course of events', () => {
  const IDS = ['a', 'b', 'c'];
  const DAYS = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'];
  const PERIODS: readonly (readonly [from: string, to: string])[] = [
    ['2026-02-01', '2026-02-28'],
    ['2026-03-01', '2026-03-31'],
    ['2026-02-28', '2026-03-01'],
  ];

  type Event =
    | { readonly verb: 'record'; readonly rows: readonly Said[] }
    | { readonly verb: 'delete'; readonly id: string }
    | { readonly verb: 'close'; readonly period: number }
    | { readonly verb: 'reopen'; readonly period: number }
    | { readonly verb: 'accept' | 'refuse'; readonly share: number };

  const row = fc.record({
    id: fc.constantFrom(...IDS),
    hours: fc.constantFrom('2', '4', '6'),
    on: fc.constantFrom(...DAYS),
  });
  const event: fc.Arbitrary<Event> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        verb: fc.constant('record' as const),
        rows: fc.array(row, { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ verb: fc.constant('delete' as const), id: fc.constantFrom(...IDS) }) },
    { weight: 2, arbitrary: fc.record({ verb: fc.constant('close' as const), period: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.record({ verb: fc.constant('reopen' as const), period: fc.nat(2) }) },
    {
      weight: 2,
      arbitrary: fc.record({ verb: fc.constantFrom('accept' as const, 'refuse' as const), share: fc.nat(2) }),
    },
  );

  it('a closed period changes by accepted late entries alone, answers as of an instant stay, and the last word counts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 6, maxLength: 24 }), async (events) => {
        server.at(NOW);
        const room = await effortRoom(server);
        const closings = new Map<number, string>();
        const wanted = new Map<string, string>();
        const asked: { at: string; answer: unknown }[] = [];
        const split = (at: string) =>
          server.app
            .get(EffortSplits)
            .ofPortfolio(
              room.portfolio,
              { from: day('2026-02-01'), to: day('2026-03-31'), asOf: instant(at) },
              'MONTH',
            );
        const stands = async () => new Map((await live(room)).map((each) => [each.split(' ')[0]!, each]));

        for (const [step, happened] of events.entries()) {
          const at = new Date(Date.parse(NOW) + (step + 1) * 1_000).toISOString();
          server.at(at);
          const sums = await Promise.all([...closings.keys()].map((period) => room.sum(...PERIODS[period]!)));
          if (happened.verb === 'record') {
            const { rows } = await room.record(...happened.rows);
            expect(rows.map(({ status }) => status)).not.toContain('REFUSED');
            happened.rows.forEach(({ id, hours, on }) => wanted.set(id, `${id} ${hours} ${on.slice(5)}`));
          } else if (happened.verb === 'delete') {
            await room.delete(happened.id);
            wanted.delete(happened.id);
          } else if (happened.verb === 'close') {
            await room.close(...PERIODS[happened.period]!).then(
              (id) => closings.set(happened.period, id),
              (error: unknown) => {
                expect(String(error)).toContain('WRONG_STATE');
              },
            );
          } else if (happened.verb === 'reopen') {
            const id = closings.get(happened.period);
            await (id && room.reopen(id));
            closings.delete(happened.period);
          } else {
            const pending = (await room.pending()).slice(happened.share);
            await room[happened.verb](...pending.map(({ id }) => id));
            if (happened.verb === 'refuse') {
              const left = await stands();
              for (const { externalId } of pending) {
                const standing = left.get(externalId);
                wanted.delete(externalId);
                if (standing) {
                  wanted.set(externalId, standing);
                }
              }
            }
          }
          if (happened.verb !== 'accept' && happened.verb !== 'close' && happened.verb !== 'reopen') {
            expect(await Promise.all([...closings.keys()].map((period) => room.sum(...PERIODS[period]!)))).toEqual(
              sums,
            );
          }
          asked.push({ at, answer: await split(at) });
        }

        for (const { at, answer } of asked) {
          expect(await split(at)).toEqual(answer);
        }
        await acceptAll(room);
        expect(await live(room)).toEqual([...wanted.values()].sort());
        await server.app.get(FoldEffort).run();
        await room.record(said('after', '8', '2026-02-28'));
        const periods = server.app.get(EffortPeriods);
        for (const period of await periods.ofPortfolio.load({}, room.portfolio.id)) {
          expect(Number(await periods.personDaysNow.load({}, period.id))).toBe(await room.sum(period.from, period.to));
        }
        expect(await server.app.get(AuditEvents).verify(room.portfolio.id)).toMatchObject({ ok: true });
      }),
      { numRuns: 25 },
    );
  });
});
