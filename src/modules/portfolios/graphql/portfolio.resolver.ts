import { Args, Mutation, Parent, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt } from '../../../domain/basics/calendar-date.js';
import { Clock } from '../../../platform/clock.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { WorkflowTemplateType } from '../../templates/graphql/template.types.js';
import { Templates } from '../../templates/queries/templates.js';
import { CreatePortfolio } from '../commands/create-portfolio.js';
import { SetMember } from '../commands/set-member.js';
import { Portfolios, type Portfolio } from '../queries/portfolios.js';
import { PortfolioCreateInput, PortfolioMemberSetInput } from './portfolio.inputs.js';
import { PortfolioPayload } from './portfolio.payloads.js';
import { PortfolioType } from './portfolio.type.js';

@Resolver(() => PortfolioType)
export class PortfolioResolver {
  constructor(
    private readonly portfolios: Portfolios,
    private readonly templates: Templates,
    private readonly createPortfolio: CreatePortfolio,
    private readonly setMember: SetMember,
    private readonly clock: Clock,
  ) {}

  @Query(() => PortfolioType, {
    nullable: true,
    description: 'A portfolio by its key; null for one you may not know of.',
  })
  portfolio(@Viewing() viewer: Viewer, @Args('key', { type: () => String, description: 'Its key.' }) key: string) {
    return this.portfolios.seenBy(viewer, key);
  }

  @Query(() => [PortfolioType], {
    name: 'portfolios',
    description: 'Every portfolio you are a member of, by key; all of them for an instance admin.',
  })
  allPortfolios(@Viewing() viewer: Viewer) {
    return this.portfolios.allSeenBy(viewer);
  }

  @ResolveField(() => DateScalar, {
    description: 'The day it is now in its time zone: every date ahead or behind is so from here.',
  })
  today(@Parent() { timeZone }: Portfolio) {
    return dateAt(this.clock.now(), timeZone);
  }

  @ResolveField(() => WorkflowTemplateType, {
    description: 'The newest version of the template that new initiatives follow.',
  })
  template(@Parent() portfolio: Portfolio) {
    return this.templates.newestOf(portfolio.templateId);
  }

  @Mutation(() => PortfolioPayload, {
    description: 'Creates a portfolio with the 70/20/10 allocation scheme; only an instance admin may.',
  })
  async portfolioCreate(
    @Viewing() viewer: Viewer,
    @Args('input', { type: () => PortfolioCreateInput, description: 'The portfolio.' }) input: PortfolioCreateInput,
  ) {
    const { key, name, timeZone = null, templateKey = null } = input;
    return payload(await this.createPortfolio.run(viewer, { key, name, timeZone, templateKey }), (portfolio) => ({
      portfolio,
    }));
  }

  @Mutation(() => PortfolioPayload, { description: 'Gives a user exactly these roles in a portfolio; it takes ADMIN.' })
  async portfolioMemberSet(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Args('input', { type: () => PortfolioMemberSetInput, description: 'The user and the roles.' })
    input: PortfolioMemberSetInput,
  ) {
    return payload(await this.setMember.run(viewer, portfolioKey, input), (portfolio) => ({ portfolio }));
  }
}
