import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM_USER_ID } from '../../src/domain/access/system-user.js';
import { addDays, dateAt, parseCalendarDate, type CalendarDate } from '../../src/domain/basics/calendar-date.js';
import { parseInstant, type Instant } from '../../src/domain/basics/instant.js';
import { accept } from '../../src/domain/basics/result.js';
import type { Initiative } from '../../src/domain/initiatives/initiative.js';
import { ReviewStuckPocs } from '../../src/modules/gates/commands/review-stuck-pocs.js';
import { MoveInitiative } from '../../src/modules/initiatives/commands/move-initiative.js';
import { Initiatives } from '../../src/modules/initiatives/queries/initiatives.js';
import { UnitOfWork, type Tx } from '../../src/platform/database/unit-of-work.js';
import { importRows } from '../support/import-rows.js';
import { startTestServer, type Client, type TestServer } from '../support/server.js';

type Member = Client & { readonly userId: string };

const INITIATIVES = `query ($key: String!) {
  portfolio(key: $key) { id initiatives(orderBy: NAME_ASC) { nodes {
    id name status version agingLevel
    gate { definition { key } currentReview { id note dueOn requestedBy { id name } } }
    auditEvents { nodes { action actor { id } changes } }
  } } }
}`;

let server: TestServer;
let now: string;
let portfolios = 0;

/** A portfolio of its own with initiatives that entered these stages so many days ago. */
const room = async (ago: Readonly<Record<string, string>>) => {
  portfolios += 1;
  const key = `ROOM${portfolios}`;
  await server.admin.ask(
    'mutation ($input: PortfolioCreateInput!) { portfolioCreate(input: $input) { userErrors { message } } }',
    { input: { key, name: key, timeZone: 'Europe/Berlin' } },
  );
  const manager: Member = await server.member('Manager', key, ['PROGRAM_MANAGER']);
  const gatekeeper: Member = await server.member('Gatekeeper', key, ['GATEKEEPER']);
  await importRows(
    server,
    manager,
    key,
    Object.entries(ago).map(([ref, stays]) => ({
      ref,
      visits: stays.replace(/\d+/g, (days) => addDays(today(), -Number(days))),
    })),
  );
  const { id } = (await server.admin.ask(INITIATIVES, { key })).portfolio;
  return { key, id: id as string, manager, gatekeeper };
};

type Room = Awaited<ReturnType<typeof room>>;

const at = (text: string): void => {
  now = text;
  server.at(text);
};
const today = (): CalendarDate => dateAt(parseInstant(now)!, 'Europe/Berlin');
const run = ({ id }: Room): Promise<void> => server.app.get(ReviewStuckPocs).run(id, today());

const initiatives = async ({ key }: Room) => (await server.admin.ask(INITIATIVES, { key })).portfolio.initiatives.nodes;
const only = async (place: Room) => (await initiatives(place))[0];

/** How often the system has asked for a review. */
const asked = async ({ id }: Room): Promise<number> => {
  const [row] = await server.source.query(
    'SELECT count(*)::integer AS count FROM gate_review WHERE portfolio_id = $1 AND requested_by = $2',
    [id, SYSTEM_USER_ID],
  );
  return row.count as number;
};

const carryOut = async (
  place: Room,
  change: (
    tx: Tx,
    move: MoveInitiative,
    initiative: Initiative,
    stamp: { at: Instant; by: string },
  ) => Promise<unknown>,
): Promise<void> => {
  const { id } = await only(place);
  const stamp = { at: parseInstant(now)!, by: place.manager.userId };
  await server.app.get(UnitOfWork).run(async (tx) => {
    const [initiative] = await server.app.get(Initiatives).byIds([id], tx);
    return accept(await change(tx, server.app.get(MoveInitiative), initiative!, stamp));
  });
};

const decide = async ({ gatekeeper }: Room, reviewId: string, version: number, outcome: string): Promise<void> => {
  const { gateDecide } = await gatekeeper.ask(
    `mutation ($id: ID!, $input: GateDecideInput!) { gateDecide(reviewId: $id, input: $input) { userErrors { message } } }`,
    { id: reviewId, input: { outcome, rationale: 'Seen', expectedVersion: version } },
  );
  expect(gateDecide.userErrors).toEqual([]);
};

const resume = async (place: Room): Promise<void> => {
  const { id } = await only(place);
  const { initiativeResume } = await place.manager.ask(
    'mutation ($id: ID!) { initiativeResume(id: $id, reason: "Go on") { userErrors { message } } }',
    { id },
  );
  expect(initiativeResume.userErrors).toEqual([]);
};

beforeAll(async () => {
  server = await startTestServer();
});

beforeEach(() => {
  at('2026-07-09T10:00:00Z');
});

afterAll(() => server.stop());

