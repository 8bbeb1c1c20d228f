import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { StageDefinition, WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { GateReviews } from '../../gates/queries/gate-reviews.js';
import { StageHistories } from '../../initiatives/queries/stage-history.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import { MigratingInitiatives } from './migrating-initiatives.js';

/** An initiative with what its move hangs on. */
export interface Candidate {
  readonly initiative: Initiative;
  /** The version it is on. */
  readonly from: WorkflowTemplate;
  readonly openReviewGateKey: string | null;
  /** The visits that stand, oldest first. */
  readonly visits: readonly {
    readonly id: string;
    readonly templateId: string;
    readonly stage: StageDefinition;
    readonly enteredAt: Instant;
  }[];
}

@Injectable()
export class MigrationCandidates {
  constructor(
    private readonly initiatives: MigratingInitiatives,
    private readonly templates: Templates,
    private readonly reviews: GateReviews,
    private readonly histories: StageHistories,
  ) {}

  /**
   * The initiatives of a portfolio with these ids, or without ids all that are on one of the older versions and neither killed
   * nor retired; locked until the transaction ends.
   */
  async lock(
    tx: Tx,
    portfolioId: string,
    older: readonly WorkflowTemplate[],
    ids: readonly string[] | null,
  ): Promise<readonly Candidate[]> {
    const templateIds = older.map(({ id }) => id);
    const initiatives =
      ids === null
        ? await this.initiatives.lockAllOn(tx, portfolioId, templateIds)
        : await this.initiatives.lock(tx, portfolioId, ids);
    return this.of(initiatives, tx);
  }

  /** In the order of the initiatives given. */
  async of(initiatives: readonly Initiative[], tx?: Tx): Promise<readonly Candidate[]> {
    const ids = initiatives.map(({ id }) => id);
    const reviews = await this.reviews.openOfInitiatives(ids, tx);
    const gateKeys = new Map(reviews.map(({ initiativeId, gateKey }) => [initiativeId, gateKey]));
    const histories = await this.histories.ofInitiatives(ids, tx);
    const templates = await this.templatesOf(
      [
        ...initiatives.map(({ templateId }) => templateId),
        ...[...histories.values()].flatMap(({ visits }) => visits.map(({ templateId }) => templateId)),
      ],
      tx,
    );
    return initiatives.map((initiative) => ({
      initiative,
      from: known(templates, initiative.templateId),
      openReviewGateKey: gateKeys.get(initiative.id) ?? null,
      visits: (histories.get(initiative.id)?.visits ?? []).map(({ id, templateId, stageKey, enteredAt }) => ({
        id,
        templateId,
        stage: stageOf(known(templates, templateId), stageKey),
        enteredAt,
      })),
    }));
  }

  private async templatesOf(ids: readonly string[], tx?: Tx): Promise<ReadonlyMap<string, WorkflowTemplate>> {
    const templates = new Map<string, WorkflowTemplate>();
    for (const id of new Set(ids)) {
      templates.set(id, await this.templates.get(id, tx));
    }
    return templates;
  }
}

const known = (templates: ReadonlyMap<string, WorkflowTemplate>, id: string): WorkflowTemplate => {
  const template = templates.get(id);
  if (!template) {
    throw new Error(`Template ${id} was not read.`);
  }
  return template;
};
