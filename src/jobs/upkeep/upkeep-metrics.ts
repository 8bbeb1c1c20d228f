import { Injectable } from '@nestjs/common';
import { Deltas } from '../../modules/effort/queries/deltas.js';
import { Metrics } from '../../platform/metrics.js';

/** What operators watch of the upkeep. */
@Injectable()
export class UpkeepMetrics {
  constructor(metrics: Metrics, deltas: Deltas) {
    metrics.add({
      name: 'tollgate_effort_deltas',
      help: 'Sums of the ledger of effort that are not folded into the rollups yet; reports are right, and slower, meanwhile.',
      read: async () => [{ value: await deltas.count() }],
    });
  }
}
