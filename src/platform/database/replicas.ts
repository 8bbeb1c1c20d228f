import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { log } from '../logging.js';
import { Metrics } from '../metrics.js';
import { sessionsOf } from './data-source.js';
import { Database } from './database.js';
import { Lag } from './lag.js';
import { termsOf } from './portfolio-scope.js';
import { Replica, type Position } from './replica.js';
import { ReplicaSettings } from './replica-settings.js';

const LOOK_EVERY_MS = 1_000;
const LOOK_WITHIN_MS = 2_000;
const END_WITHIN_MS = 2_000;
/** So long it is waited for that a replica comes to where the primary is: mostly it takes a few milliseconds, and the primary takes longer to answer. */
const PATIENCE_MS = 100;
const PAUSES_MS = [1, 2, 5, 10, 20, 30, 40];

/** What was acknowledged has been flushed; where commits do not wait for that, it has at least been inserted. */
const PRIMARY = `
  SELECT (CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END
    - '0/0'::pg_lsn)::text AS position`;

/**
 * Replicas that answer what takes long, and never less than the primary would: one is asked only when it has come to where the primary is at
 * the beginning of the question, so that whatever anybody was told of as done before is there, whichever process did it.
 */
@Injectable()
export class Replicas implements OnModuleDestroy {
  private readonly all: readonly Replica[];
  private readonly lag = new Lag();
  private readonly timer: NodeJS.Timeout | null;
  private readonly count: (labels: { readonly from: string }) => void;
  private turn = 0;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    source: DataSource,
    private readonly settings: ReplicaSettings,
    metrics: Metrics,
  ) {
    this.all = settings.urls.map((url) => new Replica(url, sessionsOf(source).options, termsOf(source)));
    this.timer =
      this.all.length === 0
        ? null
        : setInterval(() => {
            this.looking ??= this.look().finally(() => {
              this.looking = null;
            });
          }, LOOK_EVERY_MS).unref();
    this.count = metrics.counter({
      name: 'tollgate_heavy_reads_total',
      help: 'Queries that take the database longer, where there are replicas, by who was asked first: replica or primary.',
      labelNames: ['from'],
    });
    this.tell(metrics);
  }

  get areThere(): boolean {
    return this.all.length > 0;
  }

  /** A replica that has all that was done by now; null where none has, or comes to it at once. */
  async choose(): Promise<Replica | null> {
    const fit = this.all.filter((replica) => this.isFit(replica));
    this.turn += 1;
    const replica = fit[this.turn % fit.length];
    const isReached = replica !== undefined && (await this.reaches(replica, await this.positionOfPrimary()));
    this.count({ from: isReached ? 'replica' : 'primary' });
    return isReached ? replica : null;
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) {
      clearInterval(this.timer);
    }
    await this.looking;
    // One that is silent is not waited for.
    await Promise.race([
      Promise.all(this.all.map(({ pool }) => pool.end())),
      pause(END_WITHIN_MS, undefined, { ref: false }),
    ]);
  }

  private isFit({ lagSeconds }: Replica): boolean {
    return lagSeconds !== null && lagSeconds <= this.settings.longestLagSeconds;
  }

  private async positionOfPrimary(): Promise<Position> {
    return BigInt((await this.database.row<{ position: string }>(PRIMARY))?.position ?? 0);
  }

  private async reaches(replica: Replica, position: Position): Promise<boolean> {
    const late = pause(PATIENCE_MS, false, { ref: false });
    const asked = (async () => {
      for (const wait of PAUSES_MS) {
        if ((await replica.position()) >= position) {
          return true;
        }
        await pause(wait);
      }
      return false;
    })();
    try {
      return await Promise.race([asked, late]);
    } catch {
      replica.lagSeconds = null;
      return false;
    }
  }

  private async look(): Promise<void> {
    try {
      this.lag.note(await this.positionOfPrimary(), performance.now());
    } catch {
      // It is known by others that it is away.
    }
    await Promise.all(
      this.all.map(async (replica) => {
        const wasFit = this.isFit(replica);
        const asked = replica.position().then((position) => this.lag.secondsOf(position, performance.now()));
        const late = pause(LOOK_WITHIN_MS, null, { ref: false });
        replica.lagSeconds = await Promise.race([asked, late]).catch(() => null);
        if (wasFit !== this.isFit(replica)) {
          const { name, lagSeconds } = replica;
          log.warn({ replica: name, lagSeconds }, wasFit ? 'a replica is left out' : 'a replica is asked');
        }
      }),
    );
  }

  private tell(metrics: Metrics): void {
    metrics.add({
      name: 'tollgate_replica_lag_seconds',
      help: 'For how long a replica has lacked what it lacks of the primary, as of the last second; left out while it cannot be asked.',
      labelNames: ['replica'],
      across: 'max',
      read: () =>
        Promise.resolve(
          this.all.flatMap(({ name, lagSeconds }) =>
            lagSeconds === null ? [] : [{ labels: { replica: name }, value: lagSeconds }],
          ),
        ),
    });
    metrics.add({
      name: 'tollgate_replica_fit',
      help: '1 where a replica may be asked; 0 where it lags too far or cannot be asked. Of several processes, how many say so.',
      labelNames: ['replica'],
      read: () =>
        Promise.resolve(
          this.all.map((replica) => ({ labels: { replica: replica.name }, value: this.isFit(replica) ? 1 : 0 })),
        ),
    });
  }
}
