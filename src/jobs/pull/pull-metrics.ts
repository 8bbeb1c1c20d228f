import { Injectable } from '@nestjs/common';
import { PullRuns } from '../../modules/pulls/queries/pull-runs.js';
import { Metrics } from '../../platform/metrics.js';

/** What operators watch of the reading of tools. */
@Injectable()
export class PullMetrics {
  constructor(metrics: Metrics, runs: PullRuns) {
    metrics.add({
      name: 'tollgate_found_by_reconcile',
      help: 'Changes that were found by asking and that no webhook had told, by tool: the measure of webhooks that are lost.',
      labelNames: ['tool'],
      across: 'max',
      read: async () => (await runs.foundByTool()).map(({ tool, found }) => ({ labels: { tool }, value: found })),
    });
    metrics.add({
      name: 'tollgate_pulls_failing',
      help: 'Connections that could not be read when they were read last; each says why in its runs.',
      across: 'max',
      read: async () => [{ value: await runs.failing() }],
    });
  }
}
