import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Health } from '../../../domain/initiatives/health.js';
import { listLoader } from '../../../platform/graphql/list-loader.js';
import { loader } from '../../../platform/graphql/loader.js';
import { SettleChanges } from '../../changes/commands/settle-changes.js';
import { InitiativeCompanions, type Companions } from '../../initiatives/queries/initiative-companions.js';
import { FindingHistory } from '../queries/finding-history.js';
import { FindingList, type ListedFinding } from '../queries/finding-list.js';

/** What an initiative comes to. */
export interface Insight {
  readonly health: Health;
  readonly reason: string;
}

/** What initiatives come to as of now: what is due is looked at first. */
@Injectable()
export class Insights {
  constructor(
    private readonly settle: SettleChanges,
    private readonly companions: InitiativeCompanions,
    private readonly findings: FindingList,
    private readonly history: FindingHistory,
  ) {}

  readonly ofInitiative = loader<string, Insight>(
    async (ids, scope) => {
      let known: readonly Companions[] = await Promise.all(ids.map((id) => this.companions.of.load(scope, id)));
      if (!known.every(({ isSettled }) => isSettled)) {
        await this.settle.initiatives(ids);
        known = await this.companions.read(ids);
      }
      return new Map(known.flatMap(insightIn));
    },
    (id) => {
      throw new Error(`Initiative ${id} could not be looked at; the log says why.`);
    },
  );

  /** The findings of an initiative that stand, or stood as it was known at a past instant, the gravest first, muted or not. */
  readonly findingsOf = listLoader<{ readonly asOf: Instant | null }, readonly ListedFinding[]>(
    async (ids, { asOf }) => {
      await this.settle.initiatives(ids);
      return this.findings.ofInitiatives(ids, asOf);
    },
    () => [],
  );

  /** A page of all there ever was of an initiative, the one raised last first. */
  async historyOf(scope: object, id: string, paging: { readonly first: number; readonly after: string | null }) {
    await this.lookedAt.load(scope, id);
    return this.history.ofInitiative(scope, id, paging);
  }

  private readonly lookedAt = loader<string, true>(
    async (ids) => {
      await this.settle.initiatives(ids);
      return new Map();
    },
    () => true,
  );
}

const insightIn = ({ id, health, healthReason }: Companions): [string, Insight][] =>
  health === null || healthReason === null ? [] : [[id, { health, reason: healthReason }]];
