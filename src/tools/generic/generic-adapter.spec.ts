import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { Webhook } from 'standardwebhooks';
import { deliveryOf, SETTINGS } from '../../../test/support/expected-fixtures.js';
import { describeWithShared } from '../../../test/support/shared.js';
import { signatureCasesOf } from '../../../test/support/signature-cases.js';
import { checkTotal } from '../../../test/support/total-adapter.js';
import { instantOf } from '../../domain/basics/instant.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { CANONICAL_EVENT_SCHEMA, genericAdapter } from './generic-adapter.js';

const AT = '2026-11-29T09:30:00.000Z';

const event = (type: string, data: unknown, beside: object = {}): Readonly<Record<string, unknown>> => ({
  type,
  timestamp: AT,
  data,
  ...beside,
});

const read = (json: unknown, settings = SETTINGS, headers = {}) =>
  genericAdapter.normalize(deliveryOf(json, headers), json, settings);

const eventsOf = (json: unknown, settings = SETTINGS, headers = {}): readonly CanonicalEvent[] =>
  read(json, settings, headers).events;

const whyOf = (json: unknown): string => {
  const [first] = eventsOf(json);
  return first?.type === 'unreadable' ? first.why : `read as ${JSON.stringify(first)}`;
};

const TICKET = { externalId: 'c83c5e53', title: 'Promote the scoring service' };
const WORKLOG = { externalId: 'w-1', ticketExternalId: 'c83c5e53', localDate: '2026-11-27', seconds: 21_600 };
const EMPTY = {
  externalId: 'c83c5e53',
  key: 'c83c5e53',
  previousKeys: [],
  url: null,
  projectKey: null,
  parentExternalId: null,
  title: 'Promote the scoring service',
  type: null,
  statusName: null,
  statusCategory: 'UNKNOWN',
  toldCategory: 'UNKNOWN',
  resolution: null,
  labels: [],
  components: [],
  points: null,
  originalEstimateSeconds: null,
  timeSpentSeconds: null,
  remainingSeconds: null,
  assignee: null,
  createdAt: null,
  updatedAt: AT,
  resolvedAt: null,
  revision: null,
};

describe('A delivery to the generic hook is authentic', () => {
  it('when it is signed as any library of Standard Webhooks signs it', () => {
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const text = JSON.stringify(event('ticket.upserted', TICKET));
    const signature = new Webhook(secret).sign('msg-1', new Date(AT), text);
    const headers = { 'webhook-id': 'msg-1', 'webhook-timestamp': '1795944600', 'webhook-signature': signature };
    const ask = (now: string, secrets: readonly string[]) =>
      genericAdapter.authenticate({ headers, body: Buffer.from(text) }, secrets, instantOf(Date.parse(now)));

    expect(ask(AT, [secret])).toEqual({ ok: true });
    expect(ask('2026-11-29T09:35:01Z', [secret])).toMatchObject({ ok: false, why: 'STALE' });
    expect(ask(AT, ['whsec_AAAA'])).toMatchObject({ ok: false, why: 'WRONG' });
    expect(genericAdapter.deliveryKey({ headers, body: Buffer.from(text) }, {})).toBe('msg-1');
  });
});

describe('An instant far ahead of the sending', () => {
  const sent = { 'webhook-timestamp': String(Date.parse(AT) / 1000) };
  const ticketAt = (updatedAt: string) => eventsOf(event('ticket.upserted', { ...TICKET, updatedAt }), SETTINGS, sent);

  it('is not read: it would keep out all that is told after it', () => {
    expect(ticketAt('2026-11-30T09:30:00.001Z')).toEqual([
      {
        type: 'unreadable',
        why: 'The body does not fit the schema: data/updatedAt is 2026-11-30T09:30:00.001Z, more than a day after it was sent.',
      },
    ]);
    const gone = event('ticket.deleted', { externalId: 'c83c5e53', at: '2099-01-01T00:00:00Z' });
    expect(eventsOf(gone, SETTINGS, sent)).toMatchObject([{ type: 'unreadable' }]);
  });

  it('is read up to a day ahead: clocks differ, and zones are forgotten', () => {
    expect(ticketAt('2026-11-30T09:30:00.000Z')).toMatchObject([{ type: 'ticket.upserted' }]);
  });
});

