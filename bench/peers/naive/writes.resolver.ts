import { BadRequestException } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { DataSource, In } from 'typeorm';
import { GateCriterion, Initiative, Portfolio, User } from './initiative.entities.js';
import { EvidenceInput, WorklogsInput } from './inputs.js';
import { EvidencePayload, WorklogsPayload } from './types.js';
import { AuditLog, HandedIn, Worklog } from './written-entities.js';

const ACTOR = { where: { email: 'person-1@bench.invalid' } };

@Resolver()
export class WritesResolver {
  constructor(private readonly source: DataSource) {}

  @Mutation(() => EvidencePayload)
  evidenceSubmit(@Args('input') { initiativeId, criterionKey, document }: EvidenceInput): Promise<EvidencePayload> {
    return this.source.transaction(async (manager) => {
      const initiative = await manager.findOne(Initiative, { where: { id: initiativeId } });
      if (!initiative || !['ACTIVE', 'ON_HOLD'].includes(initiative.status)) {
        throw new BadRequestException('There is no such initiative.');
      }
      const criterion = await manager.findOne(GateCriterion, {
        where: { templateId: initiative.templateId, key: criterionKey },
      });
      if (criterion?.kind !== 'DOCUMENT') {
        throw new BadRequestException('There is no such criterion.');
      }
      const actor = await manager.findOneOrFail(User, ACTOR);
      const evidence = await manager.save(
        manager.create(HandedIn, {
          ...document,
          portfolioId: initiative.portfolioId,
          initiativeId,
          criterionKey,
          kind: 'DOCUMENT',
          content: { ...document },
          submittedAt: new Date(),
          submittedBy: actor.id,
        }),
      );
      await manager.save(
        manager.create(AuditLog, {
          initiativeId,
          portfolioId: initiative.portfolioId,
          at: new Date(),
          actorId: actor.id,
          action: 'evidence.submitted',
          subjectId: evidence.id,
          changes: { criterionKey, content: { ...document } },
        }),
      );
      return evidence;
    });
  }

  @Mutation(() => WorklogsPayload)
  effortRecord(@Args('input') { portfolioKey, entries }: WorklogsInput): Promise<WorklogsPayload> {
    return this.source.transaction(async (manager) => {
      const portfolio = await manager.findOneOrFail(Portfolio, { where: { key: portfolioKey } });
      const actor = await manager.findOneOrFail(User, ACTOR);
      const keys = [...new Set(entries.map(({ initiativeKey }) => initiativeKey))];
      const initiatives = await manager.find(Initiative, { where: { portfolioId: portfolio.id, key: In(keys) } });
      const ids = new Map(initiatives.map(({ key, id }) => [key, id]));
      if (ids.size < keys.length) {
        throw new BadRequestException('There is no such initiative.');
      }
      const known = await manager.find(Worklog, {
        where: {
          portfolioId: portfolio.id,
          source: In([...new Set(entries.map(({ source }) => source))]),
          externalId: In(entries.map(({ externalId }) => externalId)),
        },
      });
      const knownIds = new Set(known.map(({ source, externalId }) => `${source}/${externalId}`));
      const isKnown = entries.map(({ source, externalId }) => knownIds.has(`${source}/${externalId}`));
      const fresh = entries.filter((_, index) => !isKnown[index]);
      if (fresh.length > 0) {
        await manager
          .createQueryBuilder()
          .insert()
          .into(Worklog)
          .values(
            fresh.map(({ initiativeKey, ...entry }) => ({
              ...entry,
              portfolioId: portfolio.id,
              initiativeId: ids.get(initiativeKey) ?? '',
              categorySource: 'STATED',
              personDays: String(Number(entry.amount) / 8),
              labels: [],
              revision: 1,
              isReversal: false,
              recordedAt: new Date(),
              recordedBy: actor.id,
            })),
          )
          .orIgnore()
          .execute();
      }
      return {
        recorded: fresh.length,
        rows: entries.map((_, index) => ({ index, status: isKnown[index] ? 'DUPLICATE' : 'RECORDED' })),
      };
    });
  }
}
