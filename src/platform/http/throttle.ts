/** Lets so many tries of one key through within a time; what succeeded is forgiven. Of this process only, and nothing of it is kept. */
export class Throttle {
  /** When each key was tried, oldest first; keys in the order of their last try. */
  private readonly tries = new Map<string, number[]>();

  /** Beyond `mostKeys` it forgets the key whose last try is longest ago, so that it cannot be made to grow. */
  constructor(
    private readonly most: number,
    private readonly withinMs: number,
    private readonly mostKeys = 10_000,
  ) {}

  /** Counts a try and answers 0, or counts nothing and answers how many seconds are to be waited, rounded up. `now` is in milliseconds. */
  begin(key: string, now: number): number {
    const recent = (this.tries.get(key) ?? []).filter((at) => at > now - this.withinMs);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= this.most) {
      return Math.ceil((oldest + this.withinMs - now) / 1_000);
    }
    // Counted before it is known how it ends: many at once are not let through together.
    this.tries.delete(key);
    this.tries.set(key, [...recent, now]);
    const [first] = this.tries.keys();
    if (first !== undefined && this.tries.size > this.mostKeys) {
      this.tries.delete(first);
    }
    return 0;
  }

  /** Takes back a try that succeeded. */
  forgive(key: string, at: number): void {
    const tries = this.tries.get(key) ?? [];
    const position = tries.lastIndexOf(at);
    const left = tries.filter((_, index) => index !== position);
    if (left.length > 0) {
      this.tries.set(key, left);
    } else {
      this.tries.delete(key);
    }
  }
}
