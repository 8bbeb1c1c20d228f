import { Module } from '@nestjs/common';
import { SignalsModule } from '../../modules/signals/signals.module.js';
import { SignalMetrics } from './signal-metrics.js';
import { SignalTurns } from './signal-turns.js';

@Module({
  imports: [SignalsModule],
  providers: [SignalMetrics, SignalTurns],
})
export class SignalTurnsModule {}
