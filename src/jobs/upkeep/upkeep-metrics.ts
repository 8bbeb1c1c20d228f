import { Injectable } from '@nestjs/common';
import { CategorySources } from '../../modules/effort/queries/category-sources.js';
import { Deltas } from '../../modules/effort/queries/deltas.js';
import { Metrics } from '../../platform/metrics.js';

/** What operators watch of the upkeep. */
@Injectable()
export class UpkeepMetrics {
  constructor(metrics: Metrics, deltas: Deltas, sources: CategorySources) {
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
  }
}
