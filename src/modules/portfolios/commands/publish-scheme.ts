import { Injectable } from '@nestjs/common';
import { parseCalendarDate, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { DEFAULT_SCHEME, type AllocationScheme, type AllocationSchemeDraft } from '../../../domain/effort/scheme.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AllocationCategoryEntity } from '../persistence/allocation-category.entity.js';
import { AllocationSchemeEntity } from '../persistence/allocation-scheme.entity.js';

/** Before any portfolio there can be, so that effort of the past has a yardstick too. */
const FROM_THE_BEGINNING = parseCalendarDate('2000-01-01');

const INSERT_CATEGORIES = `
  INSERT INTO effort_category (portfolio_id, key) SELECT $1, key FROM unnest($2::text[]) AS key ORDER BY key
  ON CONFLICT (portfolio_id, key) DO NOTHING`;

/** Where a scheme is published, when and by whom. */
export interface SchemeStamp {
  readonly portfolioId: string;
  readonly at: Instant;
  readonly by: string;
}

/** Writes versions of how effort should be split. What is published never changes. It is open to no client by itself. */
@Injectable()
export class PublishScheme {
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
    const scheme: AllocationScheme = { ...draft, ...place, id: newId() };
    const { portfolioId } = stamp;
    await tx.query(INSERT_CATEGORIES, [portfolioId, draft.categories.map((category) => category.key)]);
    const { categories, ...columns } = scheme;
    await tx.manager.insert(AllocationSchemeEntity, {
      ...columns,
      portfolioId,
      publishedAt: stamp.at,
      publishedBy: stamp.by,
    });
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
