import type { CanonicalEvent } from './ticket.js';

/** What came of events that were taken in. */
export interface TakenIn {
  /** APPLIED: something is other than before. DUPLICATE: all of it was known. IGNORED: nothing of it concerns us. */
  readonly verdict: 'APPLIED' | 'DUPLICATE' | 'IGNORED';
  /** For people: why nothing changed, or what is asked for; null where there is nothing to say. */
  readonly reason: string | null;
  /** How many of the events said something new. */
  readonly changed: number;
}

const isIgnored = (event: CanonicalEvent): event is Extract<CanonicalEvent, { type: 'ignored' | 'unreadable' }> =>
  event.type === 'ignored' || event.type === 'unreadable';

/** What events come to of which so many said something new and so many have the tool asked. */
export const verdictOf = (events: readonly CanonicalEvent[], changed: number, wishes: number): TakenIn => {
  if (changed > 0) {
    return { verdict: 'APPLIED', reason: null, changed };
  }
  if (wishes > 0) {
    const whys = events.flatMap((event) => (event.type === 'refetch' ? [event.why] : []));
    return { verdict: 'APPLIED', reason: `The tool is asked for more: ${[...new Set(whys)].join('; ')}.`, changed };
  }
  const ignored = events.filter(isIgnored);
  return ignored.length === events.length
    ? { verdict: 'IGNORED', reason: [...new Set(ignored.map(({ why }) => why))].join(', ') || 'nothing', changed }
    : { verdict: 'DUPLICATE', reason: 'It says nothing new: all of it was known, or is older than what is.', changed };
};
