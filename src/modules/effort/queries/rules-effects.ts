import { Injectable } from '@nestjs/common';
import type { ClassificationRule, RulesVersion } from '../../../domain/effort/classification-rule.js';
import { classifierOf, type Classification } from '../../../domain/effort/classify.js';
import type { Days } from '../../../domain/effort/days.js';
import { reclassified, sumsOfMoved } from '../../../domain/effort/reclassify.js';
import { splitEffort } from '../../../domain/effort/split-effort.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AllocationSchemes } from '../../portfolios/queries/allocation-schemes.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { AlikeWorks, type AlikeWork } from './alike-work.js';
import { ClassificationRules } from './classification-rules.js';
import { ClosedPeriods } from './closed-periods.js';
import type { EffortSplit } from './effort-splits.js';
import { EffortSums } from './effort-sums.js';

/** Rules that may be published, and the days their effect is shown for. */
export interface RulesToTry {
  readonly portfolio: Portfolio;
  readonly rules: readonly ClassificationRule[];
  readonly window: Days;
}

/** How the effort of a window splits now, and how it would once open periods are reclassified. */
export interface SplitsOfRules {
  readonly before: EffortSplit;
  readonly after: EffortSplit;
}

/** An entry that stands, and what it would be classified as. */
export interface ForeseenChange {
  readonly entryId: string;
  readonly becomes: Classification;
}

/** What rules would change, over all days: in open periods, and what they would if closed ones were open. */
export interface EffectOfRules extends SplitsOfRules {
  readonly changedEntries: number;
  /** The first 100 of them by the day worked. */
  readonly changes: readonly ForeseenChange[];
  readonly closedEntries: number;
  /** The first 100 of these. */
  readonly closedChanges: readonly ForeseenChange[];
}

type Otherwise = AlikeWork & { readonly becomes: Classification };

const MOST_TOLD = 100;

/** What rules do to effort that is there, before they are published. */
@Injectable()
export class RulesEffects {
  constructor(
    private readonly works: AlikeWorks,
    private readonly sums: EffortSums,
    private readonly schemes: AllocationSchemes,
    private readonly closedPeriods: ClosedPeriods,
    private readonly published: ClassificationRules,
  ) {}

  /** Has all that a transaction reads be of one state of the ledger, and lets it take its time. The first thing it does. */
  async readOneState(tx: Tx): Promise<void> {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await tx.query(`SET LOCAL statement_timeout = '120s'`);
  }

  /** The splits of a window only; the rest of the ledger is not looked at. */
  async splits({ portfolio, rules, window }: RulesToTry, tx: Tx): Promise<SplitsOfRules> {
    const closed = await this.closedPeriods.of(portfolio.id, tx);
    const works = await this.works.all(portfolio.id, { scope: window, window, closed }, tx);
    return this.splitsOf(portfolio, window, otherwise(works, await this.asNext(portfolio, rules, tx)), tx);
  }

  /** Everything that publishing these rules would change. */
  async of({ portfolio, rules, window }: RulesToTry, tx: Tx): Promise<EffectOfRules> {
    const closed = await this.closedPeriods.of(portfolio.id, tx);
    const works = await this.works.all(portfolio.id, { scope: null, window, closed }, tx);
    const changed = otherwise(works, await this.asNext(portfolio, rules, tx));
    const told = async (areClosed: boolean) => {
      const own = changed.filter((work) => work.isClosed === areClosed);
      const becomes = new Map(own.map((work) => [work.signature, work.becomes]));
      const first = await this.works.firstOf(portfolio.id, own, { closed, areClosed, most: MOST_TOLD }, tx);
      return {
        entries: own.reduce((count, { entries }) => count + entries, 0),
        changes: first.flatMap(({ id, signature }) => {
          const classification = becomes.get(signature);
          return classification ? [{ entryId: id, becomes: classification }] : [];
        }),
      };
    };
    const [open, shut] = [await told(false), await told(true)];
    return {
      ...(await this.splitsOf(portfolio, window, changed, tx)),
      changedEntries: open.entries,
      changes: open.changes,
      closedEntries: shut.entries,
      closedChanges: shut.changes,
    };
  }

  private async asNext({ id }: Portfolio, rules: readonly ClassificationRule[], tx: Tx): Promise<RulesVersion> {
    return { version: ((await this.published.inForce(id, tx))?.version ?? 0) + 1, rules };
  }

  private async splitsOf(
    portfolio: Portfolio,
    { from, to }: Days,
    changed: readonly Otherwise[],
    tx: Tx,
  ): Promise<SplitsOfRules> {
    const scheme = await this.schemes.inForce(portfolio.id, to, null, tx);
    const { total } = await this.sums.ofPortfolio(portfolio, { from, to, asOf: null }, 'NONE', tx);
    const moved = changed
      .filter(({ isInWindow, isClosed }) => isInWindow && !isClosed)
      .map((work) => ({ from: work, to: work.becomes, personDays: work.personDays }));
    const head = { from, to, scheme, groups: [] };
    return {
      before: { ...head, ...splitEffort({ rows: total, scheme }) },
      after: { ...head, ...splitEffort({ rows: [...total, ...sumsOfMoved(moved)], scheme }) },
    };
  }
}

const otherwise = (works: readonly AlikeWork[], rules: RulesVersion): readonly Otherwise[] => {
  const classify = classifierOf(rules);
  return works.flatMap((work) => {
    const becomes = reclassified(work, classify);
    return becomes ? [{ ...work, becomes }] : [];
  });
};
