import { Injectable } from '@nestjs/common';
import { TICKET_TOOLS } from '../../domain/tickets/ticket.js';
import { DELIVERY_OUTCOMES, DeliveryCounts } from '../../modules/deliveries/commands/delivery-counts.js';
import { WaitingDeliveries } from '../../modules/deliveries/queries/waiting-deliveries.js';
import { Metrics } from '../../platform/metrics.js';

/** What operators watch of the inbox. Zeros are told too, so that an alarm can tell "none" from "unknown". */
@Injectable()
export class InboundMetrics {
  constructor(metrics: Metrics, counts: DeliveryCounts, waiting: WaitingDeliveries) {
    metrics.add({
      name: 'tollgate_inbound_deliveries',
      help: 'Deliveries by tool and what became of them, since this process began: as they came in (received, duplicate, ignored, quarantined, unauthentic, gone, too_large, overloaded, unavailable), and as they were applied (applied, known, ignored, quarantined, retried, failed).',
      labelNames: ['tool', 'outcome'],
      read: () =>
        Promise.resolve(
          TICKET_TOOLS.flatMap((tool) =>
            DELIVERY_OUTCOMES.map((outcome) => ({ labels: { tool, outcome }, value: counts.of(tool, outcome) })),
          ),
        ),
    });
    metrics.add({
      name: 'tollgate_inbound_signature_failures',
      help: 'Deliveries by tool whose signature or token was missing, wrong or too old, since this process began.',
      labelNames: ['tool'],
      read: () =>
        Promise.resolve(TICKET_TOOLS.map((tool) => ({ labels: { tool }, value: counts.of(tool, 'unauthentic') }))),
    });
    metrics.add({
      name: 'tollgate_inbound_unknown_addresses',
      help: 'Requests to addresses of hooks that are none, since this process began.',
      read: () => Promise.resolve([{ value: counts.ofUnknown }]),
    });
    metrics.add({
      name: 'tollgate_inbound_waiting',
      help: 'Deliveries that wait for their turn or to be tried again; those of paused connections are not among them.',
      across: 'max',
      read: async () => [{ value: await waiting.count() }],
    });
    metrics.add({
      name: 'tollgate_inbound_oldest_waiting_seconds',
      help: 'For how long the delivery that is due longest has been waiting.',
      across: 'max',
      read: async () => [{ value: await waiting.oldestSeconds() }],
    });
  }
}
