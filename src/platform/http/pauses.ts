import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** Waits. A test gives its own, so that nobody has to. */
@Injectable()
export class Pauses {
  /** Ends early, and without a word, when told to stop. */
  async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    await pause(milliseconds, undefined, { ref: false, ...(signal ? { signal } : {}) }).catch(() => undefined);
  }
}

/** How long to wait before a try, in milliseconds: twice as long each time, up to the longest, and by chance half to all of it. */
export const backoff = (attempt: number, firstMs: number, longestMs: number): number =>
  Math.min(longestMs, firstMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
