import { Injectable } from '@nestjs/common';
import { millisecondsOf } from '../../domain/basics/instant.js';
import { ChangeFeed } from '../../modules/changes/queries/change-feed.js';
import { ChangeFollowers } from '../../modules/subscriptions/queries/change-followers.js';
import { Clock } from '../../platform/clock.js';
import { Metrics } from '../../platform/metrics.js';

/** What operators watch of live updates. */
@Injectable()
export class LiveMetrics {
  constructor(
    metrics: Metrics,
    private readonly followers: ChangeFollowers,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {
    metrics.add({
      name: 'tollgate_live_subscriptions',
      help: 'Subscriptions to the changes of a portfolio, in this process.',
      read: () => Promise.resolve([{ value: followers.count }]),
    });
    metrics.add({
      name: 'tollgate_live_changes_told',
      help: 'Changes that subscriptions took, since this process began.',
      read: () => Promise.resolve([{ value: followers.counts.told }]),
    });
    metrics.add({
      name: 'tollgate_live_fell_behind',
      help: 'Subscriptions that were ended because more changed than they took, since this process began.',
      read: () => Promise.resolve([{ value: followers.counts.fellBehind }]),
    });
    metrics.add({
      name: 'tollgate_live_feed_lag_seconds',
      help: 'For how long the first change that this process has not read has been in the feed; 0 while nobody follows.',
      across: 'max',
      read: async () => [{ value: await this.lag() }],
    });
  }

  private async lag(): Promise<number> {
    const { position } = this.followers;
    const waitingSince = position === null ? null : await this.feed.firstAfter(position);
    return waitingSince === null
      ? 0
      : Math.max(0, (millisecondsOf(this.clock.now()) - millisecondsOf(waitingSince)) / 1_000);
  }
}
