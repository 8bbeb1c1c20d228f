const WORDS = 4;
const FIRST_SLOTS = 1_024;

/** The first 8 bytes of a digest, as two numbers. */
export interface Fingerprint {
  readonly high: number;
  readonly low: number;
}

export const fingerprintOf = (digest: Buffer): Fingerprint => ({
  high: digest.readUInt32LE(0),
  low: digest.readUInt32LE(4),
});

/**
 * Remembers two numbers (0 to 2^32 - 1) for each of many fingerprints, none of them an object: those of half a million
 * rows take 16 MB. Two texts in one file have the same fingerprint once in some hundred million
 * such files.
 */
export class Fingerprints {
  private table = new Uint32Array(FIRST_SLOTS * WORDS);
  private used = 0;

  /** What is remembered; null for what was not seen. */
  get(key: Fingerprint): readonly [first: number, second: number] | null {
    const at = this.placeOf(this.table, key);
    const second = this.table[at + 3] ?? 0;
    const first = this.table[at + 2] ?? 0;
    return first === 0 ? null : [first, second];
  }

  /** Remembers; `first` is not 0. */
  set(key: Fingerprint, first: number, second: number): void {
    if ((this.used + 1) * WORDS * 2 > this.table.length) {
      this.grow();
    }
    const at = this.placeOf(this.table, key);
    this.used += this.table[at + 2] === 0 ? 1 : 0;
    this.table.set([key.high, key.low, first, second], at);
  }

  /** Where the key stands, or the free place where it would. */
  private placeOf(table: Uint32Array, { high, low }: Fingerprint): number {
    const slots = table.length / WORDS;
    let slot = low % slots;
    for (;;) {
      const at = slot * WORDS;
      if (table[at + 2] === 0 || (table[at] === high && table[at + 1] === low)) {
        return at;
      }
      slot = (slot + 1) % slots;
    }
  }

  private grow(): void {
    const larger = new Uint32Array(this.table.length * 2);
    for (let at = 0; at < this.table.length; at += WORDS) {
      const [high = 0, low = 0, first = 0] = this.table.subarray(at, at + WORDS);
      if (first !== 0) {
        larger.set(this.table.subarray(at, at + WORDS), this.placeOf(larger, { high, low }));
      }
    }
    this.table = larger;
  }
}
