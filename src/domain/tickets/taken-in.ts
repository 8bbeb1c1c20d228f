import type { CanonicalEvent } from './ticket.js';

/** What came of events that were taken in. */
export interface TakenIn {
  /** APPLIED: something is other than before. DUPLICATE: all of it was known. IGNORED: nothing of it concerns us, or what else was told counts. */
  readonly verdict: 'APPLIED' | 'DUPLICATE' | 'IGNORED';
  /** For people: why nothing changed, or what is asked for; null where there is nothing to say. */
  readonly reason: string | null;
  /** How many of the events said something new. */
  readonly changed: number;
}

const isIgnored = (event: CanonicalEvent): event is Extract<CanonicalEvent, { type: 'ignored' | 'unreadable' }> =>
  event.type === 'ignored' || event.type === 'unreadable';

/** What became of events one by one. */
export interface Effects {
  /** How many said something new. */
  readonly changed: number;
  /** For how many the tool is to be asked. */
  readonly wishes: number;
  /** How many tickets were told of as of one moment in two ways. */
  readonly disputed: number;
  /** Why the tool cannot be asked, in sentences; empty where it can be. */
  readonly missing: readonly string[];
  /** What was told and is not kept, in sentences. */
  readonly leftOut: readonly string[];
}

const OTHERWISE = 'Of the same moment something else was told of the ticket. What tells more of what happened counts';

const reasonOfDispute = (missing: readonly string[]): string =>
  missing.length === 0
    ? `${OTHERWISE} until the tool says which is so; it is asked.`
    : `${OTHERWISE}, for the tool cannot be asked: ${missing.join(' ')}`;

const reasonOfWishes = (events: readonly CanonicalEvent[], missing: readonly string[]): string => {
  const whys = events.flatMap((event) => (event.type === 'refetch' ? [event.why.replace(/\.+$/, '')] : []));
  const what = [...new Set(whys)].join('; ');
  return missing.length === 0
    ? `The tool is asked for more: ${what}.`
    : `The tool would have to be asked for more (${what}), and it cannot be: ${missing.join(' ')}`;
};

/** What events come to that had these effects; what is not kept of them is said beside all else. */
export const verdictOf = (events: readonly CanonicalEvent[], effects: Effects): TakenIn => {
  const takenIn = comesTo(events, effects);
  return events.every(isIgnored)
    ? takenIn
    : { ...takenIn, reason: [takenIn.reason, ...effects.leftOut].filter((part) => part !== null).join(' ') || null };
};

const comesTo = (events: readonly CanonicalEvent[], effects: Effects): TakenIn => {
  const { changed, wishes, disputed, missing } = effects;
  if (changed > 0) {
    return { verdict: 'APPLIED', reason: disputed > 0 ? reasonOfDispute(missing) : null, changed };
  }
  if (disputed > 0) {
    return { verdict: missing.length === 0 ? 'APPLIED' : 'IGNORED', reason: reasonOfDispute(missing), changed };
  }
  if (wishes > 0) {
    return { verdict: 'APPLIED', reason: reasonOfWishes(events, missing), changed };
  }
  const ignored = events.filter(isIgnored);
  return ignored.length === events.length
    ? { verdict: 'IGNORED', reason: [...new Set(ignored.map(({ why }) => why))].join(', ') || 'nothing', changed }
    : { verdict: 'DUPLICATE', reason: 'It says nothing new: all of it was known, or is older than what is.', changed };
};
