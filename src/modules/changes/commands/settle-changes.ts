import { Injectable } from '@nestjs/common';
import { UnmarkedChanges } from '../queries/unmarked-changes.js';
import { MoveChanges } from './move-changes.js';

/** Looks at what is due. Whoever knows the rules is it. */
export interface Looker {
  /** Marks as due what changed of a portfolio and came into the feed. */
  mark(portfolioId: string): Promise<unknown>;
  /** Looks at those of the initiatives that are due. */
  initiatives(ids: readonly string[]): Promise<void>;
  /** Looks at what is due in a portfolio, itself included. */
  portfolio(portfolioId: string): Promise<void>;
}

/**
 * Has looked at, before something is answered, what changed and was not looked at since: so that whoever asks what something
 * comes to is told of all that was written before the question. As a rule the worker was faster, and there is nothing to do.
 */
@Injectable()
export class SettleChanges {
  private looker: Looker | null = null;

  constructor(
    private readonly moveChanges: MoveChanges,
    private readonly unmarked: UnmarkedChanges,
  ) {}

  /** Says who looks. */
  entrust(looker: Looker): void {
    this.looker = looker;
  }

  async initiatives(ids: readonly string[]): Promise<void> {
    await this.mark(await this.unmarked.ofInitiatives(ids));
    await this.looker?.initiatives(ids);
  }

  async portfolio(portfolioId: string): Promise<void> {
    await this.mark(await this.unmarked.ofPortfolio(portfolioId));
    await this.looker?.portfolio(portfolioId);
  }

  private async mark(portfolioIds: readonly string[]): Promise<void> {
    if (portfolioIds.length > 0) {
      await this.moveChanges.run();
    }
    for (const portfolioId of portfolioIds) {
      await this.looker?.mark(portfolioId);
    }
  }
}