describe('the review of a stuck proof of concept', () => {
  it('is asked for by the system, due in 14 days, with a note that says why, and one audit event', async () => {
    const place = await room({ Stuck: 'poc:91' });
    await run(place);
    const { gate, auditEvents, agingLevel } = await only(place);
    expect(agingLevel).toBe('STUCK');
    const note =
      'The system asks for this review, for the initiative is STUCK: 91 days in PoC. ' +
      'Only 0 initiatives have left the stage before, too few to compare with. The time box of the stage is 90 days.';
    expect(gate).toEqual({
      definition: { key: 'g2' },
      currentReview: {
        id: expect.any(String),
        note,
        dueOn: '2026-07-23',
        requestedBy: { id: SYSTEM_USER_ID, name: 'Tollgate' },
      },
    });
    expect(auditEvents.nodes[0]).toEqual({
      action: 'gateReview.requested',
      actor: { id: SYSTEM_USER_ID },
      changes: { gateKey: 'g2', dueOn: '2026-07-23', note },
    });
  });

  it('is due in 14 days also where the day comes late, and tells of the day on which it is asked for', async () => {
    const place = await room({ Stuck: 'poc:91' });
    const missed = today();
    at('2026-07-30T10:00:00Z');
    await server.app.get(ReviewStuckPocs).run(place.id, missed);
    const { currentReview } = (await only(place)).gate;
    expect(currentReview.dueOn).toBe('2026-08-13');
    expect(currentReview.note).toMatch(/ STUCK: 112 days in PoC| ZOMBIE: 112 days in PoC/);
  });

  it('is asked for only of what is ACTIVE and STUCK in a stage of category POC, and of nothing in another portfolio', async () => {
    const place = await room({
      Aging: 'poc:90',
      Discovery: 'discovery:400',
      Pilot: 'pilot:400',
      Stuck: 'discovery:500;poc:100;discovery:40;poc:31',
    });
    const other = await room({ Stuck: 'poc:91' });
    const held = await room({ Held: 'poc:200' });
    await carryOut(held, (tx, move, initiative, stamp) => move.toStatus(tx, initiative, 'ON_HOLD', 'Wait', stamp));
    await run(place);
    await run(held);
    const reviewed = (await initiatives(place)).filter(
      ({ gate }: { gate: { currentReview: unknown } | null }) => gate?.currentReview,
    );
    expect(reviewed.map(({ name }: { name: string }) => name)).toEqual(['Stuck']);
    expect([await asked(other), await asked(held)]).toEqual([0, 0]);
  });

  it('is asked for of a ZOMBIE too, which stays one, for what the system does is no activity', async () => {
    const place = await room({ Zombie: 'poc:80' });
    at('2026-08-20T10:00:00Z');
    expect(await only(place)).toMatchObject({ agingLevel: 'ZOMBIE' });
    await run(place);
    const { agingLevel, gate } = await only(place);
    expect(agingLevel).toBe('ZOMBIE');
    expect(gate.currentReview.note).toMatch(/There was no evidence, effort, measurement or update for 30 days\.$/);
  });

  it('is asked for once, however often the system looks, also twice at the same time', async () => {
    const place = await room({ Stuck: 'poc:91' });
    await Promise.all([run(place), run(place), run(place)]);
    await run(place);
    expect(await asked(place)).toBe(1);
  });

  it('is not asked for while another one is open', async () => {
    const place = await room({ Stuck: 'poc:91' });
    const { id } = await only(place);
    await place.manager.ask(
      'mutation ($id: ID!) { gateReviewRequest(initiativeId: $id, input: {}) { userErrors { message } } }',
      { id },
    );
    await run(place);
    expect(await asked(place)).toBe(0);
  });

  it('is not asked for again after it was cancelled', async () => {
    const place = await room({ Stuck: 'poc:91' });
    await run(place);
    const { gate } = await only(place);
    const { gateReviewCancel } = await place.manager.ask(
      'mutation ($id: ID!) { gateReviewCancel(reviewId: $id, reason: "We talk on Monday") { userErrors { message } } }',
      { id: gate.currentReview.id },
    );
    expect(gateReviewCancel.userErrors).toEqual([]);
    at('2026-07-10T10:00:00Z');
    await run(place);
    expect(await asked(place)).toBe(1);
    expect((await only(place)).gate.currentReview).toBeNull();
  });

  it('is not asked for again after its decision, until the initiative comes back to the stage', async () => {
    const place = await room({ Stuck: 'poc:91' });
    await run(place);
    const { gate, version } = await only(place);
    await decide(place, gate.currentReview.id as string, version as number, 'HOLD');
    at('2026-07-12T10:00:00Z');
    await resume(place);
    expect(await only(place)).toMatchObject({ status: 'ACTIVE', agingLevel: 'STUCK' });
    await run(place);
    expect(await asked(place)).toBe(1);

    at('2026-07-13T10:00:00Z');
    await carryOut(place, (tx, move, initiative, stamp) => move.toStage(tx, initiative, 'discovery', stamp));
    await run(place);
    expect(await asked(place)).toBe(1);
    at('2026-07-20T10:00:00Z');
    await carryOut(place, (tx, move, initiative, stamp) => move.toStage(tx, initiative, 'poc', stamp));
    await run(place);
    expect(await asked(place)).toBe(2);
    expect((await only(place)).gate.currentReview.dueOn).toBe(addDays(parseCalendarDate('2026-07-20')!, 14));
  });

  it('is asked for of the others where one fails, and of that one the next time', async () => {
    const place = await room({ One: 'poc:91', Two: 'poc:92', Three: 'poc:93' });
    const [, broken] = (await initiatives(place)).map(({ id }: { id: string }) => id).toSorted();
    await server.source.query(
      `ALTER TABLE gate_review ADD CONSTRAINT broken CHECK (initiative_id <> '${broken}' OR requested_by <> '${SYSTEM_USER_ID}')`,
    );
    await expect(run(place)).rejects.toThrow('1 of 3 failed');
    expect(await asked(place)).toBe(2);
    await server.source.query('ALTER TABLE gate_review DROP CONSTRAINT broken');
    await run(place);
    expect(await asked(place)).toBe(3);
  });
});
