import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { StageDefinitionType } from '../../templates/graphql/template.types.js';

@ObjectType('StageVisit', { description: 'A stay in a stage, from the entry up to, but not including, the leaving.' })
export class StageVisitType {
  @Field(() => StageDefinitionType, { description: 'The stage.' })
  stage: StageDefinitionType;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  enteredAt: Instant;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was left; null for the current stage.' })
  leftAt: Instant | null;

  @Field(() => Int, { description: 'Days of this stay on which the initiative was on hold.' })
  daysOnHold: number;
}
