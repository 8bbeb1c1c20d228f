import { Injectable } from '@nestjs/common';
import { MoveChanges } from './move-changes.js';

/** Looks at what is due. Whoever knows the rules is it. */
export interface Looker {
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

  constructor(private readonly moveChanges: MoveChanges) {}

  /** Says who looks. */
  entrust(looker: Looker): void {
    this.looker = looker;
  }

  async initiatives(ids: readonly string[]): Promise<void> {
    await this.moveChanges.run();
    await this.looker?.initiatives(ids);
  }

  async portfolio(portfolioId: string): Promise<void> {
    await this.moveChanges.run(portfolioId);
    await this.looker?.portfolio(portfolioId);
  }
}
