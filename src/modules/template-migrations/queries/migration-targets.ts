import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { TemplateDraft } from '../../../domain/pipeline/validate-template.js';
import { Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Portfolios, type Portfolio } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';

export interface TargetRequest {
  readonly portfolioKey: string;
  readonly templateKey: string;
  /** Null: the newest. */
  readonly toVersion: number | null;
}

/** Where initiatives are to move, and from where. */
export interface MigrationTarget {
  /** Null where there is none, or the viewer may not know of it. */
  readonly portfolio: Portfolio | null;
  /** Null where no such version is published. */
  readonly to: WorkflowTemplate | null;
  /** Every version before it, oldest first. */
  readonly older: readonly WorkflowTemplate[];
}

/** What stands for the id of a version that is not published; no visit and no initiative has it. */
const UNPUBLISHED = 'unpublished';

@Injectable()
export class MigrationTargets {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly templates: Templates,
    private readonly clock: Clock,
  ) {}

  async find(
    viewer: Viewer,
    { portfolioKey, templateKey, toVersion }: TargetRequest,
    tx?: Tx,
  ): Promise<MigrationTarget> {
    const portfolio = await this.portfolios.seenBy(viewer, portfolioKey, tx);
    const to = await this.templates.find(templateKey, toVersion, tx);
    return { portfolio, to, older: to ? await this.templates.olderThan(to, tx) : [] };
  }

  /** The same for a version that is not published: the one a draft would become if it were published now. */
  async ofDraft(
    viewer: Viewer,
    portfolioKey: string,
    draft: TemplateDraft,
  ): Promise<MigrationTarget & { readonly to: WorkflowTemplate }> {
    const portfolio = await this.portfolios.seenBy(viewer, portfolioKey);
    const newest = await this.templates.find(draft.key, null);
    const to: WorkflowTemplate = {
      id: UNPUBLISHED,
      key: draft.key,
      name: draft.name,
      version: (newest?.version ?? 0) + 1,
      publishedAt: this.clock.now(),
      stages: draft.stages.map((stage, position) => ({ ...stage, position: position + 1 })),
    };
    return { portfolio, to, older: await this.templates.olderThan(to) };
  }
}
