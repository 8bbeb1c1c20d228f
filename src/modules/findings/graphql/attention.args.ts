import { ArgsType, Field, Int } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { FindingCode, FindingLevel } from '../../../domain/findings/finding.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { FindingCodeEnum, FindingLevelEnum } from './finding.types.js';

/** Which findings of a portfolio are asked for. */
@ArgsType()
export class AttentionArgs {
  @Field(() => [FindingCodeEnum], { nullable: true, description: 'Only what these rules found.' })
  codes?: FindingCode[] | null;

  @Field(() => [FindingLevelEnum], { nullable: true, description: 'Only what matters this much.' })
  levels?: FindingLevel[] | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether to tell of muted ones too.' })
  includeMuted?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'As it was known then; null: now.' })
  asOf?: Instant | null;

  @Field(() => Int, { nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after.' })
  after?: string | null;
}
