import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource, LessThan } from 'typeorm';
import { FUNNEL } from './funnel-sql.js';
import { Initiative, Portfolio, StageVisit, User } from './initiative.entities.js';
import type { Loaders } from './loaders.js';
import { type AuditEvent, EffortEntry, type Evidence } from './record.entities.js';
import { AuditEntry, FunnelStage, InitiativeConnection, KpiView, Readiness, UnitShare } from './types.js';

interface OfRequest {
  readonly loaders: Loaders;
}

@Resolver(() => Portfolio)
export class PortfolioResolver {
  constructor(private readonly source: DataSource) {}

  @Query(() => Portfolio, { nullable: true })
  portfolio(@Args('key') key: string): Promise<Portfolio | null> {
    return this.source.getRepository(Portfolio).findOne({ where: { key } });
  }

  @ResolveField(() => InitiativeConnection)
  async initiatives(
    @Parent() portfolio: Portfolio,
    @Args('first', { type: () => Int, defaultValue: 25 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<InitiativeConnection> {
    const [updatedAt, id = ''] = after?.split('/') ?? [];
    const ofPortfolio = { portfolioId: portfolio.id };
    const found = await this.source.getRepository(Initiative).find({
      where:
        updatedAt === undefined
          ? ofPortfolio
          : [
              { ...ofPortfolio, updatedAt: LessThan(new Date(updatedAt)) },
              { ...ofPortfolio, updatedAt: new Date(updatedAt), id: LessThan(id) },
            ],
      relations: { stage: true, owner: true, insight: true },
      order: { updatedAt: 'DESC', id: 'DESC' },
      take: first + 1,
    });
    const nodes = found.slice(0, first);
    const last = nodes.at(-1);
    const hasNextPage = found.length > first;
    return {
      nodes,
      pageInfo: { hasNextPage, endCursor: last ? `${last.updatedAt.toISOString()}/${last.id}` : null },
    };
  }

  @ResolveField(() => [UnitShare])
  unitShares(@Parent() portfolio: Portfolio, @Args('from') from: string, @Args('to') to: string): Promise<UnitShare[]> {
    return this.source
      .getRepository(EffortEntry)
      .createQueryBuilder('e')
      .innerJoin('e.initiative', 'i')
      .select('i.businessUnit', 'unit')
      .addSelect('e.categoryKey', 'categoryKey')
      .addSelect('SUM(e.personDays)', 'personDays')
      .where('e.portfolioId = :id AND e.workedOn BETWEEN :from AND :to', { id: portfolio.id, from, to })
      .groupBy('i.businessUnit')
      .addGroupBy('e.categoryKey')
      .getRawMany<UnitShare>();
  }

  @ResolveField(() => [FunnelStage])
  funnel(@Parent() portfolio: Portfolio, @Args('from') from: string, @Args('to') to: string): Promise<FunnelStage[]> {
    return this.source.query(FUNNEL, [portfolio.id, from, to, portfolio.timeZone]);
  }
}

const DAY_MS = 86_400_000;

@Resolver(() => Initiative)
export class InitiativeResolver {
  constructor(private readonly source: DataSource) {}

  @Query(() => Initiative, { nullable: true })
  initiative(@Args('id', { type: () => ID }) id: string): Promise<Initiative | null> {
    return this.source
      .getRepository(Initiative)
      .findOne({ where: { id }, relations: { stage: true, owner: true, sponsor: true, insight: true } });
  }

  @ResolveField(() => String, { nullable: true })
  health(@Parent() { insight }: Initiative): string | null {
    return insight?.health ?? null;
  }

  @ResolveField(() => String, { nullable: true })
  healthReason(@Parent() { insight }: Initiative): string | null {
    return insight?.healthReason ?? null;
  }

  @ResolveField(() => Int)
  daysInStage(@Parent() { clockSince }: Initiative): number {
    return clockSince === null ? 0 : Math.floor((Date.now() - Date.parse(clockSince)) / DAY_MS);
  }

  @ResolveField(() => Readiness)
  async readiness(@Parent() initiative: Initiative, @Context() { loaders }: OfRequest): Promise<Readiness> {
    const [criteria, evidence] = await Promise.all([
      loaders.criteria.load(`${initiative.templateId}/${initiative.stageKey}`),
      loaders.evidence.load(initiative.id),
    ]);
    const latest = new Map(evidence.map((each) => [each.criterionKey, each]));
    const assessments = criteria.map((criterion) => {
      const found = latest.get(criterion.key) ?? null;
      return { criterion, evidence: found, status: statusOf(found) };
    });
    const mustMeet = assessments.filter(({ criterion }) => criterion.weight === 'MUST_MEET');
    const metCount = mustMeet.filter(({ status }) => status === 'MET').length;
    return { assessments, metCount, mustMeetCount: mustMeet.length, ready: metCount === mustMeet.length };
  }

  @ResolveField(() => [StageVisit])
  stageVisits(@Parent() { id }: Initiative, @Context() { loaders }: OfRequest): Promise<StageVisit[]> {
    return loaders.visits.load(id);
  }

  @ResolveField(() => [KpiView])
  async kpis(@Parent() { id: initiativeId }: Initiative, @Context() { loaders }: OfRequest): Promise<KpiView[]> {
    const kpis = await loaders.kpis.load(initiativeId);
    return kpis.flatMap(({ id, definitions }) => {
      const current = definitions.toSorted((a, b) => b.version - a.version)[0];
      return current ? [{ ...current, id }] : [];
    });
  }

  @ResolveField(() => [AuditEntry])
  async auditEvents(
    @Parent() { id }: Initiative,
    @Args('first', { type: () => Int }) first: number,
    @Context() { loaders }: OfRequest,
  ): Promise<AuditEntry[]> {
    return (await loaders.events(id, first)).map(entryIn);
  }
}

@Resolver(() => KpiView)
export class KpiResolver {
  @ResolveField()
  async latest(@Parent() { id }: KpiView, @Context() { loaders }: OfRequest): Promise<KpiView['latest']> {
    return (await loaders.latest.load(id))[0] ?? null;
  }
}

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @ResolveField(() => User, { nullable: true })
  actor(@Parent() { actorId }: AuditEntry, @Context() { loaders }: OfRequest): Promise<User | null> {
    return loaders.user.load(actorId);
  }
}

const statusOf = (evidence: Evidence | null): string => {
  if (evidence === null) {
    return 'MISSING';
  }
  return evidence.review === null ? 'SUBMITTED' : evidence.review.outcome === 'ACCEPTED' ? 'MET' : 'NOT_MET';
};

const entryIn = ({ sequence, body }: AuditEvent): AuditEntry => {
  const told = JSON.parse(body) as Omit<AuditEntry, 'sequence' | 'changes'> & { changes: object };
  return { ...told, sequence, changes: JSON.stringify(told.changes) };
};
