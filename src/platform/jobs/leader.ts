import type pg from 'pg';
import { inOwnSession, waitUntil } from '../database/own-session.js';
import { log } from '../logging.js';

/** What is done by one process at a time. */
export interface Duties {
  /** Begins them. `resign` gives the lead up, for somebody, perhaps oneself again, to begin anew. */
  begin(resign: () => void): Promise<void>;
  /** Ends them, also where `begin` failed halfway. */
  end(): Promise<void>;
}

const POLL_MS = 2_000;
const HEARTBEAT_MS = 5_000;

// Should the network between us fail silently, PostgreSQL finds out within half a minute and gives the lock to another.
const KEEPALIVE = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';

/**
 * Sees to it that of all processes on a database one leads: it holds an advisory lock on a connection of its own, and with
 * the connection it loses the lead. The others ask every two seconds, so one that is killed is followed at once.
 */
export class Leader {
  private readonly stopping = new AbortController();
  private running: Promise<void> | null = null;
  private isLeading = false;

  constructor(
    private readonly url: string,
    private readonly lock: number,
    private readonly duties: Duties,
  ) {}

  get leads(): boolean {
    return this.isLeading;
  }

  /** Begins to strive for the lead, in the background. */
  start(): void {
    this.running ??= this.strive();
  }

  /** Ends its duties, then lets go of the lead. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async strive(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.oneTerm();
      } catch (error) {
        log.warn({ reason: error instanceof Error ? error.message : error }, 'the lead was lost and is sought again');
      }
      await waitUntil(POLL_MS, signal);
    }
  }

  /** From a new connection to its end: waits for the lead, does its duties, gives it up. */
  private oneTerm(): Promise<void> {
    const manner = { name: 'tollgate-leader', options: KEEPALIVE, until: this.stopping.signal };
    return inOwnSession(this.url, manner, async ({ client, over }) => {
      await client.connect();
      if (await this.comesToLead(client, over.signal)) {
        await this.lead(client, over);
      }
    });
  }

  private async comesToLead(client: pg.Client, over: AbortSignal): Promise<boolean> {
    while (!over.aborted) {
      const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [this.lock]);
      if (rows[0]?.taken) {
        return true;
      }
      await waitUntil(POLL_MS, over);
    }
    return false;
  }

  private async lead(client: pg.Client, over: AbortController): Promise<void> {
    try {
      await this.duties.begin(() => {
        over.abort();
      });
      this.isLeading = true;
      while (!over.signal.aborted) {
        await client.query('SELECT 1');
        await waitUntil(HEARTBEAT_MS, over.signal);
      }
    } finally {
      this.isLeading = false;
      await this.duties.end();
    }
  }
}
