import { setTimeout as pause } from 'node:timers/promises';
import { AggregatorRegistry } from 'prom-client';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { backoff } from '../http/pauses.js';
import { log } from '../logging.js';
import type { Ground, Numbers } from './messages.js';
import { ServingProcess } from './serving-process.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Who has lived so long did not end of the same thing again. */
const STEADY_MS = 60_000;

/**
 * So many processes that serve on one port, kept by the first one, which serves nothing itself: one that ends is followed by another, after
 * a pause that grows while they go on ending. It counts for all of them what a client may have, and puts their numbers together.
 */
export class Crew {
  private readonly members = new Set<ServingProcess>();
  private readonly ending = new AbortController();
  private readonly kept: Promise<void>[] = [];

  constructor(
    private readonly size: number,
    private readonly ground: Ground,
  ) {
    new RateLimiterClusterMaster();
  }

  /** Starts the first, which makes what a new database lacks, then the others. Where they serve; throws where one did not come to. */
  async start(): Promise<string> {
    const first = this.fork();
    const base = await first.ready;
    const all = [first, ...Array.from({ length: this.size - 1 }, () => this.fork())];
    await Promise.all(all.map(({ ready }) => ready));
    this.kept.push(...all.map((member) => this.keep(member)));
    return base;
  }

  /** Has all end in good order, and waits for it. */
  async stop(): Promise<void> {
    this.ending.abort();
    const ended = [...this.members].map((member) => {
      member.tell({ tollgate: 'end' });
      return member.ended;
    });
    await Promise.all([...ended, ...this.kept]);
  }

  private fork(): ServingProcess {
    const member = new ServingProcess(this.ground, (asking, id) => {
      void this.tellMetrics(asking, id);
    });
    this.members.add(member);
    void member.ended.then(() => this.members.delete(member));
    return member;
  }

  /** As long as we go on there is one in its place. */
  private async keep(member: ServingProcess): Promise<void> {
    const { signal } = this.ending;
    let failures = 0;
    for (let current = member; ; current = this.fork()) {
      const begun = performance.now();
      const how = await current.ended;
      if (signal.aborted) {
        return;
      }
      failures = performance.now() - begun > STEADY_MS ? 1 : failures + 1;
      log.error({ pid: current.pid, ...how }, 'a process that served has ended; another one takes its place');
      await pause(backoff(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS), undefined, { signal }).catch(() => undefined);
      // It may have changed while we waited.
      if (this.isEnding()) {
        return;
      }
    }
  }

  private isEnding(): boolean {
    return this.ending.signal.aborted;
  }

  /** Whoever does not answer in time is left out: `tollgate_processes` says how many did. */
  private async tellMetrics(asking: ServingProcess, id: number): Promise<void> {
    const answers = await Promise.all([...this.members].map((member) => member.numbers()));
    const told = answers.filter((numbers): numbers is Numbers => numbers !== null);
    const text = await AggregatorRegistry.aggregate(told.map((numbers) => [...numbers])).metrics();
    asking.tell({ tollgate: 'metrics', id, text });
  }
}
