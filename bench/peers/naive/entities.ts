import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, OneToOne, PrimaryColumn } from 'typeorm';

@ObjectType()
@Entity('app_user')
export class User {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  name: string;

  @Field()
  @Column('text')
  email: string;
}

@ObjectType()
@Entity({ schema: 'peers', name: 'gate_criterion' })
export class GateCriterion {
  @PrimaryColumn('uuid', { name: 'template_id' })
  templateId: string;

  @PrimaryColumn('text', { name: 'stage_key' })
  stageKey: string;

  @Field()
  @PrimaryColumn('text')
  key: string;

  @Column('integer')
  position: number;

  @Field()
  @Column('text')
  name: string;

  @Field()
  @Column('text')
  kind: string;

  @Column('text')
  weight: string;
}

@ObjectType()
@Entity('template_stage')
export class Stage {
  @PrimaryColumn('uuid', { name: 'template_id' })
  templateId: string;

  @Field()
  @PrimaryColumn('text')
  key: string;

  @Field()
  @Column('text')
  name: string;

  @Column('integer')
  position: number;
}

@Entity('initiative_insight')
export class Insight {
  @PrimaryColumn('uuid', { name: 'initiative_id' })
  initiativeId: string;

  @Column('text', { nullable: true })
  health: string | null;

  @Column('text', { name: 'health_reason', nullable: true })
  healthReason: string | null;
}

@ObjectType()
@Entity('portfolio')
export class Portfolio {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Field()
  @Column('text')
  key: string;

  @Column('text', { name: 'time_zone' })
  timeZone: string;

  @Column('uuid', { name: 'template_id' })
  templateId: string;
}

@ObjectType()
@Entity('initiative')
export class Initiative {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'portfolio_id' })
  portfolioId: string;

  @Field()
  @Column('text')
  key: string;

  @Field()
  @Column('text')
  name: string;

  @Field()
  @Column('text')
  problem: string;

  @Field()
  @Column('text')
  status: string;

  @Field()
  @Column('text', { name: 'value_thesis' })
  valueThesis: string;

  @Field()
  @Column('text', { name: 'investment_class' })
  investmentClass: string;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'solution_type', nullable: true })
  solutionType: string | null;

  @Field()
  @Column('text', { name: 'risk_tier' })
  riskTier: string;

  @Field(() => String, { nullable: true })
  @Column('text', { name: 'business_unit', nullable: true })
  businessUnit: string | null;

  @Field(() => Int)
  @Column('integer')
  version: number;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('date', { name: 'clock_since', nullable: true })
  clockSince: string | null;

  @Column('uuid', { name: 'template_id' })
  templateId: string;

  @Column('text', { name: 'stage_key' })
  stageKey: string;

  @Field(() => Stage)
  @ManyToOne(() => Stage)
  @JoinColumn([
    { name: 'template_id', referencedColumnName: 'templateId' },
    { name: 'stage_key', referencedColumnName: 'key' },
  ])
  stage: Stage;

  @Field(() => User)
  @ManyToOne(() => User)
  @JoinColumn({ name: 'owner_id' })
  owner: User;

  @Field(() => User, { nullable: true })
  @ManyToOne(() => User)
  @JoinColumn({ name: 'sponsor_id' })
  sponsor: User | null;

  @OneToOne(() => Insight)
  @JoinColumn({ name: 'id', referencedColumnName: 'initiativeId' })
  insight: Insight | null;
}

@ObjectType()
@Entity('stage_visit')
export class StageVisit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'initiative_id' })
  initiativeId: string;

  @Field(() => Stage)
  @ManyToOne(() => Stage)
  @JoinColumn([
    { name: 'template_id', referencedColumnName: 'templateId' },
    { name: 'stage_key', referencedColumnName: 'key' },
  ])
  stage: Stage;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz', { name: 'entered_at' })
  enteredAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  @Column('timestamptz', { name: 'left_at', nullable: true })
  leftAt: Date | null;
}

@Entity('evidence_review')
export class EvidenceReview {
  @PrimaryColumn('uuid', { name: 'evidence_id' })
  evidenceId: string;

  @Column('text')
  outcome: string;
}

@ObjectType()
@Entity('evidence')
export class Evidence {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'initiative_id' })
  initiativeId: string;

  @Column('text', { name: 'criterion_key' })
  criterionKey: string;

  @Field()
  @Column('text')
  summary: string;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  url: string | null;

  @Column('jsonb')
  content: object;

  @Field()
  @Column('date', { name: 'effective_on' })
  effectiveOn: string;

  @Field(() => GraphQLISODateTime)
  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @Field(() => User)
  @ManyToOne(() => User)
  @JoinColumn({ name: 'submitted_by' })
  submittedBy: User;

  @OneToOne(() => EvidenceReview)
  @JoinColumn({ name: 'id', referencedColumnName: 'evidenceId' })
  review: EvidenceReview | null;
}

@Entity('kpi')
export class Kpi {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'initiative_id' })
  initiativeId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @OneToMany(() => KpiDefinition, (definition) => definition.kpi)
  definitions: KpiDefinition[];
}

@Entity('kpi_definition')
export class KpiDefinition {
  @PrimaryColumn('uuid', { name: 'kpi_id' })
  kpiId: string;

  @PrimaryColumn('integer')
  version: number;

  @ManyToOne(() => Kpi, (kpi) => kpi.definitions)
  @JoinColumn({ name: 'kpi_id' })
  kpi: Kpi;

  @Column('text')
  name: string;

  @Column('text')
  unit: string;

  @Column('text')
  role: string;

  @Column('text')
  class: string;

  @Column('text')
  direction: string;

  @Column('numeric', { nullable: true })
  target: string | null;

  @Column('date', { name: 'target_date', nullable: true })
  targetDate: string | null;
}

@ObjectType()
@Entity('kpi_measurement')
export class KpiMeasurement {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'kpi_id' })
  kpiId: string;

  @Field()
  @Column('numeric')
  value: string;

  @Field()
  @Column('date', { name: 'measured_on' })
  measuredOn: string;

  @Field(() => Int, { nullable: true })
  @Column('integer', { name: 'sample_size', nullable: true })
  sampleSize: number | null;

  @Field()
  @Column('text')
  source: string;
}

@Entity('audit_event')
export class AuditEvent {
  @PrimaryColumn('text')
  chain: string;

  @PrimaryColumn('integer')
  sequence: number;

  @Column('text')
  body: string;
}

@Entity('effort_entry')
export class EffortEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'portfolio_id' })
  portfolioId: string;

  @ManyToOne(() => Initiative)
  @JoinColumn({ name: 'initiative_id' })
  initiative: Initiative;

  @Column('text', { name: 'category_key', nullable: true })
  categoryKey: string | null;

  @Column('numeric', { name: 'person_days' })
  personDays: string;

  @Column('date', { name: 'worked_on' })
  workedOn: string;
}
