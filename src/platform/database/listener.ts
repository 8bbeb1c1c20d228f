import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { log } from '../logging.js';

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
const HEARTBEAT_MS = 10_000;
const FAREWELL_MS = 1_000;

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
      await wait(longest * (0.5 + Math.random() / 2), signal);
    }
  }

  /** From a new connection to its end. */
  private async listenOnce(): Promise<void> {
    const over = new AbortController();
    const end = (): void => {
      over.abort();
    };
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
      application_name: 'tollgate-listener',
    });
    client.on('error', end).on('end', end);
    client.on('notification', this.onWake);
    this.stopping.signal.addEventListener('abort', end);
    try {
      await client.connect();
      // Missing in its types only.
      (client as pg.Client & { unref(): void }).unref();
      await client.query(`LISTEN ${this.channel}`);
      this.failures = 0;
      this.onWake();
      while (!over.signal.aborted) {
        await wait(HEARTBEAT_MS, over.signal);
        await client.query('SELECT 1');
      }
    } finally {
      this.stopping.signal.removeEventListener('abort', end);
      // Where the network is gone it would wait for an answer in vain.
      await Promise.race([client.end().catch(() => undefined), pause(FAREWELL_MS, undefined, { ref: false })]);
    }
  }
}

/** Waits, and not longer than until the signal. */
const wait = (milliseconds: number, until: AbortSignal): Promise<void> =>
  pause(milliseconds, undefined, { signal: until, ref: false }).catch(() => undefined);
