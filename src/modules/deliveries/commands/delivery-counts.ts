import { Injectable } from '@nestjs/common';
import type { TicketTool } from '../../../domain/tickets/ticket.js';

export const DELIVERY_OUTCOMES = [
  'received',
  'duplicate',
  'ignored',
  'quarantined',
  'unauthentic',
  'gone',
  'too_large',
  'overloaded',
  'unavailable',
  'applied',
  'known',
  'retried',
  'failed',
] as const;
/** What became of a delivery at one step: as it came in (to `unavailable`), or as it was applied. */
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/** Counts, since the process began, what became of deliveries. It holds nothing of them. */
@Injectable()
export class DeliveryCounts {
  private readonly counts = new Map<string, number>();
  private unknown = 0;

  note(tool: TicketTool, outcome: DeliveryOutcome): void {
    this.counts.set(`${tool} ${outcome}`, this.of(tool, outcome) + 1);
  }

  /** Somebody asked at an address that is none. */
  noteUnknown(): void {
    this.unknown += 1;
  }

  of(tool: TicketTool, outcome: DeliveryOutcome): number {
    return this.counts.get(`${tool} ${outcome}`) ?? 0;
  }

  get ofUnknown(): number {
    return this.unknown;
  }
}
