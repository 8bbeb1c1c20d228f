import { MinuteAllowance } from '../http/minute-allowance.js';

/** The points each user may spend on operations in a minute; 0: any number. */
export class PointBudget extends MinuteAllowance {
  constructor(perMinute: number) {
    super(
      'points',
      perMinute,
      `Your operations of the last minute cost more than ${perMinute} points, as the header x-tollgate-cost tells of each. Wait, and ask for less.`,
    );
  }
}
