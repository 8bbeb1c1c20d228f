import { instantOf, millisecondsOf, type Instant } from '../../src/domain/basics/instant.js';
import { GivenClock } from '../../src/platform/clock.js';

/** A clock that goes on by a millisecond whenever it is asked: nothing happens at the instant of anything else. */
export class TickingClock extends GivenClock {
  override now(): Instant {
    const now = super.now();
    this.set(instantOf(millisecondsOf(now) + 1));
    return now;
  }
}
