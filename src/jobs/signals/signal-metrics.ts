import { Injectable } from '@nestjs/common';
import { SignalSources } from '../../modules/signals/queries/signal-sources.js';
import { Metrics } from '../../platform/metrics.js';

/** What operators watch of the asking for signals. */
@Injectable()
export class SignalMetrics {
  constructor(metrics: Metrics, sources: SignalSources) {
    metrics.add({
      name: 'tollgate_signal_sources_failing',
      help: 'Sources of signals that gave no value when they were asked last; each says why.',
      across: 'max',
      read: async () => [{ value: await sources.failing() }],
    });
  }
}
