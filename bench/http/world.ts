import pg from 'pg';
import { DIALECTS, type ContestantName } from './contestants/index.js';
import type { Asked } from './contestants/contestant.js';
import type { Running } from './contestants/start.js';
import type { World } from './operations/operation.js';

const MOST_INITIATIVES = 20_000;
const MOST_PAGES = 200;

const KNOWN = `SELECT id, key FROM initiative ORDER BY hashtext(key), key LIMIT ${MOST_INITIATIVES}`;
const ACTOR = `SELECT id FROM app_user WHERE email = 'person-1@bench.invalid'`;

/** Asks a contestant as anybody would; the body of its answer. */
export const askOnce = async ({ url, token }: Running, { method, path, body }: Asked): Promise<unknown> => {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: body === null ? null : JSON.stringify(body),
  });
  return response.json();
};

/** What all contestants are asked about: initiatives in no order, or all where there are not too many. */
export const readWorld = async (database: string): Promise<Omit<World, 'cursors' | 'run'>> => {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const { rows: initiatives } = await client.query<World['initiatives'][number]>(KNOWN);
    const { rows } = await client.query<{ id: string }>(ACTOR);
    return { portfolioKey: 'BENCH', initiatives, actorId: rows[0]?.id ?? '' };
  } finally {
    await client.end();
  }
};

/** Where the pages of a contestant's board begin, found as a reader finds them: page by page. */
export const readCursors = async (
  running: Running,
  world: Omit<World, 'cursors' | 'run'>,
): Promise<World['cursors']> => {
  const { asks, nextCursor } = DIALECTS[running.name satisfies ContestantName];
  const cursors: (string | null)[] = [null];
  for (let next: string | null = null; cursors.length < MOST_PAGES; cursors.push(next)) {
    const asked: Asked | undefined = asks.Q1?.({ ...world, cursors: [next], run: '' }, 0);
    next = asked ? nextCursor(await askOnce(running, asked)) : null;
    if (next === null) {
      break;
    }
  }
  return cursors;
};
