import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../../modules/deliveries/deliveries.module.js';
import { InboundMetrics } from './inbound-metrics.js';
import { InboundWorker } from './inbound-worker.js';

@Module({
  imports: [DeliveriesModule],
  providers: [InboundMetrics, InboundWorker],
})
export class InboundModule {}
