import { Module } from '@nestjs/common';
import { WebhooksModule } from '../../modules/webhooks/webhooks.module.js';
import { Outbound } from './outbound.js';

@Module({
  imports: [WebhooksModule],
  providers: [Outbound],
})
export class OutboundModule {}