describeWithShared('fixtures/signatures.json', 'The signature cases of Standard Webhooks', () => {
  it.each(signatureCasesOf('standard-webhooks'))('$title', ({ secret, body: text, headers, accept, now }) => {
    const { headers: lowered } = deliveryOf(null, headers);

    expect(
      genericAdapter.authenticate({ headers: lowered, body: Buffer.from(text) }, [secret], instantOf(now ?? 0)).ok,
    ).toBe(accept);
  });
});

describe('The schema of the generic hook', () => {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);

  it('is JSON, is a schema, and takes its own examples, each of which is read', () => {
    const schema = JSON.parse(JSON.stringify(CANONICAL_EVENT_SCHEMA)) as { examples: readonly unknown[] };
    const fits = ajv.compile(schema);

    expect(schema.examples).toHaveLength(6);
    schema.examples.forEach((example) => {
      expect(fits(example)).toBe(true);
      expect(eventsOf(example)).toMatchObject([{ type: (example as { type: string }).type }]);
    });
  });

  it('describes every field and shows an example of it', () => {
    const { $defs } = CANONICAL_EVENT_SCHEMA as { $defs: Record<string, { properties: Record<string, object> }> };
    const fields = Object.values($defs).flatMap(({ properties }) => Object.values(properties));

    expect(fields).not.toContainEqual(expect.not.objectContaining({ description: expect.any(String) as unknown }));
    expect(fields).not.toContainEqual(expect.not.objectContaining({ examples: expect.any(Array) as unknown }));
  });
});

