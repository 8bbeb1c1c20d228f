import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import { EffortBooks } from '../persistence/effort-books.js';

/** For whoever answers about a past instant, of effort or of initiatives. */
@Injectable()
export class SettledKnowledge {
  constructor(private readonly books: EffortBooks) {}

  /**
   * Waits until what is known of a portfolio as of an instant can no longer change: until those have ended who are writing at
   * this moment with a time of recording that may lie at or before it. SERVICE_UNAVAILABLE after ten seconds.
   */
  settle(portfolioId: string, asOf: Instant): Promise<void> {
    return this.books.settle(portfolioId, asOf);
  }
}
