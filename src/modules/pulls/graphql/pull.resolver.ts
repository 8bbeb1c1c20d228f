import { Args, Context, ID, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { BackfillConnection } from '../commands/backfill-connection.js';
import { ReconcileConnection } from '../commands/reconcile-connection.js';
import type { PullRun } from '../queries/pull-runs.js';
import { PullRunPayload, PullRunType } from './pull.types.js';

@Resolver(() => PullRunType)
export class PullResolver {
  constructor(
    private readonly reconcile: ReconcileConnection,
    private readonly backfill: BackfillConnection,
    private readonly users: Users,
  ) {}

  @Mutation(() => PullRunPayload, {
    description:
      'Asks the tool of a connection now what has changed since it was asked last; it takes ADMIN. It answers once the run has begun: `pullRuns` of the connection tells how it ends.',
  })
  async integrationConnectionReconcile(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The connection.' }) id: string,
  ) {
    return payload(await this.reconcile.run(viewer, id), (run) => ({ run }));
  }

  @Mutation(() => PullRunPayload, {
    description:
      'Reads what a tool has from an instant on, deletions aside; it takes ADMIN. It may be repeated: what is known stays as it is. It answers once the run has begun.',
  })
  async integrationConnectionBackfill(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The connection.' }) id: string,
    @Args('since', { type: () => DateTimeScalar, description: 'From when on, 2000 at the earliest.' }) since: Instant,
  ) {
    return payload(await this.backfill.run(viewer, id, since), (run) => ({ run }));
  }

  @ResolveField(() => UserType, { description: 'Who began it: the system, where it was its turn.' })
  startedBy(@Parent() run: PullRun, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, run.startedById);
  }
}
