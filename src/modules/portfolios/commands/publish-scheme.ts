import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { parseCalendarDate, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import { formatDecimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { checkScheme } from '../../../domain/effort/check-scheme.js';
import { DEFAULT_SCHEME, type AllocationScheme, type AllocationSchemeDraft } from '../../../domain/effort/scheme.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { requireAccess } from '../../identity/access.js';
import { AllocationCategoryEntity } from '../persistence/allocation-category.entity.js';
import { AllocationSchemeEntity } from '../persistence/allocation-scheme.entity.js';
import { AllocationSchemes, TAKE_TURN } from '../queries/allocation-schemes.js';
import { Portfolios } from '../queries/portfolios.js';

/** Before any portfolio there can be, so that effort of the past has a yardstick too. */
const FROM_THE_BEGINNING = parseCalendarDate('2000-01-01');

const NEXT_VERSION = 'SELECT coalesce(max(version), 0) + 1 AS version FROM allocation_scheme WHERE portfolio_id = $1';

const INSERT_CATEGORIES = `
  INSERT INTO effort_category (portfolio_id, key) SELECT $1, key FROM unnest($2::text[]) AS key ORDER BY key
  ON CONFLICT (portfolio_id, key) DO NOTHING`;

/** Where a scheme is published, when and by whom. */
export interface SchemeStamp {
  readonly portfolioId: string;
  readonly at: Instant;
  readonly by: string;
}

/** A scheme that is to be published, and the first day it is to be the yardstick for. */
export type SchemeProposal = AllocationSchemeDraft & Pick<AllocationScheme, 'validFrom'>;

/**
 * Publishes how the effort of a portfolio should be split: its next version, whatever the key. It takes PROCESS_DESIGNER or
 * ADMIN. What is published never changes; from its first day on the newest version is the yardstick, and that day may lie
 * in the past (ADR 0017). Every reason against it at once: TARGETS_NOT_100, and INVALID for all else.
 */
@Injectable()
export class PublishScheme {
  constructor(
    private readonly work: UnitOfWork,
    private readonly portfolios: Portfolios,
    private readonly schemes: AllocationSchemes,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  run(viewer: Viewer, portfolioKey: string, proposal: SchemeProposal): Promise<Result<AllocationScheme>> {
    return this.work.run(async (tx) => {
      const portfolio = await this.portfolios.seenBy(viewer, portfolioKey, tx);
      if (!portfolio || !requireAccess(viewer, 'scheme:publish', portfolio.id)) {
        return refuse(notFound('The portfolio', ['portfolioKey']));
      }
      const refusals = checkScheme(proposal);
      if (refusals.length > 0) {
        return refuse(...refusals);
      }
      // Versions are numbered, and timed, in the order in which they are published.
      await tx.query(TAKE_TURN, [portfolio.id]);
      const stamp = { portfolioId: portfolio.id, at: this.clock.now(), by: viewer.userId };
      const [next] = await tx.query<{ version: number }>(NEXT_VERSION, [portfolio.id]);
      const before = await this.schemes.inForce(portfolio.id, proposal.validFrom, null, tx);
      const { validFrom, ...draft } = proposal;
      const scheme = await this.insert(tx, stamp, draft, { version: next?.version ?? 1, validFrom });
      const { id, publishedAt: at, ...changes } = scheme;
      await this.audit.run(tx, {
        initiativeId: null,
        portfolioId: portfolio.id,
        at,
        actorId: stamp.by,
        action: 'scheme.published',
        subjectType: 'AllocationScheme',
        subjectId: id,
        changes: { ...changes, insteadOfVersion: before.version },
      });
      return accept(scheme);
    });
  }

  /** The scheme every portfolio begins with, as version 1: PEOPLE_PROCESS 70, TECHNOLOGY_DATA 20, ALGORITHMS 10. */
  async insertDefault(tx: Tx, stamp: SchemeStamp): Promise<AllocationScheme> {
    if (FROM_THE_BEGINNING === null) {
      throw new Error('The first day of the default scheme is no calendar date.');
    }
    return this.insert(tx, stamp, DEFAULT_SCHEME, { version: 1, validFrom: FROM_THE_BEGINNING });
  }

  private async insert(
    tx: Tx,
    stamp: SchemeStamp,
    draft: AllocationSchemeDraft,
    place: { readonly version: number; readonly validFrom: CalendarDate },
  ): Promise<AllocationScheme> {
    const { portfolioId } = stamp;
    const scheme: AllocationScheme = { ...shown(draft), ...place, id: newId(), publishedAt: stamp.at };
    await tx.query(INSERT_CATEGORIES, [portfolioId, draft.categories.map((category) => category.key)]);
    const { categories, ...columns } = scheme;
    await tx.manager.insert(AllocationSchemeEntity, { ...columns, portfolioId, publishedBy: stamp.by });
    await tx.manager.insert(
      AllocationCategoryEntity,
      categories.map((category, position) => ({
        ...category,
        schemeId: scheme.id,
        portfolioId,
        position: position + 1,
      })),
    );
    return scheme;
  }
}

/** Its numbers as they are shown from then on. */
const shown = ({ key, coverageFloorPercent, categories }: AllocationSchemeDraft): AllocationSchemeDraft => ({
  key,
  coverageFloorPercent: formatDecimal(coverageFloorPercent),
  categories: categories.map(({ key: categoryKey, name, targetPercent, tolerancePoints }) => ({
    key: categoryKey,
    name,
    targetPercent: formatDecimal(targetPercent),
    tolerancePoints: formatDecimal(tolerancePoints),
  })),
});
