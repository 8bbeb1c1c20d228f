/** How many are let in at a time, how many more may wait for it, and for how long. */
export interface TurnstileLimits {
  readonly atOnce: number;
  readonly mostWaiting: number;
  readonly patienceMs: number;
}

/** Says that one has left, and lets in who waits for it; once is enough, and more does nothing. */
export type Leave = () => void;

/**
 * Lets in so many at a time, and the others in their order as soon as one leaves. Too many who wait are turned away at once, and whoever has
 * waited for too long: late answers are of no use, and what makes them late is doing too much at a time.
 */
export class Turnstile {
  private inside = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly limits: TurnstileLimits) {}

  /** Whether whoever comes now would be turned away at once. */
  get isFull(): boolean {
    return this.inside >= this.limits.atOnce && this.waiting.size >= this.limits.mostWaiting;
  }

  /** Waits for a turn. Null where there is none in good time, or `gone` says that nobody waits for it any more. */
  enter(gone: AbortSignal): Promise<Leave | null> {
    if (this.inside < this.limits.atOnce) {
      return Promise.resolve(this.letIn());
    }
    if (this.isFull || gone.aborted) {
      return Promise.resolve(null);
    }
    return new Promise((resolve) => {
      const end = (leave: Leave | null): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', giveUp);
        this.waiting.delete(proceed);
        resolve(leave);
      };
      const giveUp = (): void => {
        end(null);
      };
      const proceed = (): void => {
        end(this.letIn());
      };
      const timer = setTimeout(giveUp, this.limits.patienceMs);
      gone.addEventListener('abort', giveUp);
      this.waiting.add(proceed);
    });
  }

  private letIn(): Leave {
    this.inside += 1;
    let hasLeft = false;
    return () => {
      if (hasLeft) {
        return;
      }
      hasLeft = true;
      this.inside -= 1;
      const [next] = this.waiting;
      next?.();
    };
  }
}
