/** How many deliveries are taken in at once. */
export const MOST_AT_ONCE = 64;
/** How many bytes of them are held at once. */
const MOST_BYTES = 100_000_000;

/** Keeps the number and the size of the deliveries that are being taken in within bounds. */
export class Admission {
  private count = 0;
  private bytes = 0;

  /** A place for one delivery, to be left in the end; null while all are taken. */
  enter(): Place | null {
    if (this.count >= MOST_AT_ONCE) {
      return null;
    }
    this.count += 1;
    let held = 0;
    return {
      hold: (bytes) => {
        held += bytes;
        this.bytes += bytes;
        return this.bytes <= MOST_BYTES;
      },
      leave: () => {
        this.count -= 1;
        this.bytes -= held;
        held = 0;
      },
    };
  }
}

/** The place of a delivery while it is taken in. */
export interface Place {
  /** Holds so many more bytes; false where that is more than there may be. */
  hold(bytes: number): boolean;
  leave(): void;
}
