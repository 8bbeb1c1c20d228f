import { instantOf, type Instant } from '../../domain/basics/instant.js';
import type { ConnectionSettings } from '../../domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { instantAt, localDateAt } from '../reading/instants.js';
import { at, isObject, isThere, textAt } from '../reading/json.js';
import { readBody } from '../reading/read-body.js';
import type { Normalized, RawDelivery } from '../tool-adapter.js';
import { DATA, GENERIC_TYPES, type GenericType } from './canonical-event-schema.js';
import { ACTOR, TIMESTAMP, type Fields } from './canonical-fields.js';
import { dataOf } from './data-of.js';
import { READERS } from './generic-events.js';
import { genericUser } from './generic-ticket.js';
import { schemaProblems } from './schema-problems.js';
import { tidied } from './tidied.js';

const SECONDS = /^\d{1,11}$/;
const AROUND: Fields = { timestamp: TIMESTAMP, actor: ACTOR };

const unreadable = (why: string): readonly CanonicalEvent[] => [{ type: 'unreadable', why }];

/** The signed instant of the sending, which is always there in a delivery that was authenticated. */
const sentAt = (delivery: RawDelivery): Instant | null => {
  const seconds = delivery.headers['webhook-timestamp'] ?? '';
  return SECONDS.test(seconds) ? instantOf(Number(seconds) * 1000) : null;
};

const LONGEST_AHEAD_MS = 86_400_000;

/** The newest instant counts for good, so one that is far ahead of the clock would keep out all that is told after it. */
const problemsOfTime = (event: unknown, sent: Instant | null): readonly string[] => {
  const told = { timestamp: instantAt(event, 'timestamp') };
  const inData = { 'data/updatedAt': instantAt(event, 'data', 'updatedAt'), 'data/at': instantAt(event, 'data', 'at') };
  return Object.entries({ ...told, ...inData }).flatMap(([name, instant]) =>
    instant !== null && sent !== null && Date.parse(instant) - Date.parse(sent) > LONGEST_AHEAD_MS
      ? [`${name} is ${instant}, more than a day after it was sent`]
      : [],
  );
};

/** The day as it is written; of milliseconds since 1970, in which no zone is written, the day in UTC. */
const dayOf = (startedAt: unknown): unknown =>
  localDateAt(startedAt) === null && !isObject(startedAt) ? (instantAt(startedAt) ?? startedAt) : startedAt;

/** The event in the form of the schema. Who began the work on a day says the day of the work. */
const eventIn = (type: GenericType, body: unknown): Readonly<Record<string, unknown>> => {
  const given = dataOf(type, body);
  if (!isObject(given)) {
    return { type, ...tidied(AROUND, body), ...(given === undefined ? {} : { data: given }) };
  }
  const { fields } = DATA[type];
  const isDayless = 'localDate' in fields && !isThere(given, 'localDate');
  const data = isDayless ? { ...given, localDate: dayOf(at(given, 'startedAt')) } : given;
  return { type, ...tidied(AROUND, body), data: tidied(fields, data) };
};

/** What a delivery to the generic hook comes to. A `body` of undefined is read from the bytes. */
export const normalizeGeneric = (delivery: RawDelivery, given: unknown, settings: ConnectionSettings): Normalized => {
  const body = given === undefined ? readBody(delivery) : given;
  const eventName = textAt(body, 'type');
  const type = GENERIC_TYPES.find((each) => each === eventName);
  if (eventName === null) {
    const why = isObject(body) ? 'The body has no type.' : 'The body is no JSON object.';
    return { eventName, actor: null, events: unreadable(why) };
  }
  if (type === undefined) {
    return { eventName, actor: null, events: [{ type: 'ignored', why: eventName }] };
  }
  const event = eventIn(type, body);
  const sent = sentAt(delivery);
  const toldAt = instantAt(event, 'timestamp') ?? sent;
  const problems = [
    ...schemaProblems(event),
    ...problemsOfTime(event, sent),
    ...(toldAt === null && !isThere(event, 'timestamp') ? ['timestamp is missing'] : []),
  ];
  const actor = genericUser(event, 'actor');
  const data = at(event, 'data');
  return {
    eventName,
    actor: actor ?? genericUser(data, 'author') ?? genericUser(data, 'by'),
    events:
      toldAt === null || problems.length > 0
        ? unreadable(`The body does not fit the schema: ${problems.join('; ')}.`)
        : READERS[type]({ data, toldAt, actor, settings }),
  };
};
