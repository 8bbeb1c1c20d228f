import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../../domain/basics/instant.js';

/** A portfolio: the tenant. */
@Entity('portfolio')
@Unique('portfolio_key_unique', ['key'])
@Index('portfolio_template_idx', ['templateId'])
@ForeignKey('workflow_template', ['templateId'], ['id'], { name: 'portfolio_template_fk' })
@Check('portfolio_key_form', 'see migrations')
export class PortfolioEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'portfolio_pk' })
  readonly id: string;

  @Column('text')
  readonly key: string;

  @Column('text')
  readonly name: string;

  @Column('text', { name: 'time_zone' })
  readonly timeZone: string;

  @Column('uuid', { name: 'template_id' })
  readonly templateId: string;

  @Column('integer', { name: 'last_initiative_number', default: 0 })
  readonly lastInitiativeNumber: number;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  readonly createdAt: Instant;
}
