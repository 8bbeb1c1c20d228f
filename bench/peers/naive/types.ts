import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { GateCriterion, Initiative } from './initiative.entities.js';
import { Evidence, KpiMeasurement } from './record.entities.js';

@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage: boolean;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

@ObjectType()
export class InitiativeConnection {
  @Field(() => [Initiative])
  nodes: Initiative[];

  @Field(() => PageInfo)
  pageInfo: PageInfo;
}

@ObjectType()
export class Assessment {
  @Field(() => GateCriterion)
  criterion: GateCriterion;

  @Field()
  status: string;

  @Field(() => Evidence, { nullable: true })
  evidence: Evidence | null;
}

@ObjectType()
export class Readiness {
  @Field(() => Int)
  metCount: number;

  @Field(() => Int)
  mustMeetCount: number;

  @Field()
  ready: boolean;

  @Field(() => [Assessment])
  assessments: Assessment[];
}

@ObjectType()
export class KpiView {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field()
  unit: string;

  @Field()
  role: string;

  @Field()
  class: string;

  @Field()
  direction: string;

  @Field(() => String, { nullable: true })
  target: string | null;

  @Field(() => String, { nullable: true })
  targetDate: string | null;

  @Field(() => KpiMeasurement, { nullable: true })
  latest?: KpiMeasurement | null;
}

@ObjectType()
export class AuditEntry {
  @Field(() => Int)
  sequence: number;

  @Field()
  at: string;

  @Field()
  action: string;

  @Field()
  subjectType: string;

  @Field()
  subjectId: string;

  @Field()
  changes: string;

  actorId: string;
}

@ObjectType()
export class UnitShare {
  @Field()
  unit: string;

  @Field(() => String, { nullable: true })
  categoryKey: string | null;

  @Field(() => Float)
  personDays: number;
}

@ObjectType()
export class FunnelStage {
  @Field()
  stageKey: string;

  @Field(() => Int)
  entered: number;

  @Field(() => Int)
  advanced: number;

  @Field(() => Int)
  stopped: number;
}

@ObjectType()
export class EvidencePayload {
  @Field(() => ID)
  id: string;

  @Field()
  submittedAt: Date;
}

@ObjectType()
export class WorklogRow {
  @Field(() => Int)
  index: number;

  @Field()
  status: string;
}

@ObjectType()
export class WorklogsPayload {
  @Field(() => Int)
  recorded: number;

  @Field(() => [WorklogRow])
  rows: WorklogRow[];
}
