import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant } from '../../src/domain/basics/instant.js';
import { Outbound } from '../../src/jobs/outbound/outbound.js';
import { servedSource } from '../support/served.js';
import { Networks } from '../../src/platform/http/networks.js';
import { Vault } from '../../src/platform/vault.js';
import { createServer } from '../../src/server.js';
import { chance } from '../support/chance.js';
import { foundCompany, type Company } from '../support/company.js';
import { runProgram } from '../support/processes.js';
import { answer, hang, startReceiver, type Receiver } from '../support/receiver.js';
import { startTestServer, type Json, type TestServer } from '../support/server.js';
import { TickingClock } from '../support/ticking-clock.js';
import { until } from '../support/until.js';

const KEY = randomBytes(32);
const LOOPBACK = Networks.of('127.0.0.0/8');
const SEED = Number(process.env.TOLLGATE_SEED ?? Date.now() % 1_000_000);
const WORKERS = 6;
const STEPS = 12;
const CREATE = `mutation ($input: WebhookEndpointCreateInput!) {
  webhookEndpointCreate(input: $input) { endpointId userErrors { message } }
}`;

/** What each action must be told as, written down anew: of criteria it depends on what they say. */
const TOLD_AS: Readonly<Record<string, (changes: Json) => readonly string[]>> = {
  'initiative.created': () => ['initiative.created'],
  'gateReview.requested': () => ['gate.review.requested'],
  'gate.decided': ({ stage }) => [
    'gate.decision.recorded',
    ...(stage.from === stage.to ? [] : ['initiative.stage.changed']),
  ],
};

describe('messages to others', () => {
  const clock = new TickingClock('2026-03-02T09:00:00.000Z' as Instant);
  const surroundings = { vault: new Vault(KEY), allowedNetworks: LOOPBACK };
  let server: TestServer;
  let company: Company;
  let receiver: Receiver;

  beforeAll(async () => {
    server = await startTestServer(clock, surroundings);
  });

  afterAll(async () => {
    await server.stop();
  });

  beforeEach(async () => {
    company = await foundCompany(server);
    receiver = await startReceiver();
    const events = [
      'GATE_DECIDED',
      'GATE_REVIEW_REQUESTED',
      'STAGE_CHANGED',
      'CRITERION_CHANGED',
      'INITIATIVE_CREATED',
    ];
    await company.admin.ask(CREATE, { input: { portfolioKey: company.key, url: receiver.url, events } });
  });

  afterEach(async () => {
    await receiver.stop();
  });

  it('survive the death of the process that was sending them, and come again under the same id', async () => {
    receiver.script(hang);
    await company.create();
    const worker = runProgram('run-outbound.ts', server.databaseUrl, clock.now(), KEY.toString('base64'));
    await until('the message', () => receiver.received.length === 1, 60_000);
    worker.child.kill('SIGKILL');
    await worker.ended;
    const outbound = server.app.get(Outbound);
    await outbound.drain();
    expect(receiver.received).toHaveLength(1);
    server.at('2026-03-02T09:10:00Z');
    await outbound.drain();
    const [first, second] = receiver.received;
    expect(receiver.received).toHaveLength(2);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
  }, 90_000);

  it(`are exactly those of what was committed, in order by initiative, whoever sends them (seed ${SEED})`, async () => {
    const source = await servedSource(server.databaseUrl);
    const other = await createServer({ source, clock, ...surroundings });
    const senders = [server.app.get(Outbound), other.get(Outbound)];
    const flaky = chance(SEED);
    receiver.always((response) => {
      answer(flaky(10) < 2 ? 500 : 204)(response, receiver.received[0]!);
    });
    const initiatives: string[] = [await company.create()];
    const work = async (number: number): Promise<void> => {
      const next = chance(SEED + number + 1);
      for (let step = 0; step < STEPS; step += 1) {
        const id = initiatives[next(initiatives.length)]!;
        const what = next(20);
        // Most of these are refused by somebody who was faster, or because nothing is ready: that must leave no trace.
        if (what < 4) {
          initiatives.push(await company.create({ name: `Of ${number}` }));
        } else if (what < 12) {
          await company.document(id, 'problem-statement', '2026-03-02').catch(() => null);
        } else if (what < 16) {
          await company.request(id).catch(() => null);
        } else {
          const { gate } = await company.standing(id);
          const review = gate?.currentReview?.id;
          await (review &&
            company.decide(company.gatekeepers[number % 3]!, id, review, { outcome: what < 19 ? 'GO' : 'HOLD' }));
        }
        await senders[number % 2]!.drain();
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, (_, number) => work(number)));
    for (let day = 3; day < 6; day += 1) {
      for (const hour of ['00', '08', '16']) {
        server.at(`2026-03-0${day}T${hour}:00:00Z`);
        await Promise.all(senders.map((sender) => sender.drain()));
      }
    }
    await other.close();
    await source.destroy();
    await expectExactlyTheCommitted(server, company, receiver);
  }, 120_000);
});

const expectExactlyTheCommitted = async (server: TestServer, company: Company, receiver: Receiver): Promise<void> => {
  const events = await server.source.query<{ key: string; sequence: number; body: string }[]>(
    `SELECT i.key, a.sequence, a.body FROM audit_event a JOIN initiative i ON a.chain = 'initiative:' || i.id
     JOIN portfolio p ON p.id = i.portfolio_id WHERE p.key = $1 ORDER BY i.key, a.sequence`,
    [company.key],
  );
  const due = events.flatMap(({ key, sequence, body }) => {
    const { action, changes } = JSON.parse(body) as { action: string; changes: Json };
    return (TOLD_AS[action]?.(changes) ?? []).map((type) => `${key} ${sequence} ${type}`);
  });
  const taken = new Map<string, Json>();
  for (const { headers, body } of receiver.received) {
    const { type, data } = JSON.parse(body);
    const id = String(headers['webhook-id']);
    const message = { id, what: `${data.initiative.key} ${data.sequence} ${type}`, data, type };
    expect(taken.get(id)?.what ?? message.what).toBe(message.what);
    taken.set(id, message);
  }
  const messages = [...taken.values()];
  const criteria = messages.filter(({ type }) => type === 'exit_criterion.changed');
  const others = messages.filter(({ type }) => type !== 'exit_criterion.changed');
  expect(others.map(({ what }) => what).toSorted()).toEqual(due.toSorted());
  expect(criteria.length).toBeGreaterThan(0);
  const keys = new Set(messages.map(({ data }) => data.initiative.key));
  for (const key of keys) {
    const own = messages.filter(({ data }) => data.initiative.key === key);
    const sequences = own.map(({ data }) => data.sequence);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    // What one message says a criterion became, the next one about it says it was.
    const last = new Map<string, string>();
    for (const { data } of own.filter(({ type }) => type === 'exit_criterion.changed')) {
      for (const { criterion, from, to } of data.criteria) {
        expect(from).toBe(last.get(criterion) ?? 'MISSING');
        expect(to).not.toBe(from);
        last.set(criterion, to);
      }
    }
  }
  const [{ count }] = await server.source.query(
    `SELECT count(*)::int AS count FROM webhook_message m JOIN portfolio p ON p.id = m.portfolio_id
     WHERE p.key = $1 AND m.status <> 'DELIVERED'`,
    [company.key],
  );
  expect(count).toBe(0);
};
