import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { RiskTier } from '../../../domain/gates/gate.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type {
  Initiative,
  InitiativeStatus as Status,
  InvestmentClass as InvestmentClassValue,
  SolutionType as SolutionTypeValue,
  ValueThesis as ValueThesisValue,
} from '../../../domain/initiatives/initiative.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { RiskTierEnum } from '../../templates/graphql/template.enums.js';
import { InitiativeStatus, InvestmentClass, SolutionType, ValueThesis } from './initiative.enums.js';

@ObjectType('Initiative', {
  implements: () => Node,
  description: 'One AI initiative on its way from proof of concept to production.',
})
export class InitiativeType implements Omit<
  Initiative,
  'portfolioId' | 'ownerId' | 'sponsorId' | 'templateId' | 'stageKey'
> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'For people and tickets, unique for good: CLAIMS-42.' })
  key: string;

  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => String, { description: 'The business pain, in the words of those who have it.' })
  problem: string;

  @Field(() => ValueThesis, { description: 'What value it is expected to bring.' })
  valueThesis: ValueThesisValue;

  @Field(() => SolutionType, {
    nullable: true,
    description: 'What kind of solution is built; null while that is open.',
  })
  solutionType: SolutionTypeValue | null;

  @Field(() => InvestmentClass, { description: 'How far it is from today’s business.' })
  investmentClass: InvestmentClassValue;

  @Field(() => RiskTierEnum, { description: 'How much harm it could do; some criteria are for some tiers only.' })
  riskTier: RiskTier;

  @Field(() => String, { nullable: true, description: 'The part of the business it is for.' })
  businessUnit: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The category of its effort where neither the sender nor a classification rule gives one; null: such effort is uncategorised.',
  })
  defaultCategoryKey: string | null;

  @Field(() => InitiativeStatus, { description: 'Whether it moves; where it stands is the stage.' })
  status: Status;

  @Field(() => String, { nullable: true, description: 'Its identifier in the system it was created from.' })
  externalRef: string | null;

  @Field(() => Int, { description: 'Counts every change; give it as expectedVersion.' })
  version: number;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  createdAt: Instant;

  @Field(() => DateTimeScalar, { description: 'When it was changed last.' })
  updatedAt: Instant;
}

export const InitiativeConnection = connectionTypes(InitiativeType, 'Initiative', 'initiatives', true);
