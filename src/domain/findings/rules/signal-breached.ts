import { dateAt } from '../../basics/calendar-date.js';
import type { Decimal } from '../../basics/decimal.js';
import type { Instant } from '../../basics/instant.js';
import { measured } from '../../gates/criteria/wording.js';
import type { SignalStanding } from '../../signals/signal-standing.js';
import type { Finding, FindingRule, Told } from '../finding.js';

/** What stands of a breach while readings come in. */
interface BreachFacts {
  readonly signal: string;
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly threshold: Decimal | null;
  /** The instant of the reading with this value. */
  readonly readAt: Instant | null;
}

const tellBreach = ({ signal, value, unit, threshold, readAt }: BreachFacts): Told => {
  const of = (number: Decimal | null): string => (number === null ? 'unknown' : measured(number, unit ?? ''));
  return {
    message: `The signal ${signal} went beyond its threshold of ${of(threshold)}: it was seen at ${of(value)}.`,
    facts: { signal, standing: 'BREACHED', value, unit, threshold, readAt },
  };
};

const tellSilence = ({ name, value, unit, threshold, lastAt }: SignalStanding, timeZone: string): Told => ({
  message:
    lastAt === null
      ? `No value of the signal ${name} has ever come: nobody would see it breach.`
      : `The signal ${name} has been silent since ${dateAt(lastAt, timeZone)}: nobody would see it breach.`,
  facts: { signal: name, standing: 'SILENT', value, unit, threshold, lastAt },
});

/**
 * A signal of the monitoring plan is beyond its breach threshold, or silent for twice its cadence, which is a breach of its own;
 * a finding for each signal, for each has an owner who acts. A signal that is only past its warning threshold is none: a warning
 * is no breach. CRITICAL: it is in use, and does now what it was agreed it must not.
 */
export const signalBreached: FindingRule = ({ signals, timeZone }) =>
  signals
    .filter(({ level }) => level === 'BREACHED' || level === 'SILENT')
    .map((signal) => {
      const { name, level, since, value, unit, threshold, lastAt } = signal;
      return {
        code: 'SIGNAL_BREACHED',
        subject: name,
        level: 'CRITICAL',
        since,
        ...(level === 'SILENT'
          ? tellSilence(signal, timeZone)
          : tellBreach({ signal: name, value, unit, threshold, readAt: lastAt })),
      };
    });

/**
 * A breach that goes on, as it stands by now, told by the reading it was noticed by: each further one says no more than that it
 * goes on, and where the signal stands is told by the signal.
 */
export const asNoticed = (found: Finding, { facts: noticed }: Pick<Finding, 'facts'>): Finding => {
  const isBoth = found.facts['standing'] === 'BREACHED' && noticed['readAt'] !== undefined;
  const { value, readAt } = noticed as unknown as BreachFacts;
  return isBoth ? { ...found, ...tellBreach({ ...(found.facts as unknown as BreachFacts), value, readAt }) } : found;
};
