import { Field, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import { REFUSAL_CODES, type Refusal, type RefusalCode, type Result } from '../../domain/basics/result.js';
import { graphqlEnum } from './enums.js';

export const UserErrorCode = graphqlEnum('UserErrorCode', REFUSAL_CODES, 'Why a mutation was refused; for machines.', {
  INVALID: 'An argument is at fault; `field` names it.',
  NOT_FOUND: 'There is no such thing, or you may not know of it.',
  ALREADY_EXISTS: 'There is one already.',
  STALE_VERSION: 'Somebody else changed it first; read it again and look at what changed.',
  WRONG_STATE: 'It is not in a state for this.',
  IDEMPOTENCY_MISMATCH: 'The same identifier was used before with other values.',
  CRITERION_UNMET: 'A must-meet criterion is not met, waived, or covered by a condition.',
  CRITERION_VETO: 'A criterion marked as veto cannot be covered by a condition.',
  CONDITION_OPEN: 'A condition of an earlier decision is not closed yet.',
  CONDITION_INVALID: 'A condition cannot be set as it is stated.',
  QUORUM_NOT_MET: 'Fewer votes are in than the gate asks for.',
  OUTCOME_NOT_SUPPORTED: 'Another outcome has the votes.',
  OWNER_CANNOT_VOTE: "The initiative's owner and its sponsor neither vote nor decide.",
  SELF_REVIEW: 'Nobody reviews what is their own.',
  RECYCLE_LIMIT: 'The gate has sent the initiative back as often as it may.',
  WAIVER_EXISTS: 'A waiver of the criterion is pending or in force already.',
  WAIVER_TOO_LONG: 'A waiver ends at most 90 days ahead.',
  TARGETS_NOT_100: 'The targets of a scheme must add up to exactly 100 percent.',
  TEMPLATE_UNREACHABLE_STAGE: 'A stage of the template can never be reached.',
  OVER_CAPACITY: 'More than 24 hours of one person on one day.',
});

@InterfaceType('UserError', {
  description: 'Why a mutation was refused. All reasons come at once, and the mutation changed nothing.',
  resolveType: (refusal: Refusal) => {
    if ('assessment' in refusal) {
      return 'CriterionError';
    }
    return refusal.currentVersion === undefined ? 'InputError' : 'StaleVersionError';
  },
})
export abstract class UserError {
  @Field(() => UserErrorCode, { description: 'The reason, for machines.' })
  code: RefusalCode;

  @Field(() => String, { description: 'The reason, for people: what is wrong and what to do.' })
  message: string;

  @Field(() => [String], { nullable: true, description: 'Path into the arguments, when one of them is at fault.' })
  field: string[] | null;
}

@ObjectType('InputError', {
  implements: () => UserError,
  description: 'The arguments are at fault, or the thing is not there or not in a state for this.',
})
export class InputError extends UserError {}

@ObjectType('StaleVersionError', { implements: () => UserError, description: 'Somebody else changed it first.' })
export class StaleVersionError extends UserError {
  @Field(() => Int, { description: 'The version that stands now.' })
  currentVersion: number;
}

/** What the payload of every mutation holds beside what it made. */
@ObjectType({ isAbstract: true })
export abstract class Payload {
  @Field(() => [UserError], { description: 'Every reason for a refusal; empty on success.' })
  userErrors: readonly Refusal[];
}

/** The payload of a mutation: what it made, or every reason why not. */
export const payload = <T, Fields extends object>(
  result: Result<T>,
  fields: (value: T) => Fields,
): Partial<Fields> & { userErrors: readonly Refusal[] } =>
  result.ok
    ? { ...fields(result.value), userErrors: [] }
    : ({ userErrors: result.refusals } as Partial<Fields> & { userErrors: readonly Refusal[] });
