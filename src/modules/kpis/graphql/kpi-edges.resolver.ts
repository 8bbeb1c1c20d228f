import { Args, ArgsType, Context, Field, Int, Parent, Resolver } from '@nestjs/graphql';
import type { CalendarDate } from '../../../domain/basics/calendar-date.js';
import { ArgumentsRefused, problemsIn } from '../../../platform/graphql/arguments.pipe.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { KpiMeasurements, type MeasurementPaging } from '../queries/kpi-measurements.js';
import type { Kpi } from '../queries/kpis.js';
import { KpiMeasurementConnection, KpiType } from './kpi.types.js';

const PAGE = 100;

@ArgsType()
export class MeasurementsArgs {
  @Field(() => DateScalar, { nullable: true, description: 'The first day; default: from the beginning.' })
  from?: CalendarDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, which belongs to the period; default: until now.',
  })
  to?: CalendarDate | null;

  @Field(() => Int, { nullable: true, defaultValue: PAGE, description: 'How many, 1 to 100.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor to go on after.' })
  after?: string | null;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'True: the latest day first.' })
  latestFirst?: boolean | null;
}

@Resolver(() => KpiType)
export class KpiEdgesResolver {
  constructor(
    private readonly users: Users,
    private readonly history: KpiMeasurements,
  ) {}

  @ResolveField(() => UserType, { description: 'Who answers for it.' })
  owner(@Parent() kpi: Kpi, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, kpi.ownerId);
  }

  @ResolveField(() => KpiMeasurementConnection, {
    description: 'What was measured, the earliest day first unless the latest is asked for.',
  })
  measurements(@Parent() kpi: Kpi, @Args() args: MeasurementsArgs, @Context() context: GraphqlContext) {
    return this.history.ofKpi(context, kpi.id, pagingIn(args));
  }
}

const pagingIn = (args: MeasurementsArgs): MeasurementPaging => {
  const problems = [...problemsIn(args, [])];
  if (problems.length > 0) {
    throw new ArgumentsRefused(problems);
  }
  const { from = null, to = null, after = null } = args;
  return { from, to, latestFirst: args.latestFirst ?? false, first: pageSize(args.first ?? PAGE), after };
};
