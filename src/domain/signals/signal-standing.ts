import type { Decimal } from '../basics/decimal.js';
import type { Instant } from '../basics/instant.js';

export const SIGNAL_LEVELS = ['OK', 'WARN', 'BREACHED', 'SILENT', 'UNKNOWN'] as const;
export type SignalLevel = (typeof SIGNAL_LEVELS)[number];

/** Where a signal of an accepted monitoring plan stands at an instant. */
export interface SignalStanding {
  readonly name: string;
  readonly level: SignalLevel;
  /** Since when it is on this level. */
  readonly since: Instant;
  /** The newest value; null where none ever came. */
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly threshold: Decimal | null;
  readonly lastAt: Instant | null;
}
