import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import { activityOf, type Named } from '../../../domain/activity/activity.js';
import type { WorkflowTemplate } from '../../../domain/gates/gate.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { AuditEvents, type AuditEvent } from '../../audit/queries/audit-events.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Templates } from '../../templates/queries/templates.js';
import { ActivityConnection, ActivityType } from './activity.types.js';
import { InitiativeType } from './initiative.type.js';

@Resolver(() => InitiativeType)
export class InitiativeActivityResolver {
  constructor(
    private readonly trail: AuditEvents,
    private readonly templates: Templates,
  ) {}

  @ResolveField(() => ActivityConnection, {
    description:
      'What happened to it, told for people, newest first: moves, decisions, evidence, words, tickets and all else.',
  })
  async activity(
    @Parent() initiative: Initiative,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    const named = namesIn(await this.templates.get(initiative.templateId));
    const page = await this.trail.pageOfInitiative(initiative.id, pageSize(first), after);
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: told(node, named) }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }
}

@Resolver(() => ActivityType)
export class ActivityResolver {
  constructor(private readonly users: Users) {}

  @ResolveField(() => UserType, { nullable: true, description: 'Who did it; null for the system.' })
  actor(@Parent() { actorId }: { readonly actorId: string | null }, @Context() context: GraphqlContext) {
    return actorId === null ? null : this.users.byId.load(context, actorId);
  }
}

const told = ({ id, at, actorId, action, subjectType, subjectId, changes }: AuditEvent, named: Named) => ({
  id,
  at,
  actorId,
  subjectType,
  subjectId,
  ...activityOf(action, changes as Readonly<Record<string, unknown>>, named),
});

const namesIn = ({ stages }: WorkflowTemplate): Named => {
  const gates = stages.flatMap(({ exitGate }) => exitGate ?? []);
  const byKey = (things: readonly { readonly key: string; readonly name: string }[]) => (key: string) =>
    things.find((each) => each.key === key)?.name ?? null;
  return { gate: byKey(gates), criterion: byKey(gates.flatMap(({ criteria }) => criteria)), stage: byKey(stages) };
};