describe('An event for the generic hook', () => {
  it('of a ticket is read whole', () => {
    const data = {
      ...TICKET,
      key: 'CHG0000031',
      previousKeys: ['CHG0000007', 'CHG0000031'],
      url: 'https://acme.service-now.com/x',
      projectKey: 'SCORING',
      parentExternalId: 'p',
      type: 'Change',
      statusName: 'Implement',
      statusCategory: 'IN_PROGRESS',
      toldCategory: 'IN_PROGRESS',
      resolution: 'Successful',
      labels: ['people', 'people'],
      components: ['rollout'],
      points: 2.5,
      originalEstimateSeconds: 1,
      timeSpentSeconds: 2,
      remainingSeconds: 3,
      assignee: { externalId: 'u-17', displayName: 'Ada' },
      createdAt: '2026-11-01T10:00:00+01:00',
      updatedAt: '2026-11-28T10:00:00Z',
      resolvedAt: '2026-11-28T11:00:00Z',
      revision: 4,
      color: 'red',
    };

    expect(read(event('ticket.upserted', data, { actor: { externalId: 'u-2', displayName: 'Bo' } }))).toEqual({
      eventName: 'ticket.upserted',
      actor: { externalId: 'u-2', displayName: 'Bo' },
      events: [
        {
          type: 'ticket.upserted',
          changes: [],
          ticket: {
            ...EMPTY,
            key: 'CHG0000031',
            previousKeys: ['CHG0000007'],
            url: 'https://acme.service-now.com/x',
            projectKey: 'SCORING',
            parentExternalId: 'p',
            type: 'Change',
            statusName: 'Implement',
            statusCategory: 'IN_PROGRESS',
            toldCategory: 'IN_PROGRESS',
            resolution: 'Successful',
            labels: ['people'],
            components: ['rollout'],
            points: '2.5',
            originalEstimateSeconds: 1,
            timeSpentSeconds: 2,
            remainingSeconds: 3,
            assignee: { externalId: 'u-17', displayName: 'Ada' },
            createdAt: '2026-11-01T09:00:00.000Z',
            updatedAt: '2026-11-28T10:00:00.000Z',
            resolvedAt: '2026-11-28T11:00:00.000Z',
            revision: 4,
          },
        },
        {
          type: 'effort.counter',
          ticketExternalId: 'c83c5e53',
          cumulativeSeconds: 2,
          previousSeconds: null,
          by: { externalId: 'u-2', displayName: 'Bo' },
          at: '2026-11-28T10:00:00.000Z',
          revision: 4,
        },
      ],
    });
  });

  it('of a ticket needs an id and a title only', () => {
    expect(eventsOf(event('ticket.upserted', TICKET))).toEqual([
      { type: 'ticket.upserted', ticket: EMPTY, changes: [] },
    ]);
  });

  it('of a ticket has the category the settings say, then its own', () => {
    const settings = { ...SETTINGS, statusCategories: { Implement: 'DONE' } as const };
    const data = { ...TICKET, statusName: 'Implement', statusCategory: 'TODO' };

    expect(eventsOf(event('ticket.upserted', data), settings)).toMatchObject([{ ticket: { statusCategory: 'DONE' } }]);
    expect(eventsOf(event('ticket.upserted', data))).toMatchObject([{ ticket: { statusCategory: 'TODO' } }]);
  });

  it.each(['ticket.deleted', 'ticket.restored'])('is %s', (type) => {
    expect(eventsOf(event(type, { externalId: 'c83c5e53' }))).toEqual([
      { type, externalId: 'c83c5e53', at: AT, ticket: null },
    ]);
    expect(eventsOf(event(type, { externalId: 'c83c5e53', at: '2026-11-28T10:00:00Z' }))).toMatchObject([
      { at: '2026-11-28T10:00:00.000Z' },
    ]);
  });

  it('is a worklog, of who did it unless it says of whom', () => {
    const worklog = { ...WORKLOG, author: null, updatedAt: AT };

    expect(eventsOf(event('worklog.upserted', WORKLOG))).toEqual([{ type: 'worklog.upserted', worklog }]);
    expect(
      eventsOf(
        event('worklog.upserted', { ...WORKLOG, updatedAt: '2026-11-28T10:00:00Z' }, { actor: { externalId: 'u' } }),
      ),
    ).toMatchObject([{ worklog: { author: { externalId: 'u' }, updatedAt: '2026-11-28T10:00:00.000Z' } }]);
    expect(read(event('worklog.upserted', { ...WORKLOG, author: { externalId: 'a' } }))).toMatchObject({
      actor: { externalId: 'a' },
      events: [{ worklog: { author: { externalId: 'a' } } }],
    });
  });

  it('is a worklog whose day is that of its beginning, where it was written', () => {
    const data = { ...WORKLOG, localDate: undefined, startedAt: '2026-11-27T23:30:00-08:00' };

    expect(eventsOf(event('worklog.upserted', data))).toMatchObject([{ worklog: { localDate: '2026-11-27' } }]);
    for (const startedAt of [1_795_822_200_000, '1795822200000']) {
      expect(eventsOf(event('worklog.upserted', { ...data, startedAt }))).toMatchObject([
        { worklog: { localDate: new Date(1_795_822_200_000).toISOString().slice(0, 10) } },
      ]);
    }
    expect(whyOf(event('worklog.upserted', { ...data, startedAt: 'yesterday' }))).toContain(
      'data.localDate must match format',
    );
  });

  it('is a worklog that was deleted, with its ticket or without', () => {
    expect(eventsOf(event('worklog.deleted', { externalId: 'w-1' }))).toEqual([
      { type: 'worklog.deleted', externalId: 'w-1', ticketExternalId: null, at: AT },
    ]);
    expect(
      eventsOf(event('worklog.deleted', { externalId: 'w-1', ticketExternalId: 't', at: '2026-11-28T10:00:00Z' })),
    ).toMatchObject([{ ticketExternalId: 't', at: '2026-11-28T10:00:00.000Z' }]);
  });

  it('is a counter, where effort is counted by it', () => {
    const data = { ticketExternalId: 't', cumulativeSeconds: 9000, previousSeconds: 5400, by: { externalId: 'u' } };
    const counter = { type: 'effort.counter', cumulativeSeconds: 9000, previousSeconds: 5400, at: AT, revision: null };

    expect(read(event('effort.counter', data))).toMatchObject({ actor: { externalId: 'u' }, events: [counter] });
    expect(eventsOf(event('effort.counter', { ...data, at: '2026-11-28T10:00:00Z' }))).toMatchObject([
      { at: '2026-11-28T10:00:00.000Z' },
    ]);
    expect(eventsOf(event('effort.counter', data), { ...SETTINGS, effort: 'WORKLOGS' })).toEqual([
      { type: 'ignored', why: 'effort.counter' },
    ]);
  });

  it('is dated by its sending where it says no timestamp', () => {
    const json = event('ticket.upserted', TICKET, { timestamp: undefined });

    expect(eventsOf(json, SETTINGS, { 'webhook-timestamp': '1795944600' })).toMatchObject([
      { ticket: { updatedAt: '2026-11-29T09:30:00.000Z' } },
    ]);
    expect(whyOf(json)).toBe('The body does not fit the schema: timestamp is missing.');
  });
});

