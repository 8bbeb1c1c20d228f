import { Module } from '@nestjs/common';
import { ChangesModule } from '../../modules/changes/changes.module.js';
import { SubscriptionsModule } from '../../modules/subscriptions/subscriptions.module.js';
import { LiveChanges } from './live-changes.js';
import { LiveMetrics } from './live-metrics.js';

@Module({
  imports: [ChangesModule, SubscriptionsModule],
  providers: [LiveChanges, LiveMetrics],
})
export class LiveModule {}
