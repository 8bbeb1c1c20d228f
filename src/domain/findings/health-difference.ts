import type { Health } from '../initiatives/health.js';
import type { HealthVerdict } from './health.js';

/** From the worst to the best; what was never measured may be anything, but not well known to be well. */
const WORST_FIRST: readonly Health[] = ['OFF_TRACK', 'AT_RISK', 'NO_DATA', 'ON_TRACK'];

/**
 * Where the word of a person and the rules differ on how an initiative is doing: a sentence that says both, and which is the
 * better; null where they agree, or where nobody has told anything. Neither is right by itself: the difference is what to talk about.
 */
export const healthDifference = (told: Health | null, { health, reason }: HealthVerdict): string | null => {
  if (told === null || told === health) {
    return null;
  }
  const isBetter = WORST_FIRST.indexOf(told) > WORST_FIRST.indexOf(health);
  return `It was told ${told} last, which is ${isBetter ? 'better' : 'worse'} than ${health}, which follows from the rules. ${reason}`;
};
