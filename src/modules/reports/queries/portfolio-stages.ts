import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../domain/basics/instant.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import { Templates } from '../../templates/queries/templates.js';

/** The template of a portfolio: the version in force at an instant, and all there were by then. */
export interface TemplateVersions {
  readonly inForce: WorkflowTemplate;
  /** The newest first: the one in force, then those before it. */
  readonly all: readonly WorkflowTemplate[];
}

@Injectable()
export class PortfolioStages {
  constructor(private readonly templates: Templates) {}

  async at({ templateId }: Portfolio, at: Instant): Promise<TemplateVersions> {
    const inForce = await this.templates.newestAt(templateId, at);
    return { inForce, all: [inForce, ...(await this.templates.olderThan(inForce)).toReversed()] };
  }
}
