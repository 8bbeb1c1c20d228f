import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';

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