describe('The generic hook forgives', () => {
  it('what ServiceNow and n8n make of JSON', () => {
    const data = {
      externalId: { value: 4711, display_value: 'CHG0000031' },
      title: { value: '12', display_value: ' Promote it ' },
      statusName: { display_value: 'Implement', value: '3' },
      statusCategory: 'in progress',
      labels: 'people, rollout,',
      points: '2.50',
      timeSpentSeconds: '7200',
      remainingSeconds: '',
      resolution: null,
      assignee: { value: 'u-17', display_value: 'Ada' },
      createdAt: '2026-11-01 10:00:00',
      updatedAt: 1_795_944_600_000,
    };

    expect(eventsOf(event('ticket.upserted', data), { ...SETTINGS, effort: 'NONE' })).toMatchObject([
      {
        ticket: {
          externalId: '4711',
          title: 'Promote it',
          statusName: 'Implement',
          statusCategory: 'IN_PROGRESS',
          toldCategory: 'IN_PROGRESS',
          labels: ['people', 'rollout'],
          points: '2.5',
          timeSpentSeconds: 7200,
          remainingSeconds: null,
          resolution: null,
          assignee: { externalId: 'u-17', displayName: 'Ada' },
          createdAt: '2026-11-01T10:00:00.000Z',
          updatedAt: '2026-11-29T09:30:00.000Z',
        },
      },
    ]);
  });

  it('a person by the id alone, and a day with a time', () => {
    const data = { ...WORKLOG, author: 17, localDate: '2026-11-27 08:00:00', seconds: '60' };

    expect(eventsOf(event('worklog.upserted', data))).toMatchObject([
      { worklog: { author: { externalId: '17', displayName: null }, localDate: '2026-11-27', seconds: 60 } },
    ]);
  });
});

describe('An event without the envelope', () => {
  const COUNTER = { ...SETTINGS, effort: 'COUNTER' } as const;
  const bare = (json: object) => eventsOf({ ...json, timestamp: AT }, COUNTER);

  it('comes to the same as within it', () => {
    for (const [type, data, without] of [
      ['ticket.upserted', TICKET, { ticket: TICKET, changes: [] }],
      ['ticket.deleted', { externalId: 't', at: AT }, { ref: { connectionId: 'c', externalId: 't' }, at: AT }],
      ['ticket.restored', { externalId: 't', at: AT }, { externalId: 't', at: AT }],
      ['worklog.upserted', WORKLOG, { worklog: WORKLOG }],
      ['worklog.deleted', { externalId: 'w', at: AT }, { connectionId: 'c', externalId: 'w', at: AT }],
      [
        'effort.counter',
        { ticketExternalId: 't', cumulativeSeconds: 60, previousSeconds: 0, at: AT },
        { ref: { externalId: 't' }, cumulativeSeconds: 60, previousSeconds: 0, at: AT },
      ],
    ] as const) {
      expect(bare({ type, ...without })).toEqual(bare({ type, data }));
      expect(bare({ type, data })[0]?.type).toBe(type);
    }
  });

  it('says that data is missing where nothing else is there', () => {
    for (const type of ['ticket.upserted', 'ticket.deleted', 'worklog.upserted', 'worklog.deleted', 'effort.counter']) {
      expect(bare({ type, ticket: 'x', ref: {} })).toMatchObject([
        { type: 'unreadable', why: expect.stringContaining('data') },
      ]);
    }
  });
});

