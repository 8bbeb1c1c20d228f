/** How many of the last decisions of a gate tell whether it is a rubber stamp; fewer tell nothing. */
export const LAST_DECISIONS = 20;

const PERCENT = 95;

/**
 * Whether a gate lets everything through: over 95 percent of its last 20 decisions were GO, so all of them, for 19 of 20 are 95.
 * A CONDITIONAL_GO is no GO, for it asked for something. False while there are fewer than 20.
 */
export const isRubberStamp = ({ decisions, goes }: { readonly decisions: number; readonly goes: number }): boolean =>
  decisions >= LAST_DECISIONS && goes * 100 > decisions * PERCENT;
