import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type pg from 'pg';
import { log } from '../logging.js';
import { isReachable, type Place } from './reachable.js';

const LOOK_EVERY_MS = 250;
/** A statement that nothing was heard of for so long is either slow, or asked of nobody. */
const SUSPICIOUS_MS = 1_250;
const ANSWERS_WITHIN_MS = 1_000;
/** One question may get lost on its way, or come to a host that is busy for a moment. */
const FAILURES = 2;
/** Who was found there is not asked again sooner. */
const TRUSTED_FOR_MS = 1_000;
/** A process that was that busy may have had no time to hear the answer. */
const TOO_BUSY_TO_HEAR = 0.9;

/** Missing in the types of the driver only. */
interface Inside {
  readonly readyForQuery: boolean;
  readonly connection: { readonly stream: Socket };
}

const inside = (client: pg.PoolClient): Inside => client as unknown as Inside;

interface Heard {
  readonly bytes: number;
  readonly at: number;
}

/**
 * Finds out that a database can no longer be reached although no connection to it has broken, as when a network swallows all that is sent:
 * once nothing was heard of a statement for a while it is asked, on a new connection, whether it is there at all. If not, whoever waits
 * for it is cut off, and nobody else is let to it until it answers again. A statement that only takes its time is left alone.
 */
export class Silence {
  private readonly asked = new Map<pg.PoolClient, Heard>();
  private readonly timer: NodeJS.Timeout;
  private isAsking = false;
  private trustedUntil = 0;
  private failures = 0;
  private away: Place | null = null;

  constructor() {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
  }

  /** Whether the database was found to be away, and has not answered since. */
  get isAway(): boolean {
    return this.away !== null;
  }

  /** From here on somebody asks something on this connection. */
  watch(client: pg.PoolClient): void {
    this.asked.set(client, { bytes: -1, at: performance.now() });
  }

  forget(client: pg.PoolClient): void {
    this.asked.delete(client);
  }

  end(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const silent = this.silent();
    const place = this.away ?? silent[0];
    if (this.isAsking || place === undefined || performance.now() < this.trustedUntil) {
      return;
    }
    this.isAsking = true;
    const before = performance.eventLoopUtilization();
    const isThere = await isReachable(place, ANSWERS_WITHIN_MS);
    this.isAsking = false;
    if (isThere) {
      this.found();
      return;
    }
    this.failures += 1;
    if (this.failures >= FAILURES && performance.eventLoopUtilization(before).utilization < TOO_BUSY_TO_HEAR) {
      this.lose(place);
    }
  }

  /** Connections on which something was asked, and nothing heard, for too long. */
  private silent(): pg.PoolClient[] {
    const now = performance.now();
    const silent: pg.PoolClient[] = [];
    for (const [client, heard] of this.asked) {
      const { readyForQuery, connection } = inside(client);
      const bytes = connection.stream.bytesRead;
      if (readyForQuery || bytes !== heard.bytes) {
        this.asked.set(client, { bytes, at: now });
      } else if (now - heard.at >= SUSPICIOUS_MS) {
        silent.push(client);
      }
    }
    return silent;
  }

  private found(): void {
    this.failures = 0;
    this.trustedUntil = performance.now() + TRUSTED_FOR_MS;
    if (this.away) {
      this.away = null;
      log.warn('the database answers again');
    }
  }

  private lose({ host, port }: Place): void {
    if (!this.away) {
      this.away = { host, port };
      log.error('the database does not answer any more; whoever waits for it is told so');
    }
    for (const client of this.silent()) {
      this.asked.delete(client);
      inside(client).connection.stream.destroy();
    }
  }
}
