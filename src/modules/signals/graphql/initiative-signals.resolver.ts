import { Args, Context, Int, Parent, Resolver } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { tellSignal } from '../../../domain/signals/tell-signal.js';
import { pageSize } from '../../../platform/graphql/connection.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { SignalReadings, type SignalReading } from '../queries/signal-readings.js';
import { SignalSources } from '../queries/signal-sources.js';
import { SignalStandings, type WatchedSignal } from '../queries/signal-standings.js';
import { SignalReadingConnection, SignalReadingType, SignalSourceType, SignalType } from './signal.types.js';

@Resolver(() => InitiativeType)
export class InitiativeSignalsResolver {
  constructor(
    private readonly standings: SignalStandings,
    private readonly sources: SignalSources,
  ) {}

  @ResolveField(() => [SignalType], {
    description:
      'The signals of its newest accepted monitoring plan and where they stand, in the order of the plan; empty without one.',
  })
  async signals(
    @Parent() { id }: Initiative,
    @Context() context: GraphqlContext,
    @Args('asOf', {
      type: () => DateTimeScalar,
      nullable: true,
      description: 'As it was known at this instant; null: now.',
    })
    asOf?: Instant | null,
  ) {
    const signals = await this.standings.ofInitiative(context, id, asOf ?? null);
    return signals.map((signal) => {
      const { kind, warnAbove, warnBelow, breachAbove, breachBelow, cadenceHours } = signal.definition;
      const thresholds = { warnAbove, warnBelow, breachAbove, breachBelow };
      return { ...signal, kind, ...thresholds, cadenceHours, message: tellSignal(signal, signal.definition) };
    });
  }

  @ResolveField(() => [SignalSourceType], {
    description: 'Where values of its signals are asked for, by name of the signal.',
  })
  signalSources(@Parent() { id }: Initiative, @Context() context: GraphqlContext) {
    return this.sources.ofInitiative.load(context, id);
  }
}

@Resolver(() => SignalType)
export class SignalReadingsResolver {
  constructor(private readonly recorded: SignalReadings) {}

  @ResolveField(() => SignalReadingConnection, {
    description: 'Its readings that were recorded by the instant asked about, the newest first.',
  })
  readings(
    @Parent() { initiativeId, name, at }: WatchedSignal,
    @Context() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: 'How many, 1 to 100.' })
    first: number | null,
    @Args('after', { type: () => String, nullable: true, description: 'The cursor to go on after.' })
    after?: string | null,
  ) {
    return this.recorded.ofSignal(context, initiativeId, name, {
      asOf: at,
      first: pageSize(first),
      after: after ?? null,
    });
  }
}

@Resolver(() => SignalReadingType)
export class SignalReadingEdgesResolver {
  constructor(private readonly users: Users) {}

  @ResolveField(() => UserType, { description: 'Who recorded it.' })
  recordedBy(@Parent() { recordedById }: SignalReading, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, recordedById);
  }
}
