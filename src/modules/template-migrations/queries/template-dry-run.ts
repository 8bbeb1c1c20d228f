import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../domain/access/access.js';
import { accept, notFound, refuse, type Result } from '../../../domain/basics/result.js';
import { checkStageMapping, type StageMapping } from '../../../domain/pipeline/stage-mapping.js';
import { validateTemplate, type TemplateDraft } from '../../../domain/pipeline/validate-template.js';
import { MigrationPreview, type PreviewPage } from './migration-preview.js';
import { MigrationTargets } from './migration-targets.js';

export interface DryRunRequest {
  readonly portfolioKey: string;
  readonly draft: TemplateDraft;
  readonly mapping: readonly StageMapping[];
}

/** What a draft would come to. */
export interface DryRun {
  /** The version it would be published as. */
  readonly version: number;
  readonly previews: PreviewPage;
}

@Injectable()
export class TemplateDryRun {
  constructor(
    private readonly targets: MigrationTargets,
    private readonly preview: MigrationPreview,
  ) {}

  /**
   * What a draft would do to the initiatives of a portfolio if it were published now and they moved to it; nothing is written. Refused
   * with all that publishing would refuse, NOT_FOUND for a portfolio the viewer may not know of, and INVALID for a mapping that
   * cannot be. Whoever may know of the portfolio may ask.
   */
  async run(
    viewer: Viewer,
    { portfolioKey, draft, mapping }: DryRunRequest,
    paging: { readonly first: number; readonly after: string | null },
  ): Promise<Result<DryRun>> {
    const { portfolio, to, older } = await this.targets.ofDraft(viewer, portfolioKey, draft);
    const problems = [
      ...(portfolio ? [] : [notFound('The portfolio', ['portfolioKey'])]),
      ...validateTemplate(draft),
      ...checkStageMapping(mapping, to, older, ['stageMapping']),
    ];
    if (!portfolio || problems.length > 0) {
      return refuse(...problems);
    }
    const move = { portfolioId: portfolio.id, to, older, mapping, initiativeIds: null };
    return accept({ version: to.version, previews: await this.preview.pageOf(move, paging) });
  }
}
