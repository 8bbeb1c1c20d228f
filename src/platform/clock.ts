import { Injectable } from '@nestjs/common';
import { instantOf, type Instant } from '../domain/basics/instant.js';

/** Tells the time. Everything that needs `now` takes it from here, so that a test or the sample portfolio can give its own. */
@Injectable()
export class Clock {
  now(): Instant {
    return instantOf(Date.now());
  }
}

/** A clock that stands where it is put. */
export class GivenClock extends Clock {
  constructor(private instant: Instant) {
    super();
  }

  set(instant: Instant): void {
    this.instant = instant;
  }

  override now(): Instant {
    return this.instant;
  }
}
