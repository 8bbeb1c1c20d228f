import cluster from 'node:cluster';
import { RateLimiterCluster, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { fault } from '../faults.js';

const MINUTE_SECONDS = 60;

/** What each client may take in a minute of all processes that share a port; the first of them counts. Whoever takes more is refused with RATE_LIMITED and the seconds to wait. */
export class MinuteAllowance {
  private readonly limiter: RateLimiterMemory | RateLimiterCluster | null;

  /** `what` names it among the others. `perMinute` of 0: any amount. `complaint` is what whoever took too much is told. */
  constructor(
    what: string,
    private readonly perMinute: number,
    private readonly complaint: string,
  ) {
    const limits = { keyPrefix: what, points: perMinute, duration: MINUTE_SECONDS };
    this.limiter =
      perMinute === 0 ? null : cluster.isWorker ? new RateLimiterCluster(limits) : new RateLimiterMemory(limits);
  }

  /** Takes some of it, and refuses where that is more than is left. */
  async take(client: string, amount = 1): Promise<void> {
    try {
      await this.limiter?.consume(client, amount);
    } catch (rejected) {
      throw rejected instanceof RateLimiterRes ? this.refusal(rejected) : rejected;
    }
  }

  /** Counts what has happened already, and refuses nothing. */
  async note(client: string): Promise<void> {
    await this.limiter?.penalty(client);
  }

  /** Refuses where nothing is left, and takes nothing; `underWay` is what may be taken yet. */
  async mustBeLeft(client: string, underWay = 0): Promise<void> {
    const spent = (await this.limiter?.get(client)) ?? null;
    if (this.limiter && (spent?.consumedPoints ?? 0) + underWay >= this.perMinute) {
      throw this.refusal(spent);
    }
  }

  private refusal(spent: RateLimiterRes | null): Error {
    return fault('RATE_LIMITED', this.complaint, Math.max(1, Math.ceil((spent?.msBeforeNext ?? 0) / 1_000)));
  }
}
