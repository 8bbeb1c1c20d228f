import { Args, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { dateAt, type CalendarDate } from '../../../domain/basics/calendar-date.js';
import type { Instant } from '../../../domain/basics/instant.js';
import { Clock } from '../../../platform/clock.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { PublishScheme } from '../commands/publish-scheme.js';
import { AllocationSchemes } from '../queries/allocation-schemes.js';
import type { Portfolio } from '../queries/portfolios.js';
import { schemeProposalOf } from './allocation-scheme-proposal.js';
import { AllocationSchemePublishInput } from './allocation-scheme.inputs.js';
import { AllocationSchemePayload } from './allocation-scheme.payloads.js';
import { AllocationSchemeType } from './allocation-scheme.types.js';
import { PortfolioType } from './portfolio.type.js';

@Resolver(() => PortfolioType)
export class AllocationSchemeResolver {
  constructor(
    private readonly schemes: AllocationSchemes,
    private readonly publishScheme: PublishScheme,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => AllocationSchemeType, {
    description: 'How effort should be split: the scheme in force on a day.',
  })
  allocationScheme(
    @Parent() portfolio: Portfolio,
    @Args('on', { type: () => DateScalar, nullable: true, description: 'The day; default: today.' })
    on?: CalendarDate | null,
    @Args('asOf', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'Only what was published by then counts; null: all of it.',
    })
    asOf?: Instant | null,
  ) {
    return this.schemes.inForce(portfolio.id, on ?? dateAt(this.clock.now(), portfolio.timeZone), asOf ?? null);
  }

  @ResolveField(() => [AllocationSchemeType], {
    description: 'Every version of how effort should be split, the newest first.',
  })
  allocationSchemes(@Parent() portfolio: Portfolio) {
    return this.schemes.versions(portfolio.id);
  }

  @Mutation(() => AllocationSchemePayload, {
    description:
      'Publishes the next version of how effort should be split in a portfolio. It takes PROCESS_DESIGNER or ADMIN.',
  })
  async allocationSchemePublish(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Args('input', { type: () => AllocationSchemePublishInput, description: 'The scheme.' })
    input: AllocationSchemePublishInput,
  ) {
    return payload(await this.publishScheme.run(viewer, portfolioKey, schemeProposalOf(input)), (scheme) => ({
      scheme,
    }));
  }
}
