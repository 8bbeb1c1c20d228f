import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A move of an initiative to another version of its template. */
@Entity('template_migration')
@ForeignKey('initiative', ['portfolioId', 'initiativeId'], ['portfolioId', 'id'], {
  name: 'template_migration_initiative_fk',
})
@ForeignKey('initiative_revision', ['initiativeId', 'version'], ['initiativeId', 'version'], {
  name: 'template_migration_revision_fk',
})
@ForeignKey('template_stage', ['fromTemplateId', 'fromStageKey'], ['templateId', 'key'], {
  name: 'template_migration_from_stage_fk',
})
@ForeignKey('template_stage', ['toTemplateId', 'toStageKey'], ['templateId', 'key'], {
  name: 'template_migration_to_stage_fk',
})
@ForeignKey('app_user', ['migratedBy'], ['id'], { name: 'template_migration_migrated_by_fk' })
@Check('template_migration_to_another', 'see migrations')
@Check('template_migration_says_why', 'see migrations')
export class TemplateMigrationEntity {
  @PrimaryColumn('uuid', { name: 'initiative_id', primaryKeyConstraintName: 'template_migration_pk' })
  readonly initiativeId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'template_migration_pk' })
  readonly version: number;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('uuid', { name: 'from_template_id' })
  readonly fromTemplateId: string;

  @Column('uuid', { name: 'to_template_id' })
  readonly toTemplateId: string;

  @Column('text', { name: 'from_stage_key' })
  readonly fromStageKey: string;

  @Column('text', { name: 'to_stage_key' })
  readonly toStageKey: string;

  @Column('text')
  readonly reason: string;

  @Column('timestamp with time zone', { name: 'migrated_at', precision: 3 })
  readonly migratedAt: Instant;

  @Column('uuid', { name: 'migrated_by' })
  readonly migratedBy: string;
}
