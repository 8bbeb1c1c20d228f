import { Injectable } from '@nestjs/common';
import { CategorySources } from '../../modules/effort/queries/category-sources.js';
import { Deltas } from '../../modules/effort/queries/deltas.js';
import { dateAt } from '../../domain/basics/calendar-date.js';
import { LedgerQuarters, type QuartersSeen } from '../../modules/effort/queries/ledger-quarters.js';
import { Clock } from '../../platform/clock.js';
import { Metrics } from '../../platform/metrics.js';

/** What operators watch of the upkeep. */
@Injectable()
export class UpkeepMetrics {
  constructor(
    metrics: Metrics,
    deltas: Deltas,
    sources: CategorySources,
    private readonly quarters: LedgerQuarters,
    private readonly clock: Clock,
  ) {
    metrics.add({
      name: 'tollgate_effort_deltas',
      help: 'Sums of the ledger of effort that are not folded into the rollups yet; reports are right, and slower, meanwhile.',
      across: 'max',
      read: async () => [{ value: await deltas.count() }],
    });
    metrics.add({
      name: 'tollgate_effort_recorded_entries',
      help: 'Entries of effort of the last 24 hours, by where their category is from; NONE: no rule met them and nobody stated one.',
      labelNames: ['category_source'],
      across: 'max',
      read: async () =>
        (await sources.lately()).map(({ source, count }) => ({ labels: { category_source: source }, value: count })),
    });
    metrics.add({
      name: 'tollgate_effort_quarters',
      help: 'Partitions of the ledger of effort, by whether their quarter is past, running or ahead.',
      labelNames: ['time'],
      across: 'max',
      read: async () => {
        const { past, running, ahead } = await this.seen();
        return Object.entries({ past, running, ahead }).map(([time, value]) => ({ labels: { time }, value }));
      },
    });
    metrics.add({
      name: 'tollgate_effort_elsewhere_bytes',
      help: 'Bytes of entries of effort whose quarter has no partition of its own.',
      across: 'max',
      read: async () => [{ value: (await this.seen()).bytesElsewhere }],
    });
  }

  private seen(): Promise<QuartersSeen> {
    return this.quarters.on(dateAt(this.clock.now(), 'UTC'));
  }
}
