import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, OneToMany, OneToOne, PrimaryColumn } from 'typeorm';
import { Initiative, User } from './initiative.entities.js';

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
