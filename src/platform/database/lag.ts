import type { Position } from './replica.js';

const LONGEST_KEPT_MS = 3_600_000;

/** Where the primary was when, from which it follows for how long somebody has lacked what it had. */
export class Lag {
  private readonly marks: { readonly position: Position; readonly at: number }[] = [];

  /** Notes where the primary is; `at` in milliseconds of any clock. */
  note(position: Position, at: number): void {
    if ((this.marks.at(-1)?.position ?? -1n) < position) {
      this.marks.push({ position, at });
    }
    while ((this.marks[0]?.at ?? at) < at - LONGEST_KEPT_MS) {
      this.marks.shift();
    }
  }

  /** For how many seconds who has come so far has lacked something; 0 where it lacks nothing that was noted. */
  secondsOf(position: Position, now: number): number {
    const lacking = this.marks.find((mark) => mark.position > position);
    return lacking ? (now - lacking.at) / 1_000 : 0;
  }
}
