import { Injectable } from '@nestjs/common';
import { FindingCounts } from '../../modules/findings/queries/finding-counts.js';
import { Metrics } from '../../platform/metrics.js';

/** What operators watch of the findings. */
@Injectable()
export class InsightMetrics {
  constructor(metrics: Metrics, findings: FindingCounts) {
    metrics.add({
      name: 'tollgate_findings',
      help: 'Findings that stand, of all portfolios, by code and level.',
      labelNames: ['code', 'level'],
      across: 'max',
      read: async () =>
        (await findings.all()).map(({ code, level, count }) => ({ labels: { code, level }, value: count })),
    });
  }
}
