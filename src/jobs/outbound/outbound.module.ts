import { Module } from '@nestjs/common';
import { WebhooksModule } from '../../modules/webhooks/webhooks.module.js';
import { OutboundMetrics } from './outbound-metrics.js';
import { Outbound } from './outbound.js';

@Module({
  imports: [WebhooksModule],
  providers: [Outbound, OutboundMetrics],
})
export class OutboundModule {}
