/** How an initiative is doing: computed from findings and measurements, or told by a person, who cannot say NO_DATA. */
export const HEALTHS = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'NO_DATA'] as const;
export type Health = (typeof HEALTHS)[number];
