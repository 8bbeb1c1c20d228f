import { Injectable } from '@nestjs/common';
import { instantOf, millisecondsOf } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { asTollgate } from '../../../platform/database/request-scope.js';
import { ChangeFeed, type FeedEntry } from '../../changes/queries/change-feed.js';
import { Following, type FollowingCounts } from './following.js';

/** What changed so shortly before is told too: whoever subscribes and then asks misses nothing in between. */
const LOOKS_BACK_MS = 5_000;

const LOST = 'What changed in the meantime cannot be told any more. Ask again for what you show, and subscribe anew.';

/** Who in this process follows the changes of a portfolio, and how far the feed was read for them. */
@Injectable()
export class ChangeFollowers {
  readonly counts: FollowingCounts = { told: 0, fellBehind: 0 };
  private readonly followings = new Map<string, Set<Following>>();
  private listener: (isFollowed: boolean) => void = () => undefined;
  private readTo: number | null = null;

  constructor(
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
  ) {}

  /** The last entry of the feed that was told; null while nobody follows. */
  get position(): number | null {
    return this.readTo;
  }

  /** Follows a portfolio from now on, and what changed in the five seconds before. Whoever follows ends it. */
  follow(portfolioId: string): Promise<Following> {
    // How far the feed was read is asked for all who follow, of whatever portfolio.
    return asTollgate(() => this.begin(portfolioId));
  }

  private async begin(portfolioId: string): Promise<Following> {
    const following: Following = new Following(this.counts, () => {
      this.leave(portfolioId, following);
    });
    // First of all: from here on it is told of what is read, and what was read before is among what is recent.
    this.followings.set(portfolioId, (this.followings.get(portfolioId) ?? new Set()).add(following));
    try {
      const wasIdle = this.readTo === null;
      const since = instantOf(millisecondsOf(this.clock.now()) - LOOKS_BACK_MS);
      const { newest, initiativeIds } = await this.feed.recent(portfolioId, since);
      if (this.readTo === null && this.followings.size > 0) {
        this.readTo = newest;
        this.listener(true);
      } else if (this.readTo !== null && wasIdle && newest < this.readTo) {
        // Another one began meanwhile, and was told of a later entry: what lies between is read for this one, and again for that.
        this.readTo = newest;
      }
      initiativeIds.forEach((id) => {
        following.add(id);
      });
      return following;
    } catch (error) {
      following.end();
      throw error;
    }
  }

  /** Calls `listener` when somebody begins to follow and when nobody does any longer. */
  attend(listener: (isFollowed: boolean) => void): void {
    this.listener = listener;
  }

  /** Tells those whom it concerns of what was read. */
  tell(entries: readonly FeedEntry[]): void {
    for (const { id, portfolioId, initiativeId } of entries) {
      [...(this.followings.get(portfolioId) ?? [])].forEach((following) => {
        following.add(initiativeId);
      });
      this.readTo = this.readTo === null ? null : id;
    }
  }

  /** Ends all that are there with FELL_BEHIND: what they would have to be told of is not known any more. */
  lose(): void {
    [...this.followings.values()].forEach((followings) => {
      [...followings].forEach((following) => {
        following.fallBehind(LOST);
      });
    });
  }

  /** How many follow. */
  get count(): number {
    return [...this.followings.values()].reduce((sum, { size }) => sum + size, 0);
  }

  private leave(portfolioId: string, following: Following): void {
    const followings = this.followings.get(portfolioId);
    followings?.delete(following);
    if (followings?.size === 0) {
      this.followings.delete(portfolioId);
    }
    if (this.followings.size === 0 && this.readTo !== null) {
      this.readTo = null;
      this.listener(false);
    }
  }
}
