import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A published version of the rules that give effort its category. */
@Entity('classification_rules')
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'classification_rules_portfolio_fk' })
@ForeignKey('app_user', ['publishedBy'], ['id'], { name: 'classification_rules_published_by_fk' })
@ForeignKey('classification_rules', ['portfolioId', 'previousVersion'], ['portfolioId', 'version'], {
  name: 'classification_rules_previous_fk',
})
@Check('classification_rules_gapless', 'see migrations')
export class ClassificationRulesEntity {
  @PrimaryColumn('uuid', { name: 'portfolio_id', primaryKeyConstraintName: 'classification_rules_pk' })
  readonly portfolioId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'classification_rules_pk' })
  readonly version: number;

  @Column('integer', { name: 'previous_version', nullable: true })
  readonly previousVersion: number | null;

  @Column('timestamp with time zone', { name: 'published_at', precision: 3 })
  readonly publishedAt: Instant;

  @Column('uuid', { name: 'published_by' })
  readonly publishedBy: string;
}
