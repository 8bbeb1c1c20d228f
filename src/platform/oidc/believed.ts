/** For how long what a provider says of itself is believed. */
const BELIEVED_MS = 3_600_000;
/** After this time a provider that did not say it again is asked once more. */
const ASKED_AGAIN_MS = 60_000;

/**
 * What a provider says of itself. It is asked when it is needed first, and again after an hour; where it does not answer then, what it
 * said last goes on being believed, and it is asked again after a minute. All who ask meanwhile wait for the one answer.
 */
export class Believed<T> {
  private known: { readonly said: T; readonly since: number; readonly forMs: number } | null = null;
  private asking: Promise<T> | null = null;

  /** `ask` gets what was said before; null the first time. */
  constructor(private readonly ask: (before: T | null) => Promise<T>) {}

  /** `now` in milliseconds of any clock; one that is put back has the provider asked again. Throws what `ask` does while nothing is known. */
  async at(now: number): Promise<T> {
    const { known } = this;
    if (known !== null && now >= known.since && now - known.since <= known.forMs) {
      return known.said;
    }
    this.asking ??= this.renewed(now).finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  private async renewed(now: number): Promise<T> {
    const before = this.known?.said ?? null;
    try {
      const said = await this.ask(before);
      this.known = { said, since: now, forMs: BELIEVED_MS };
      return said;
    } catch (error) {
      if (before === null) {
        throw error;
      }
      this.known = { said: before, since: now, forMs: ASKED_AGAIN_MS };
      return before;
    }
  }
}
