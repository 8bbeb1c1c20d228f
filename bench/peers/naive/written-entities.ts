import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ schema: 'peers', name: 'handed_in' })
export class HandedIn {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'portfolio_id' })
  portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  initiativeId: string;

  @Column('text', { name: 'criterion_key' })
  criterionKey: string;

  @Column('text')
  kind: string;

  @Column('text')
  summary: string;

  @Column('text')
  url: string;

  @Column('jsonb')
  content: object;

  @Column('date', { name: 'effective_on' })
  effectiveOn: string;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @Column('uuid', { name: 'submitted_by' })
  submittedBy: string;
}

@Entity({ schema: 'peers', name: 'audit_log' })
export class AuditLog {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('uuid', { name: 'initiative_id' })
  initiativeId: string;

  @Column('uuid', { name: 'portfolio_id' })
  portfolioId: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { name: 'actor_id' })
  actorId: string;

  @Column('text')
  action: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('jsonb')
  changes: object;
}

@Entity({ schema: 'peers', name: 'worklog' })
export class Worklog {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid', { name: 'portfolio_id' })
  portfolioId: string;

  @Column('uuid', { name: 'initiative_id' })
  initiativeId: string;

  @Column('text', { name: 'category_key', nullable: true })
  categoryKey: string | null;

  @Column('text', { name: 'category_source' })
  categorySource: string;

  @Column('numeric')
  amount: string;

  @Column('text')
  unit: string;

  @Column('numeric', { name: 'person_days' })
  personDays: string;

  @Column('date', { name: 'worked_on' })
  workedOn: string;

  @Column('text')
  person: string;

  @Column('text', { array: true })
  labels: string[];

  @Column('text')
  source: string;

  @Column('text', { name: 'external_id' })
  externalId: string;

  @Column('integer')
  revision: number;

  @Column('text')
  method: string;

  @Column('boolean', { name: 'is_reversal' })
  isReversal: boolean;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;
}
