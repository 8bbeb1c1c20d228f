import { applyDecorators } from '@nestjs/common';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsDefined } from 'class-validator';
import type { RiskTier, StageCategory } from '../../../domain/gates/gate.js';
import type {
  InitiativeStatus as Status,
  InvestmentClass as InvestmentClassValue,
  SolutionType as SolutionTypeValue,
  ValueThesis as ValueThesisValue,
} from '../../../domain/initiatives/initiative.js';
import type { Health } from '../../../domain/initiatives/health.js';
import type { AgingLevel } from '../../../domain/pipeline/aging.js';
import { ListOf, MayBeAbsent, MayBeNull, Text, Whole } from '../../../platform/graphql/validators.js';
import { RiskTierEnum, StageCategoryEnum } from '../../templates/graphql/template.enums.js';
import { AgingLevelEnum } from './aging.types.js';
import { HealthEnum, InitiativeStatus, InvestmentClass, SolutionType, ValueThesis } from './initiative.enums.js';

const CannotBeCleared = (): PropertyDecorator =>
  applyDecorators(
    MayBeAbsent(),
    IsDefined({ message: '$property cannot be cleared; leave it out to keep it as it is.' }),
  );

@InputType({ description: 'An initiative to be entered.' })
export class InitiativeCreateInput {
  @Field(() => String, { description: 'The portfolio it belongs to, by key.' })
  portfolioKey: string;

  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  @Text(200)
  name: string;

  @Field(() => String, { description: 'The business pain, in the words of those who have it, 1 to 10,000 characters.' })
  @Text(10_000)
  problem: string;

  @Field(() => ValueThesis, { description: 'What value it is expected to bring.' })
  valueThesis: ValueThesisValue;

  @Field(() => SolutionType, { nullable: true, description: 'What kind of solution is built.' })
  solutionType?: SolutionTypeValue | null;

  @Field(() => InvestmentClass, {
    nullable: true,
    defaultValue: 'CORE',
    description: 'How far it is from today’s business.',
  })
  investmentClass?: InvestmentClassValue | null;

  @Field(() => RiskTierEnum, { nullable: true, defaultValue: 'LIMITED', description: 'How much harm it could do.' })
  riskTier?: RiskTier | null;

  @Field(() => String, { nullable: true, description: 'The part of the business it is for, 1 to 200 characters.' })
  @MayBeNull()
  @Text(200)
  businessUnit?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who answers for it; default: the caller.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who pays for it.' })
  sponsorId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The category of its effort where neither the sender nor a classification rule gives one.',
  })
  defaultCategoryKey?: string | null;

  @Field(() => String, { nullable: true, description: "Default: the portfolio's template, newest version." })
  templateKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For idempotent creation from another system, 1 to 500 characters.',
  })
  @MayBeNull()
  @Text(500)
  externalRef?: string | null;
}

@InputType({ description: 'What of an initiative is to be changed: what is absent stays, null clears.' })
export class InitiativeUpdateInput {
  @Field(() => String, { nullable: true, description: 'What it is called, 1 to 200 characters.' })
  @MayBeAbsent()
  @Text(200)
  name?: string;

  @Field(() => String, { nullable: true, description: 'The business pain, 1 to 10,000 characters.' })
  @MayBeAbsent()
  @Text(10_000)
  problem?: string;

  @Field(() => ValueThesis, { nullable: true, description: 'What value it is expected to bring; cannot be cleared.' })
  @CannotBeCleared()
  valueThesis?: ValueThesisValue;

  @Field(() => SolutionType, { nullable: true, description: 'What kind of solution is built; null clears it.' })
  solutionType?: SolutionTypeValue | null;

  @Field(() => InvestmentClass, {
    nullable: true,
    description: 'How far it is from today’s business; cannot be cleared.',
  })
  @CannotBeCleared()
  investmentClass?: InvestmentClassValue;

  @Field(() => RiskTierEnum, { nullable: true, description: 'How much harm it could do; cannot be cleared.' })
  @CannotBeCleared()
  riskTier?: RiskTier;

  @Field(() => String, { nullable: true, description: 'The part of the business it is for; null clears it.' })
  @MayBeNull()
  @Text(200)
  businessUnit?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who answers for it; cannot be cleared.' })
  @CannotBeCleared()
  ownerId?: string;

  @Field(() => ID, { nullable: true, description: 'Who pays for it; null clears it.' })
  sponsorId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The category of its effort where neither the sender nor a classification rule gives one; null clears it. Such effort of open periods follows, by reversal and re-entry.',
  })
  defaultCategoryKey?: string | null;

  @Field(() => Int, { description: 'The version the change was made on; another one is STALE_VERSION.' })
  @Whole(1, 2_147_483_647)
  expectedVersion: number;
}

@InputType('InitiativeFilter', { description: 'Which initiatives to list; every condition that is given must hold.' })
export class InitiativeFilterInput {
  @Field(() => [InitiativeStatus], { nullable: true, description: 'In one of these statuses.' })
  statuses?: Status[] | null;

  @Field(() => [String], { nullable: true, description: 'In one of these stages.' })
  @MayBeNull()
  @ListOf(0, 100)
  stageKeys?: string[] | null;

  @Field(() => [StageCategoryEnum], { nullable: true, description: 'In a stage of one of these categories.' })
  stageCategories?: StageCategory[] | null;

  @Field(() => [AgingLevelEnum], { nullable: true, description: 'On one of these levels of aging.' })
  agingLevels?: AgingLevel[] | null;

  @Field(() => [HealthEnum], { nullable: true, description: 'Whose health is one of these.' })
  healths?: Health[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: a GO at the gate it stands at would be refused for no criterion and no condition. False: it would.',
  })
  readyForGate?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Owned by this user.' })
  ownerId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Owned by one of these users; at most 100.' })
  @MayBeNull()
  @ListOf(0, 100)
  ownerIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'With one of these keys; at most 300.' })
  @MayBeNull()
  @ListOf(0, 300)
  keys?: string[] | null;

  @Field(() => [InvestmentClass], { nullable: true, description: 'Of one of these distances from today’s business.' })
  investmentClasses?: InvestmentClassValue[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: a review of it is open; false: none is.' })
  hasOpenReview?: boolean | null;

  @Field(() => String, { nullable: true, description: 'For this part of the business, exactly as written.' })
  businessUnit?: string | null;

  @Field(() => ValueThesis, { nullable: true, description: 'With this value thesis.' })
  valueThesis?: ValueThesisValue | null;

  @Field(() => RiskTierEnum, { nullable: true, description: 'In this risk tier.' })
  riskTier?: RiskTier | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words in key, name or problem; every one must occur. At most 200 characters.',
  })
  @MayBeNull()
  @Text(200)
  search?: string | null;
}
