import type { MonitoredSignal } from '../gates/evidence.js';
import type { SignalStanding } from './signal-standing.js';

const measured = (value: string, unit: string | null): string => (unit === null ? value : `${value} ${unit}`);

/** What the threshold is to the value: `above 0.3`, `below 0.9`; for what holds, the span it is to keep to. */
const against = (
  { threshold, unit, level }: SignalStanding,
  { breachAbove, breachBelow, warnAbove }: MonitoredSignal,
): string => {
  const limit = measured(String(threshold), unit);
  if (level === 'OK') {
    const [low, high] = [breachBelow, breachAbove].map((each) => each && measured(each, unit));
    const span = [...(low ? [`from ${low}`] : []), ...(high ? [`up to ${high}`] : [])].join(' ');
    return span === '' ? 'for which the plan states no breach threshold' : `which holds: it may be ${span}`;
  }
  const isAbove = threshold === (level === 'BREACHED' ? breachAbove : warnAbove);
  return `${isAbove ? 'above' : 'below'} ${limit}`;
};

const WORDS = { BREACHED: 'is breached', WARN: 'warns', OK: 'is fine' } as const;

/** One sentence that says where a signal stands, since when and why. Instants are in UTC. */
export const tellSignal = (standing: SignalStanding, signal: MonitoredSignal): string => {
  const { name, level, since, value, unit, lastAt } = standing;
  if (level === 'SILENT') {
    const last = lastAt === null ? 'No reading ever came' : `The last reading is of ${lastAt}`;
    return `${name} is silent since ${since}. ${last}, and one is due every ${signal.cadenceHours} h.`;
  }
  if (level === 'UNKNOWN' || value === null) {
    return `${name} was not told of yet.`;
  }
  return `${name} ${WORDS[level]} since ${since}: it is ${measured(value, unit)}, ${against(standing, signal)}.`;
};
