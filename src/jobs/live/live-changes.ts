import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CHANGES_CHANNEL } from '../../modules/changes/commands/move-changes.js';
import { ChangeFeed } from '../../modules/changes/queries/change-feed.js';
import { ChangeFollowers } from '../../modules/subscriptions/queries/change-followers.js';
import { Database } from '../../platform/database/database.js';
import { Listener } from '../../platform/database/listener.js';
import { log } from '../../platform/logging.js';

/** Without a notification, what changed is found at most this long after. */
const EVERY_MS = 3_000;
const AT_ONCE = 1_000;

/**
 * Reads the feed of changes for those who follow it in this process, as soon as there is something in it. It works while
 * somebody follows, and does nothing else; it need not be started.
 */
@Injectable()
export class LiveChanges implements OnApplicationShutdown {
  private listener: Listener | null = null;
  private timer: NodeJS.Timeout | null = null;
  private reading: Promise<void> | null = null;
  private calls = 0;
  private isFailing = false;
  private isOver = false;

  constructor(
    private readonly feed: ChangeFeed,
    private readonly followers: ChangeFollowers,
    private readonly database: Database,
  ) {
    followers.attend((isFollowed) => {
      if (isFollowed && !this.isOver) {
        this.begin();
      } else {
        void this.end();
      }
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.isOver = true;
    await this.end();
  }

  private begin(): void {
    this.listener ??= new Listener(this.database.address, CHANGES_CHANNEL, () => {
      this.call();
    });
    this.listener.start();
    this.timer ??= setInterval(() => {
      this.call();
    }, EVERY_MS).unref();
    this.call();
  }

  private async end(): Promise<void> {
    const { listener } = this;
    this.listener = null;
    if (this.timer) {
      clearInterval(this.timer);
      this.timer = null;
    }
    await listener?.stop();
    await this.reading;
  }

  /** There may be something to read. One reads at a time. */
  private call(): void {
    this.calls += 1;
    this.reading ??= this.readAll()
      .then(() => {
        this.isFailing = false;
      })
      .catch((error: unknown) => {
        this.complain(error);
      })
      .finally(() => {
        this.reading = null;
      });
  }

  private async readAll(): Promise<void> {
    let heard: number;
    do {
      heard = this.calls;
      while (await this.readSome()) {
        // Until all is read.
      }
    } while (heard !== this.calls);
  }

  /** Reads on and tells of it; whether there may be more. */
  private async readSome(): Promise<boolean> {
    const { position } = this.followers;
    if (position === null) {
      return false;
    }
    const entries = await this.feed.after(position, AT_ONCE);
    // After what was read: were anything of that dropped before, the first that is kept would be later.
    const { oldest, newest } = await this.feed.ends();
    if (position > 0 && (oldest > position || newest < position)) {
      this.followers.lose();
      return false;
    }
    this.followers.tell(entries);
    return entries.length === AT_ONCE;
  }

  /** Once, until it goes well again. */
  private complain(error: unknown): void {
    if (!this.isFailing) {
      this.isFailing = true;
      log.warn(
        { reason: error instanceof Error ? error.message : error },
        'the feed of changes cannot be read just now; it is tried again in a moment',
      );
    }
  }
}
