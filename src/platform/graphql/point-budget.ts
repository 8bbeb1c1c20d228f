import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { fault } from '../faults.js';

const MINUTE_SECONDS = 60;

/** The points each user may spend on operations in a minute, in this process. */
export class PointBudget {
  private readonly limiter: RateLimiterMemory | null;

  /** `perMinute` of 0: any number. */
  constructor(private readonly perMinute: number) {
    this.limiter = perMinute === 0 ? null : new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS });
  }

  /** Takes what an operation costs; RATE_LIMITED, with the seconds to wait, once the minute's points are spent. */
  async spend(userId: string, points: number): Promise<void> {
    try {
      await this.limiter?.consume(userId, points);
    } catch (rejected) {
      if (rejected instanceof RateLimiterRes) {
        throw fault(
          'RATE_LIMITED',
          `Your operations of the last minute cost more than ${this.perMinute} points, as the header x-tollgate-cost tells of each. Wait, and ask for less.`,
          Math.max(1, Math.ceil(rejected.msBeforeNext / 1_000)),
        );
      }
      throw rejected;
    }
  }
}
