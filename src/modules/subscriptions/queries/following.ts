import { fault } from '../../../platform/faults.js';

/** So many initiatives can wait to be told to one subscription, each once. */
export const MOST_WAITING = 1_000;

const FELL_BEHIND = `More than ${MOST_WAITING} initiatives changed before this subscription could be told of them. Ask again for what you show, and subscribe anew.`;

/** What became of all that follow, since the process began. */
export interface FollowingCounts {
  /** Changes that were taken. */
  told: number;
  /** How many were ended because they did not take them in time. */
  fellBehind: number;
}

/** What a subscription has not been told yet: an initiative that changes several times meanwhile is told once. */
export class Following {
  private readonly changed = new Set<string>();
  private wake: (() => void) | null = null;
  private failure: Error | null = null;
  private isOver = false;

  /** `onEnd` is called once, when it ends or fails. */
  constructor(
    private readonly counts: FollowingCounts,
    private readonly onEnd: () => void,
  ) {}

  /** Notes that an initiative changed; beyond 1,000 of them it fails with FELL_BEHIND. */
  add(initiativeId: string): void {
    if (this.isOver) {
      return;
    }
    this.changed.add(initiativeId);
    if (this.changed.size > MOST_WAITING) {
      this.fallBehind(FELL_BEHIND);
    }
    this.wake?.();
  }

  /** The initiative that waits longest, as soon as there is one; null when it has ended. Throws what it failed with. One at a time asks. */
  async next(): Promise<string | null> {
    for (;;) {
      if (this.failure) {
        throw this.failure;
      }
      if (this.isOver) {
        return null;
      }
      const [first] = this.changed;
      if (first !== undefined) {
        this.changed.delete(first);
        this.counts.told += 1;
        return first;
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Ends it with FELL_BEHIND: somebody has to ask again. */
  fallBehind(message: string): void {
    if (!this.isOver) {
      this.counts.fellBehind += 1;
      this.fail(fault('FELL_BEHIND', message));
    }
  }

  /** Ends it with an error for the subscriber. */
  fail(error: Error): void {
    this.failure ??= this.isOver ? null : error;
    this.end();
  }

  /** Ends it; ending again changes nothing. */
  end(): void {
    if (!this.isOver) {
      this.isOver = true;
      this.changed.clear();
      this.onEnd();
      this.wake?.();
    }
  }
}
