import { instantOf, millisecondsOf, type Instant } from '../basics/instant.js';

/** As many texts may one person write within the window: far more than people do, far fewer than a script that runs wild. */
export const MOST_TEXTS = 30;
const WINDOW_MS = 60_000;

/** Texts written after this instant count against the rate: a minute before now. */
export const windowBefore = (now: Instant): Instant => instantOf(millisecondsOf(now) - WINDOW_MS);

/** A person writes at most 30 comments, changes of comments and status updates within a minute. */
export const mayWriteAnother = (writtenInWindow: number): boolean => writtenInWindow < MOST_TEXTS;
