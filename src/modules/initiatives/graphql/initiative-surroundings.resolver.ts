import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { AuditEventConnection } from '../../audit/graphql/audit.types.js';
import { AuditEvents } from '../../audit/queries/audit-events.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import { Portfolios } from '../../portfolios/queries/portfolios.js';
import { StageDefinitionType, WorkflowTemplateType } from '../../templates/graphql/template.types.js';
import { stageOf, Templates } from '../../templates/queries/templates.js';
import { InitiativeType } from './initiative.type.js';

@Resolver(() => InitiativeType)
export class InitiativeSurroundingsResolver {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly templates: Templates,
    private readonly auditTrail: AuditEvents,
  ) {}

  @ResolveField(() => PortfolioType, { description: 'The portfolio it belongs to.' })
  portfolio(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return this.portfolios.byId.load(context, initiative.portfolioId);
  }

  @ResolveField(() => WorkflowTemplateType, { description: 'The template version it follows.' })
  template(@Parent() initiative: Initiative) {
    return this.templates.get(initiative.templateId);
  }

  @ResolveField(() => StageDefinitionType, { description: 'Where it stands.' })
  async stage(@Parent() initiative: Initiative) {
    return stageOf(await this.templates.get(initiative.templateId), initiative.stageKey);
  }

  @ResolveField(() => AuditEventConnection, { description: 'Everything that was ever changed of it, newest first.' })
  auditEvents(
    @Parent() initiative: Initiative,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.auditTrail.pageOfInitiative(initiative.id, pageSize(first), after);
  }
}
