import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** What the product still has to do by itself about what was written. */
const WAITING = `
  SELECT (SELECT count(*) FROM (SELECT 1 FROM initiative_insight WHERE due_at <= now() LIMIT 1) AS i)
    + (SELECT count(*) FROM (SELECT 1 FROM initiative_change LIMIT 1) AS c) + (SELECT count(*) FROM (SELECT 1 FROM pending_mark LIMIT 1) AS m)
    + (SELECT count(*) FROM (SELECT 1 FROM effort_delta LIMIT 1) AS d) AS waiting`;
const EVERY_MS = 250;

/** Waits until nothing is left to be done, or for so long; so that what one contestant has to do is not done while another is asked. */
export const untilCalm = async (database: string, patienceMs = 60_000): Promise<boolean> => {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    const begun = performance.now();
    while (performance.now() - begun < patienceMs) {
      const { rows } = await client.query<{ waiting: number | string }>(WAITING);
      if (Number(rows[0]?.waiting) === 0) {
        return true;
      }
      await pause(EVERY_MS);
    }
    return false;
  } finally {
    await client.end();
  }
};