describe('The generic hook says what is wrong', () => {
  it('all at once, with the paths', () => {
    const data = {
      externalId: '',
      title: ['x'],
      url: 'javascript:alert(1)',
      statusCategory: 'SOMETHING',
      toldCategory: 'SOMETHING',
      points: 'many',
      timeSpentSeconds: -1,
      assignee: { displayName: 'Ada' },
      updatedAt: 'yesterday',
    };

    expect(whyOf(event('ticket.upserted', data, { timestamp: 'now', actor: true }))).toBe(
      'The body does not fit the schema: data.externalId is missing; data.title must be string; ' +
        'data.url must match pattern "^https?://"; ' +
        'data.statusCategory must be one of TODO, IN_PROGRESS, DONE, CANCELED, UNKNOWN; ' +
        String.raw`data.points must match pattern "^-?\d{1,20}(\.\d{1,10})?$"; data.timeSpentSeconds must be >= 0; ` +
        'data.assignee.externalId is missing; data.updatedAt must match format "date-time"; ' +
        'timestamp must match format "date-time"; actor.externalId must be string.',
    );
  });

  it.each([
    [event('worklog.upserted', { ...WORKLOG, seconds: 0 }), 'data.seconds must be >= 1'],
    [event('worklog.upserted', { ...WORKLOG, localDate: '2026-02-30' }), 'data.localDate must match format "date"'],
    [event('effort.counter', {}), 'data.ticketExternalId is missing; data.cumulativeSeconds is missing'],
    [event('ticket.deleted', null), 'data must be object'],
    [event('ticket.deleted', 7), 'data must be object'],
    [event('ticket.deleted', undefined), 'data is missing'],
    [{}, 'The body has no type.'],
    [[], 'The body is no JSON object.'],
    [event('ticket.deleted', { externalId: '\u0000' }), 'data.externalId holds nothing that can be read.'],
    [event('ticket.restored', { externalId: '\u0000' }), 'data.externalId holds nothing that can be read.'],
    [event('worklog.deleted', { externalId: '\u0000' }), 'data.externalId holds nothing that can be read.'],
    [event('ticket.upserted', { ...TICKET, title: '\u0000' }), 'data.externalId or data.title holds nothing'],
    [
      event('worklog.upserted', { ...WORKLOG, externalId: '\u0000' }),
      'An id, the day or the time of the worklog holds',
    ],
    [event('effort.counter', { ticketExternalId: '\u0000', cumulativeSeconds: 1 }), 'data.ticketExternalId or'],
  ])('of %j', (json, why) => {
    expect(whyOf(json)).toContain(why);
  });

  it('at most twenty things of it', () => {
    const labels = Array.from({ length: 30 }, () => 7);

    expect(whyOf(event('ticket.upserted', { ...TICKET, labels }))).toMatch(/; and 10 more\.$/);
  });

  it('and ignores types it does not know', () => {
    expect(read(event('deploy.finished', {}))).toEqual({
      eventName: 'deploy.finished',
      actor: null,
      events: [{ type: 'ignored', why: 'deploy.finished' }],
    });
    expect(
      genericAdapter.normalize({ headers: {}, body: Buffer.from('{"type":"ping"}') }, undefined, SETTINGS),
    ).toEqual({
      eventName: 'ping',
      actor: null,
      events: [{ type: 'ignored', why: 'ping' }],
    });
  });
});

it('Whatever JSON comes to the generic hook, it is answered', () => {
  const { examples } = CANONICAL_EVENT_SCHEMA as { examples: readonly unknown[] };
  checkTotal(genericAdapter, 'generic', [{}, { 'webhook-id': 'm', 'webhook-timestamp': '1795944600' }], examples);
});
