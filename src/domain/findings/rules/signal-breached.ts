import { dateAt } from '../../basics/calendar-date.js';
import { measured } from '../../gates/criteria/wording.js';
import type { SignalStanding } from '../../signals/signal-standing.js';
import type { FindingRule } from '../finding.js';

const told = ({ name, level, value, unit, threshold, lastAt }: SignalStanding, timeZone: string): string => {
  if (level === 'SILENT') {
    return lastAt === null
      ? `No value of the signal ${name} has ever come: nobody would see it breach.`
      : `The signal ${name} has been silent since ${dateAt(lastAt, timeZone)}: nobody would see it breach.`;
  }
  const of = (number: SignalStanding['value']): string => (number === null ? 'unknown' : measured(number, unit ?? ''));
  return `The signal ${name} is ${of(value)}, beyond its threshold of ${of(threshold)}.`;
};

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
        message: told(signal, timeZone),
        facts: { signal: name, standing: level, value, unit, threshold, lastAt },
      };
    });
