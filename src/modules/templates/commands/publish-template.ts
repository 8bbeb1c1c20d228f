import { Injectable } from '@nestjs/common';
import { mayPublishTemplates, type Viewer } from '../../../domain/access/access.js';
import { accept, refuse, type Result } from '../../../domain/basics/result.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import { validateTemplate, type TemplateDraft } from '../../../domain/pipeline/validate-template.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { fault } from '../../../platform/faults.js';
import { newId } from '../../../platform/ids.js';
import { AppendAudit } from '../../audit/commands/append-audit.js';
import { TemplateStageEntity } from '../persistence/template-stage.entity.js';
import { WorkflowTemplateEntity } from '../persistence/workflow-template.entity.js';

/**
 * Publishes a workflow: the first of its key is version 1, each later one the next version. What is published never
 * changes. An instance admin, or who is PROCESS_DESIGNER in any portfolio, may. Refused with every problem of the draft at once.
 */
@Injectable()
export class PublishTemplate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AppendAudit,
    private readonly clock: Clock,
  ) {}

  async run(viewer: Viewer, draft: TemplateDraft): Promise<Result<WorkflowTemplate>> {
    if (!mayPublishTemplates(viewer)) {
      throw fault(
        'FORBIDDEN',
        'Publishing a template takes the role PROCESS_DESIGNER in a portfolio, or an instance admin.',
      );
    }
    const problems = validateTemplate(draft);
    return problems.length > 0 ? refuse(...problems) : this.work.run((tx) => this.publish(tx, viewer.userId, draft));
  }

  /** Publishes what ships with the product, on an instance that has no version of it yet. */
  async ship(draft: TemplateDraft): Promise<void> {
    await this.work.run(async (tx): Promise<Result<WorkflowTemplate | null>> => {
      await lockKey(tx, draft.key);
      const [newest] = await tx.query('SELECT 1 FROM workflow_template WHERE key = $1', [draft.key]);
      return newest ? accept(null) : this.publish(tx, null, draft);
    });
  }

  private async publish(tx: Tx, publishedBy: string | null, draft: TemplateDraft): Promise<Result<WorkflowTemplate>> {
    await lockKey(tx, draft.key);
    const [newest] = await tx.query<{ version: number | null }>(
      'SELECT max(version) AS version FROM workflow_template WHERE key = $1',
      [draft.key],
    );
    const at = this.clock.now();
    const template: WorkflowTemplate = {
      id: newId(),
      key: draft.key,
      name: draft.name,
      version: (newest?.version ?? 0) + 1,
      publishedAt: at,
      stages: draft.stages.map((stage, position) => ({ ...stage, position: position + 1 })),
    };
    await tx.manager.insert(WorkflowTemplateEntity, {
      id: template.id,
      key: template.key,
      version: template.version,
      name: template.name,
      publishedAt: at,
      publishedBy,
    });
    await tx.manager.insert(
      TemplateStageEntity,
      template.stages.map((stage) => ({
        ...stage,
        templateId: template.id,
        exitGate: stage.exitGate as unknown as object,
      })),
    );
    await this.audit.run(tx, {
      initiativeId: null,
      portfolioId: null,
      at,
      actorId: publishedBy,
      action: 'template.published',
      subjectType: 'WorkflowTemplate',
      subjectId: template.id,
      changes: { key: template.key, version: template.version },
    });
    return accept(template);
  }
}

const lockKey = (tx: Tx, key: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [key]);
