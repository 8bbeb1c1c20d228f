export const INBOUND_DELIVERY_STATUSES = [
  'RECEIVED',
  'APPLIED',
  'IGNORED',
  'DUPLICATE',
  'QUARANTINED',
  'FAILED',
] as const;
/** What became of what a tool sent. */
export type InboundDeliveryStatus = (typeof INBOUND_DELIVERY_STATUSES)[number];
