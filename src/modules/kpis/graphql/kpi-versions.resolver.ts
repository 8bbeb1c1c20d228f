import { Context, Parent, Resolver } from '@nestjs/graphql';
import type { KpiBaseline } from '../../../domain/kpis/kpi.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { KpiVersions, type KpiVersion } from '../queries/kpi-versions.js';
import type { Kpi } from '../queries/kpis.js';
import { KpiVersionType } from './kpi-version.type.js';
import { KpiBaselineType, KpiType } from './kpi.types.js';

/** A baseline, and the version of the KPI that it stands in. */
type StatedBaseline = KpiBaseline & { readonly kpiId: string; readonly version: number };

const statedIn = (kpiId: string, { baseline, version }: Pick<Kpi, 'baseline' | 'version'>): StatedBaseline | null =>
  baseline && { ...baseline, kpiId, version };

@Resolver(() => KpiType)
export class KpiVersionsResolver {
  constructor(private readonly history: KpiVersions) {}

  @ResolveField(() => KpiBaselineType, {
    nullable: true,
    description: 'What it was before; null while nobody measured it.',
  })
  baseline(@Parent() kpi: Kpi) {
    return statedIn(kpi.id, kpi);
  }

  @ResolveField(() => [KpiVersionType], { description: 'All that it ever said, the first version first.' })
  versions(@Parent() kpi: Kpi, @Context() context: GraphqlContext) {
    return this.history.ofKpi.load(context, kpi.id);
  }
}

@Resolver(() => KpiVersionType)
export class KpiVersionResolver {
  constructor(private readonly users: Users) {}

  @ResolveField(() => KpiBaselineType, {
    nullable: true,
    description: 'What it was before the initiative, as this version had it; null where nobody had measured it.',
  })
  baseline(@Parent() version: KpiVersion) {
    return statedIn(version.kpiId, version);
  }

  @ResolveField(() => UserType, { description: 'Who answered for it.' })
  owner(@Parent() version: KpiVersion, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, version.ownerId);
  }

  @ResolveField(() => UserType, { description: 'Who made this version.' })
  recordedBy(@Parent() version: KpiVersion, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, version.recordedById);
  }
}

@Resolver(() => KpiBaselineType)
export class KpiBaselineResolver {
  constructor(private readonly history: KpiVersions) {}

  @ResolveField(() => DateTimeScalar, {
    nullable: true,
    description:
      'Since when it is frozen: since the initiative first left a stage of category POC by GO or CONDITIONAL_GO, or since it was recorded where that was later; null before.',
  })
  async frozenAt(@Parent() { kpiId, version }: StatedBaseline, @Context() context: GraphqlContext) {
    const versions = await this.history.ofKpi.load(context, kpiId);
    return versions.find((each) => each.version === version)?.baselineFrozenAt ?? null;
  }
}
