import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { RefusedAs } from '../../../platform/graphql/refusal.interceptor.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { draftOf } from '../../templates/graphql/template-draft.js';
import { MigrateTemplate } from '../commands/migrate-template.js';
import { MigrationPreview } from '../queries/migration-preview.js';
import { TemplateDryRun } from '../queries/template-dry-run.js';
import {
  TemplateMigrateInput,
  TemplateMigrationPreviewArgs,
  WorkflowTemplateDryRunArgs,
} from './template-migration.inputs.js';
import { TemplateMigratePayload, WorkflowTemplateDryRunPayload } from './template-migration.payloads.js';
import { TemplateMigrationPreviewConnection } from './template-migration.types.js';

const NOBODY_MOVED = { migrated: 0, stayed: 0 };

@Resolver()
export class TemplateMigrationResolver {
  constructor(
    private readonly preview: MigrationPreview,
    private readonly dryRun: TemplateDryRun,
    private readonly migrate: MigrateTemplate,
  ) {}

  @Query(() => TemplateMigrationPreviewConnection, {
    description:
      'What a newer version of a template would give to and take from each initiative on an older one; it changes nothing. Killed and retired ones stay where they are and are left out.',
  })
  templateMigrationPreview(@Viewing() viewer: Viewer, @Args() args: TemplateMigrationPreviewArgs) {
    const {
      portfolioKey,
      templateKey,
      toVersion = null,
      stageMapping,
      initiativeIds = null,
      first,
      after = null,
    } = args;
    return this.preview.page(
      viewer,
      { portfolioKey, templateKey, toVersion, mapping: stageMapping ?? [], initiativeIds },
      { first: pageSize(first), after },
    );
  }

  @Query(() => WorkflowTemplateDryRunPayload, {
    description:
      'What a draft of a template would do to each initiative of a portfolio if it were published now and they moved to it; nothing is written. It tells all that publishing would refuse. Whoever may know of the portfolio may ask.',
  })
  async workflowTemplateDryRun(@Viewing() viewer: Viewer, @Args() args: WorkflowTemplateDryRunArgs) {
    const { portfolioKey, input, stageMapping, first, after = null } = args;
    const request = { portfolioKey, draft: draftOf(input), mapping: stageMapping ?? [] };
    return payload(await this.dryRun.run(viewer, request, { first: pageSize(first), after }), (run) => run);
  }

  @Mutation(() => TemplateMigratePayload, {
    description:
      'Moves initiatives to a newer version of their template in one transaction, those that are named or all that can; it takes ADMIN or PROCESS_DESIGNER. Their clocks go on, and decisions keep the version they were made under.',
  })
  @RefusedAs(NOBODY_MOVED)
  async templateMigrate(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio, by its key.' }) portfolioKey: string,
    @Args('input', { type: () => TemplateMigrateInput, description: 'Who is to move, and where.' })
    input: TemplateMigrateInput,
  ) {
    const { templateKey, toVersion = null, stageMapping, initiativeIds = null, reason } = input;
    const request = { templateKey, toVersion, mapping: stageMapping ?? [], initiativeIds, reason };
    return { ...NOBODY_MOVED, ...payload(await this.migrate.run(viewer, portfolioKey, request), (moved) => moved) };
  }
}
