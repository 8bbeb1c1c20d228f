import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { EvidenceLedger } from '../queries/evidence-ledger.js';
import { EvidenceConnection } from './evidence.types.js';

const PAGE = 25;

@Resolver(() => InitiativeType)
export class InitiativeEvidenceResolver {
  constructor(private readonly ledger: EvidenceLedger) {}

  @ResolveField(() => EvidenceConnection, { description: 'The evidence handed in for it, the newest first.' })
  evidence(
    @Parent() initiative: Initiative,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: PAGE, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('criterionKey', { type: () => String, nullable: true, description: 'Only that of this criterion.' })
    criterionKey?: string | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.ledger.ofInitiative(context, initiative.id, {
      criterionKey: criterionKey ?? null,
      first: pageSize(first ?? PAGE),
      after: after ?? null,
    });
  }
}
