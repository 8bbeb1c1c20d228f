import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';

/** An initiative as it stands. */
@Entity('initiative')
@Unique('initiative_key_unique', ['key'])
@Unique('initiative_number_unique', ['portfolioId', 'number'])
@Unique('initiative_tenant_unique', ['portfolioId', 'id'])
@Index('initiative_external_ref_unique', ['portfolioId', 'externalRef'], {
  unique: true,
  where: 'external_ref IS NOT NULL',
})
@Index('initiative_updated_idx', ['portfolioId', 'updatedAt', 'id'])
@Index('initiative_name_idx', ['portfolioId', 'name', 'id'])
@Index('initiative_stage_idx', ['templateId', 'stageKey'])
@Index('initiative_standing_idx', ['portfolioId', 'stageKey'], { where: "status IN ('ACTIVE', 'ON_HOLD')" })
@Index('initiative_clock_since_idx', ['portfolioId', 'clockSince', 'id'], { where: 'clock_since IS NOT NULL' })
@Index('initiative_clock_days_idx', ['portfolioId', 'clockDays', 'id'], { where: 'clock_days IS NOT NULL' })
@Index('initiative_owner_idx', ['ownerId'])
@Index('initiative_sponsor_idx', ['sponsorId'])
@ForeignKey('portfolio', ['portfolioId'], ['id'], { name: 'initiative_portfolio_fk' })
@ForeignKey('app_user', ['ownerId'], ['id'], { name: 'initiative_owner_fk' })
@ForeignKey('app_user', ['sponsorId'], ['id'], { name: 'initiative_sponsor_fk' })
@ForeignKey('effort_category', ['portfolioId', 'defaultCategoryKey'], ['portfolioId', 'key'], {
  name: 'initiative_default_category_fk',
})
@ForeignKey('template_stage', ['templateId', 'stageKey'], ['templateId', 'key'], { name: 'initiative_stage_fk' })
@ForeignKey(
  'stage_visit',
  ['id', 'templateId', 'stageKey', 'stands'],
  ['initiativeId', 'templateId', 'stageKey', 'isOpen'],
  { name: 'initiative_open_visit_fk', deferrable: 'INITIALLY DEFERRED' },
)
@Check('initiative_stands', 'see migrations')
@Check('initiative_version_positive', 'see migrations')
@Check('initiative_status_known', 'see migrations')
@Check('initiative_value_thesis_known', 'see migrations')
@Check('initiative_solution_type_known', 'see migrations')
@Check('initiative_investment_class_known', 'see migrations')
@Check('initiative_risk_tier_known', 'see migrations')
@Check('initiative_clock_one', 'see migrations')
@Check('initiative_clock_days', 'see migrations')
@Check('initiative_clock_runs_while_active', 'see migrations')
export class InitiativeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'initiative_pk' })
  readonly id: string;

  @Column('uuid', { name: 'portfolio_id' })
  readonly portfolioId: string;

  @Column('integer')
  readonly number: number;

  @Column('text')
  readonly key: string;

  @Column('text')
  readonly name: string;

  @Column('text')
  readonly problem: string;

  @Column('text', { name: 'value_thesis' })
  readonly valueThesis: string;

  @Column('text', { name: 'solution_type', nullable: true })
  readonly solutionType: string | null;

  @Column('text', { name: 'investment_class' })
  readonly investmentClass: string;

  @Column('text', { name: 'risk_tier' })
  readonly riskTier: string;

  @Column('text', { name: 'business_unit', nullable: true })
  readonly businessUnit: string | null;

  @Column('uuid', { name: 'owner_id' })
  readonly ownerId: string;

  @Column('uuid', { name: 'sponsor_id', nullable: true })
  readonly sponsorId: string | null;

  @Column('text', { name: 'default_category_key', nullable: true })
  readonly defaultCategoryKey: string | null;

  @Column('uuid', { name: 'template_id' })
  readonly templateId: string;

  @Column('text', { name: 'stage_key' })
  readonly stageKey: string;

  @Column('boolean', { default: true })
  readonly stands: boolean;

  @Column('text')
  readonly status: string;

  @Column('text', { name: 'external_ref', nullable: true })
  readonly externalRef: string | null;

  @Column('integer')
  readonly version: number;

  @Column('timestamp with time zone', { name: 'created_at', precision: 3 })
  readonly createdAt: Instant;

  @Column('timestamp with time zone', { name: 'updated_at', precision: 3 })
  readonly updatedAt: Instant;

  @Column('date', { name: 'clock_since', nullable: true })
  readonly clockSince: CalendarDate | null;

  @Column('integer', { name: 'clock_days', nullable: true, default: 0 })
  readonly clockDays: number | null;
}
