import { Injectable } from '@nestjs/common';
import { rolesFor, rolesIn, type Role, type Viewer } from '../../../domain/access/access.js';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { tellMatter, type InboxMatter, type InboxTelling } from '../../../domain/inbox/inbox-item.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../../platform/graphql/connection.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { COUNT, MATTERS } from './matters.js';

/** One thing that waits for the viewer. */
export interface InboxItem extends InboxMatter, InboxTelling {
  readonly initiativeId: string;
}

interface MatterRow extends InboxMatter {
  readonly initiativeId: string;
  readonly timeZone: string;
  /** The due date, or a day after all others. */
  readonly rank: CalendarDate;
}

/** A page of what waits, and how much waits on all pages. */
export interface InboxPage extends Page<InboxItem> {
  readonly totalCount: Promise<number>;
}

const LIST = 'inbox';

@Injectable()
export class Inbox {
  constructor(
    private readonly database: Database,
    private readonly portfolios: Portfolios,
    private readonly clock: Clock,
  ) {}

  /**
   * What waits for the viewer in one portfolio, or in all where none is named, what is due first first. It is asked of the
   * facts as they stand: what is settled is gone, and nothing is there twice. Empty for a portfolio one may not know of.
   */
  async page(viewer: Viewer, portfolioId: string | null, first: number, after: string | null): Promise<InboxPage> {
    const seen = await this.portfolios.allSeenBy(viewer);
    const portfolios = seen.filter(({ id }) => portfolioId === null || id === portfolioId);
    const holding = (...roles: readonly Role[]): readonly string[] =>
      portfolios.map(({ id }) => id).filter((id) => rolesIn(viewer, id).some((role) => roles.includes(role)));
    const position = decodeCursor(LIST, after, ['date', 'instant', 'id']);
    const now = this.clock.now();
    const whose = [
      viewer.userId,
      portfolios.map(({ id }) => id),
      holding('GATEKEEPER'),
      holding('GATEKEEPER', 'EVIDENCE_REVIEWER'),
      JSON.stringify(portfolios.map(({ id, timeZone }) => ({ id, today: dateAt(now, timeZone) }))),
      holding(...rolesFor('effort:settle-late')),
    ];
    const rows = await this.database.rows<MatterRow>(MATTERS, [
      ...whose,
      first + 1,
      ...(position ?? [null, null, null]),
    ]);
    const count = async (): Promise<number> => (await this.database.row<{ count: number }>(COUNT, whose))?.count ?? 0;
    const page = pageOf(rows, first, after, ({ rank, since, subjectId }) =>
      encodeCursor(LIST, [rank, since, subjectId]),
    );
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: itemOf(node, now) }));
    return {
      ...page,
      edges,
      nodes: edges.map(({ node }) => node),
      // Counted only when it is asked for.
      get totalCount() {
        return count();
      },
    };
  }
}

const itemOf = ({ timeZone, ...matter }: MatterRow, now: Instant): InboxItem => ({
  ...matter,
  ...tellMatter(matter, now, timeZone),
});
