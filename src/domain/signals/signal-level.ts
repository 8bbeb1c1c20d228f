import { compare, type Decimal } from '../basics/decimal.js';
import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';
import type { MonitoredSignal } from '../gates/evidence.js';
import type { SignalLevel } from './signal-standing.js';

const HOUR = 3_600_000;

type Thresholds = Pick<MonitoredSignal, 'warnAbove' | 'warnBelow' | 'breachAbove' | 'breachBelow'>;

/** What a value says by itself: its level, and the threshold that is crossed, or else the breach threshold to keep to. */
export interface Judgement {
  readonly level: Extract<SignalLevel, 'OK' | 'WARN' | 'BREACHED'>;
  /** Null where the plan states none that fits. */
  readonly threshold: Decimal | null;
}

const isAbove = (value: Decimal, limit: Decimal | null): boolean => limit !== null && compare(value, limit) > 0;

const isBelow = (value: Decimal, limit: Decimal | null): boolean => limit !== null && compare(value, limit) < 0;

/**
 * A value is BREACHED above `breachAbove` or below `breachBelow`, else WARN above `warnAbove` or below `warnBelow`, else OK;
 * on a threshold it still holds, as a guardrail does on its limit. Exact values are compared, never rounded ones.
 */
export const judge = ({ warnAbove, warnBelow, breachAbove, breachBelow }: Thresholds, value: Decimal): Judgement => {
  if (isAbove(value, breachAbove)) {
    return { level: 'BREACHED', threshold: breachAbove };
  }
  if (isBelow(value, breachBelow)) {
    return { level: 'BREACHED', threshold: breachBelow };
  }
  if (isAbove(value, warnAbove)) {
    return { level: 'WARN', threshold: warnAbove };
  }
  if (isBelow(value, warnBelow)) {
    return { level: 'WARN', threshold: warnBelow };
  }
  return { level: 'OK', threshold: breachAbove ?? breachBelow };
};

/** When a signal falls silent that was last heard of at an instant: after twice its cadence, to the millisecond. */
export const silentFrom = (heardAt: Instant, cadenceHours: number): Instant =>
  instantOf(millisecondsOf(heardAt) + 2 * cadenceHours * HOUR);
