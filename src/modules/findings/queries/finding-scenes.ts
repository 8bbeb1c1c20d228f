import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { FindingScene, PortfolioScene } from '../../../domain/findings/finding.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { InitiativeFactsQuery } from '../../gates/queries/initiative-facts.js';
import { SignalStandings } from '../../signals/queries/signal-standings.js';
import { InitiativeCourses } from './initiative-courses.js';
import { PortfolioScenes } from './portfolio-scenes.js';

/** All that the rules of findings look at. */
@Injectable()
export class FindingScenes {
  constructor(
    private readonly facts: InitiativeFactsQuery,
    private readonly courses: InitiativeCourses,
    private readonly portfolios: PortfolioScenes,
    private readonly signals: SignalStandings,
  ) {}

  /**
   * The scenes of initiatives as of an instant, by initiative; what has ended has one too. As many statements for many as for
   * one. Whether one is stuck is told by the clock it has now, so of an instant before its last move it may be told wrong.
   */
  async ofInitiatives(ids: readonly string[], at: Instant, tx?: Tx): Promise<ReadonlyMap<string, FindingScene>> {
    const facts = await this.facts.ofInitiatives(ids, tx);
    const courses = await this.courses.ofInitiatives(ids, at, tx);
    const signals = await this.signals.ofInitiatives(ids, at, tx);
    return new Map(
      [...courses].flatMap(([id, course]) => {
        const known = facts.get(id);
        return known ? [[id, { ...known, ...course, signals: signals.get(id) ?? [], at }] as const] : [];
      }),
    );
  }

  /** The scene of a portfolio as of an instant. */
  ofPortfolio(portfolioId: string, at: Instant, tx?: Tx): Promise<PortfolioScene> {
    return this.portfolios.ofPortfolio(portfolioId, at, tx);
  }
}
