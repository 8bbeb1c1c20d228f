import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** One published version of a workflow. */
@Entity('workflow_template')
@Unique('workflow_template_version_unique', ['key', 'version'])
@ForeignKey('app_user', ['publishedBy'], ['id'], { name: 'workflow_template_published_by_fk' })
@Check('workflow_template_version_positive', 'version >= 1')
export class WorkflowTemplateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'workflow_template_pk' })
  readonly id: string;

  @Column('text')
  readonly key: string;

  @Column('integer')
  readonly version: number;

  @Column('text')
  readonly name: string;

  @Column('timestamp with time zone', { name: 'published_at', precision: 3 })
  readonly publishedAt: Instant;

  @Column('uuid', { name: 'published_by', nullable: true })
  readonly publishedBy: string | null;
}
