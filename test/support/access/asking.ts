import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { ChangeFollowers } from '../../../src/modules/subscriptions/queries/change-followers.js';
import { hear, socketClient } from '../live.js';
import { until } from '../until.js';
import type { Answer, Json } from '../server.js';
import type { Caller } from './callers.js';
import { DOCUMENTS } from './documents.js';
import type { FieldRow } from './field-rows.js';
import type { RestRow, Sent } from './rest-rows.js';
import type { Row, Variables } from './row.js';
import type { Answered } from './rules.js';
import type { World } from './world.js';

const IS_ID = /^[\da-f]{8}-/;
const NO_JOB = '999999999';

/** An id or key of the same form, of nothing at all. */
const unknownLike = (target: string): string =>
  IS_ID.test(target) ? randomUUID() : /^\d+$/.test(target) ? NO_JOB : target.includes('-') ? 'NONE-1' : 'NONE';

/** An answer without what was asked about, so that two can be held against each other. */
const masked = (text: string, about: string): string => (about === '' ? text : text.replaceAll(about, '<it>'));

/** How somebody was answered, and for those who were let through what refused them then: `ALLOWED, WRONG_STATE`. */
export const outcome = (answered: Answered, refusals: readonly string[] = []): string =>
  [answered, ...(answered === 'ALLOWED' ? new Set(refusals) : [])].join(', ');

const request = async (world: World, { token }: Caller, method: string, { path, headers, body }: Sent) =>
  fetch(`${world.server.url}${path}`, {
    method,
    headers: { ...headers, ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
    body: body ?? null,
  });

const post = async (world: World, caller: Caller, query: string, variables: Variables): Promise<Answer> => {
  const sent = {
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  };
  const response = await request(world, caller, 'POST', sent);
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
};

/** The refusals of a payload and of its rows. */
const refusalsIn = (value: Json): readonly string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, inner]) =>
        key === 'userErrors' ? (inner as Json[]).map(({ code }) => code as string) : refusalsIn(inner),
      );

const barredBy = (codes: readonly string[]): Answered | null =>
  (['UNAUTHENTICATED', 'FORBIDDEN'] as const).find((code) => codes.includes(code)) ?? null;

/**
 * Has somebody ask for an operation. UNKNOWN is what cannot be told from the answer to the same about an id or key that is
 * none; whoever is let through finds what nobody from outside does.
 */
export const askRow = async (
  world: World,
  caller: Caller,
  row: Row,
  document = DOCUMENTS.get(row.operation)!,
): Promise<string> => {
  const target = (await row.target?.(world, caller)) ?? '';
  const ask = (about: string): Promise<Answer> =>
    post(world, caller, document, row.variables?.(about, world, caller) ?? {});
  const answer = await ask(target);
  const codes = answer.errors?.map(({ extensions }) => extensions.code) ?? [];
  const barred = barredBy(codes);
  if (barred !== null) {
    return outcome(barred);
  }
  if (row.holds && !JSON.stringify(answer.data).includes(row.holds(world, caller))) {
    return outcome('UNKNOWN');
  }
  if (target !== '') {
    const unknown = unknownLike(target);
    if (masked(JSON.stringify(answer), target) === masked(JSON.stringify(await ask(unknown)), unknown)) {
      return outcome('UNKNOWN');
    }
  }
  return outcome('ALLOWED', [...codes, ...refusalsIn(answer.data)]);
};

/** Has somebody ask for a field, and reads how it answers. */
export const askField = async (world: World, caller: Caller, row: FieldRow): Promise<string> => {
  const { data, errors = [] } = await post(world, caller, row.query, row.variables(world));
  const barred = barredBy(errors.map(({ extensions }) => extensions.code));
  return outcome(barred ?? row.read(data));
};

// How a socket is closed whose client is not let in.
const NOT_LET_IN = 4403;
const BARRED: Readonly<Record<number, Answered>> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN' };

/** Has somebody use a route. It is UNKNOWN, and let through, as for operations; any other status is told as it is. */
export const askRoute = async (world: World, caller: Caller, row: RestRow): Promise<string> => {
  const [method = ''] = row.route.split(' ');
  const target = row.target?.(world) ?? '';
  const use = async (about: string): Promise<{ readonly status: number; readonly text: string }> => {
    const response = await request(world, caller, method, row.send(about, world, caller));
    return { status: response.status, text: masked(await response.text(), about) };
  };
  const answer = await use(target);
  const barred = BARRED[answer.status];
  if (barred !== undefined) {
    return outcome(barred);
  }
  if (target !== '' && isDeepStrictEqual(answer, await use(unknownLike(target)))) {
    return outcome('UNKNOWN');
  }
  return answer.status === (row.status ?? 200) ? outcome('ALLOWED') : `${answer.status} ${answer.text}`;
};

/** Has somebody follow the changes of a portfolio, until it is known whether they are told of any. */
export const askSubscription = async (world: World, caller: Caller, row: Row): Promise<string> => {
  const followers = world.server.app.get(ChangeFollowers, { strict: false });
  const client = socketClient(world.server.url, caller.token === '' ? null : caller.token);
  const follow = async (key: string): Promise<string | null> => {
    const before = followers.count;
    const hearing = hear(client, { portfolioKey: key }, DOCUMENTS.get(row.operation));
    await until('a subscription to stand or to fail', () => hearing.isOver || followers.count > before);
    if (!hearing.isOver) {
      hearing.end();
      await until('the subscription to end', () => followers.count === before);
      return null;
    }
    const ended = (await hearing.ended) as { readonly code?: number } | null;
    const told = JSON.stringify(hearing.answers.length > 0 ? hearing.answers : ended);
    return ended?.code === NOT_LET_IN ? 'UNAUTHENTICATED' : masked(told, key);
  };
  try {
    const told = await follow(world.key);
    if (told === null || told === 'UNAUTHENTICATED') {
      return outcome(told ?? 'ALLOWED');
    }
    return told === (await follow(unknownLike(world.key))) ? outcome('UNKNOWN') : told;
  } finally {
    await client.dispose();
  }
};
