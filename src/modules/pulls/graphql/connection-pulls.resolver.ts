import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { IntegrationConnectionType } from '../../connections/graphql/connection.types.js';
import type { Connection } from '../../connections/queries/connections.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { PullRuns } from '../queries/pull-runs.js';
import { PullRunType } from './pull.types.js';

const PAGE = 10;

@Resolver(() => IntegrationConnectionType)
export class ConnectionPullsResolver {
  constructor(private readonly runs: PullRuns) {}

  @ResolveField(() => DateTimeScalar, {
    nullable: true,
    description: 'When the tool was last asked what has changed, to the end; null: never.',
  })
  async lastReconcileAt(@Parent() connection: Connection, @Context() context: GraphqlContext) {
    return (await this.runs.summaryOf.load(context, connection.id)).lastReconcileAt;
  }

  @ResolveField(() => Int, {
    description: 'How many changes were found by asking that no webhook had told: the honest count of lost webhooks.',
  })
  async foundByReconcile(@Parent() connection: Connection, @Context() context: GraphqlContext) {
    return (await this.runs.summaryOf.load(context, connection.id)).foundByReconcile;
  }

  @ResolveField(() => [PullRunType], { description: 'The times the tool was asked, the last one first.' })
  pullRuns(
    @Parent() connection: Connection,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: PAGE, description: 'How many, 1 to 100.' })
    first: number | null,
  ) {
    return this.runs.newestOf.load(context, connection.id, { first: pageSize(first ?? PAGE) });
  }
}
