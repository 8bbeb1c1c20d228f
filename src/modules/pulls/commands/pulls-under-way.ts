import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { PullRun } from '../queries/pull-runs.js';
import { CarryOutPull } from './carry-out-pull.js';

/** The runs that go on in this process, beside whatever else it does. */
@Injectable()
export class PullsUnderWay implements OnModuleDestroy {
  private readonly running = new Map<string, Promise<void>>();
  private readonly ending = new AbortController();

  constructor(private readonly carryOut: CarryOutPull) {}

  /** Goes on with a run that was begun, and does not wait for it. */
  start(run: PullRun): void {
    const ended = this.carryOut.run(run, this.ending.signal).finally(() => {
      this.running.delete(run.id);
    });
    this.running.set(run.id, ended);
  }

  /** Waits until all that go on now have ended. */
  async settled(): Promise<void> {
    await Promise.all(this.running.values());
  }

  /** Has runs end at the next step; they go on from there when they are begun anew. */
  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await this.settled();
  }
}
