import { Injectable } from '@nestjs/common';
import { WebhookMessages } from '../../modules/webhooks/queries/webhook-messages.js';
import { Clock } from '../../platform/clock.js';
import { Metrics } from '../../platform/metrics.js';

/** What operators watch of messages to others. */
@Injectable()
export class OutboundMetrics {
  constructor(metrics: Metrics, messages: WebhookMessages, clock: Clock) {
    metrics.add({
      name: 'tollgate_webhook_messages_waiting',
      help: 'Messages to endpoints that are neither delivered nor given up.',
      across: 'max',
      read: async () => [{ value: (await messages.waiting(clock.now())).count }],
    });
    metrics.add({
      name: 'tollgate_webhook_oldest_waiting_seconds',
      help: 'How long ago it happened what the oldest message that waits tells of; one endpoint that is away is enough to raise it.',
      across: 'max',
      read: async () => [{ value: (await messages.waiting(clock.now())).seconds }],
    });
  }
}
