import { Module } from '@nestjs/common';
import { GatesModule } from '../gates/gates.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { PortfoliosModule } from '../portfolios/portfolios.module.js';
import { SignalsModule } from '../signals/signals.module.js';
import { TemplatesModule } from '../templates/templates.module.js';
import { MigrateTemplate } from './commands/migrate-template.js';
import { TemplateMigrationResolver } from './graphql/template-migration.resolver.js';
import { MigratingInitiatives } from './queries/migrating-initiatives.js';
import { MigrationCandidates } from './queries/migration-candidates.js';
import { MigrationFacts } from './queries/migration-facts.js';
import { MigrationPreview } from './queries/migration-preview.js';
import { MigrationTargets } from './queries/migration-targets.js';
import { TemplateDryRun } from './queries/template-dry-run.js';

@Module({
  imports: [GatesModule, InitiativesModule, PortfoliosModule, SignalsModule, TemplatesModule],
  providers: [
    MigrateTemplate,
    MigratingInitiatives,
    MigrationCandidates,
    MigrationFacts,
    MigrationPreview,
    MigrationTargets,
    TemplateDryRun,
    TemplateMigrationResolver,
  ],
  exports: [MigrateTemplate],
})
export class TemplateMigrationsModule {}
