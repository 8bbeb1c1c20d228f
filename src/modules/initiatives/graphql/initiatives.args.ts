import { ArgsType, Field, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { MayBeNull } from '../../../platform/graphql/validators.js';
import type { InitiativeOrder as Order } from '../queries/initiative-list.js';
import { InitiativeOrder } from './initiative.enums.js';
import { InitiativeFilterInput } from './initiative.inputs.js';

/** Which initiatives of a portfolio are asked for. */
@ArgsType()
export class InitiativesArgs {
  @Field(() => InitiativeFilterInput, { nullable: true, description: 'Which of them.' })
  @MayBeNull()
  @ValidateNested()
  @Type(() => InitiativeFilterInput)
  filter?: InitiativeFilterInput | null;

  @Field(() => InitiativeOrder, { nullable: true, defaultValue: 'UPDATED_DESC', description: 'In which order.' })
  orderBy?: Order | null;

  @Field(() => Int, { nullable: true, defaultValue: 25, description: 'How many, 1 to 300: a board is one page.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after.' })
  after?: string | null;
}
