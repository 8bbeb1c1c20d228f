import type pg from 'pg';
import { log } from '../logging.js';
import { inOwnSession, waitUntil } from './own-session.js';

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const HEARTBEAT_MS = 10_000;

/**
 * Listens on a channel of PostgreSQL, on a connection of its own; a connection that is lost is made anew, after a pause that
 * grows from a tenth of a second to five. It wakes at each notification and whenever it has begun to listen, for in between it
 * heard nothing: what is to be read stands in a table.
 */
export class Listener {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private failures = 0;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly onWake: () => void,
  ) {}

  /** Begins to listen, in the background. */
  start(): void {
    this.running ??= this.listen();
  }

  /** Ends for good. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async listen(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.listenOnce();
      } catch (error) {
        if (this.failures === 0) {
          // Not the whole error: it holds the connection, secrets included.
          log.warn(
            { reason: error instanceof Error ? error.message : error },
            'a listener lost its connection and seeks another',
          );
        }
      }
      const longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** this.failures);
      this.failures += 1;
      // Many processes that lost the same database do not come back at the same instant.
      await waitUntil(longest * (0.5 + Math.random() / 2), signal);
    }
  }

  /** From a new connection to its end. */
  private listenOnce(): Promise<void> {
    const manner = { name: 'tollgate-listener', until: this.stopping.signal };
    return inOwnSession(this.url, manner, async ({ client, over }) => {
      client.on('notification', this.onWake);
      await client.connect();
      // Missing in its types only.
      (client as pg.Client & { unref(): void }).unref();
      await client.query(`LISTEN ${this.channel}`);
      this.failures = 0;
      this.onWake();
      while (!over.signal.aborted) {
        await waitUntil(HEARTBEAT_MS, over.signal);
        await client.query('SELECT 1');
      }
    });
  }
}
