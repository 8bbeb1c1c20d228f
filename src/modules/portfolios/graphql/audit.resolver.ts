import { Args, Context, Parent, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { fault } from '../../../platform/faults.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { AuditEventType, AuditVerificationType } from '../../audit/graphql/audit.types.js';
import { AuditEvents, type AuditEvent } from '../../audit/queries/audit-events.js';
import { requireAccess } from '../../identity/access.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { Portfolios } from '../queries/portfolios.js';

@Resolver(() => AuditEventType)
export class AuditResolver {
  constructor(
    private readonly events: AuditEvents,
    private readonly portfolios: Portfolios,
    private readonly users: Users,
  ) {}

  @ResolveField(() => UserType, { nullable: true, description: 'Who did it; null for the system.' })
  actor(@Parent() event: AuditEvent, @Context() context: GraphqlContext) {
    return event.actorId === null ? null : this.users.byId.load(context, event.actorId);
  }

  @Query(() => AuditVerificationType, {
    description: 'Recomputes every hash chain of a portfolio and names the first broken link.',
  })
  async auditVerify(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
  ) {
    const portfolio = await this.portfolios.seenBy(viewer, portfolioKey);
    if (!portfolio || !requireAccess(viewer, 'audit:verify', portfolio.id)) {
      throw fault('BAD_USER_INPUT', `There is no portfolio ${portfolioKey}, or you may not know of it.`);
    }
    return this.events.verify(portfolio.id);
  }
}
