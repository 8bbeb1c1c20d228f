import { Args, Context, Int, Mutation, Parent, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { RefusedAs } from '../../../platform/graphql/refusal.interceptor.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { UserType } from '../../identity/graphql/user.type.js';
import { Users } from '../../identity/queries/users.js';
import { Viewing } from '../../identity/viewing.js';
import { PortfolioType } from '../../portfolios/graphql/portfolio.type.js';
import type { Portfolio } from '../../portfolios/queries/portfolios.js';
import type { RulesDraft } from '../commands/plan-rules.js';
import { PreviewRules } from '../commands/preview-rules.js';
import { PublishRules } from '../commands/publish-rules.js';
import { ClassificationRules, type PublishedRules } from '../queries/classification-rules.js';
import type { EffectOfRules } from '../queries/rules-effects.js';
import { ClassificationRulesPublishInput } from './classification.inputs.js';
import { ClassificationRulesPayload, ClassificationRulesType } from './classification.types.js';

const NOTHING_CHANGED = { changedEntries: 0, isFinished: true, changes: [], closedEntries: 0, closedChanges: [] };

@Resolver(() => ClassificationRulesType)
export class ClassificationResolver {
  constructor(
    private readonly publishRules: PublishRules,
    private readonly previewRules: PreviewRules,
    private readonly users: Users,
  ) {}

  @Mutation(() => ClassificationRulesPayload, {
    description:
      'Publishes rules as the next version and reclassifies the effort of open periods by them, by reversal and re-entry; it takes PROCESS_DESIGNER or ADMIN.',
  })
  @RefusedAs(NOTHING_CHANGED)
  async classificationRulesPublish(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Args('input', { type: () => ClassificationRulesPublishInput, description: 'The rules.' })
    input: ClassificationRulesPublishInput,
  ) {
    const result = await this.publishRules.run(viewer, portfolioKey, draftOf(input));
    return { ...NOTHING_CHANGED, ...payload(result, (published) => ({ ...published, ...toldOf(published) })) };
  }

  @Mutation(() => ClassificationRulesPayload, {
    description:
      'What publishing these rules would change. It changes nothing; it takes PROCESS_DESIGNER or ADMIN, and is refused as the publication would be.',
  })
  @RefusedAs(NOTHING_CHANGED)
  async classificationRulesPreview(
    @Viewing() viewer: Viewer,
    @Args('portfolioKey', { type: () => String, description: 'The portfolio.' }) portfolioKey: string,
    @Args('input', { type: () => ClassificationRulesPublishInput, description: 'The rules.' })
    input: ClassificationRulesPublishInput,
  ) {
    const result = await this.previewRules.run(viewer, portfolioKey, draftOf(input));
    return { ...NOTHING_CHANGED, ...payload(result, (effect) => ({ ...effect, ...toldOf(effect) })) };
  }

  @ResolveField(() => UserType, { description: 'Who published it.' })
  publishedBy(@Parent() rules: PublishedRules, @Context() context: GraphqlContext) {
    return this.users.byId.load(context, rules.publishedById);
  }
}

@Resolver(() => PortfolioType)
export class PortfolioRulesResolver {
  constructor(private readonly rules: ClassificationRules) {}

  @ResolveField(() => ClassificationRulesType, {
    nullable: true,
    description:
      'The rules that give effort its category where its sender states none; null where none were published, and for a version there is not.',
  })
  classificationRules(
    @Parent() portfolio: Portfolio,
    @Args('version', {
      type: () => Int,
      nullable: true,
      description: 'A version; null: the newest, which is in force.',
    })
    version?: number | null,
  ) {
    return version === null || version === undefined
      ? this.rules.inForce(portfolio.id)
      : this.rules.ofVersion(portfolio.id, version);
  }
}

const draftOf = ({ rules, dryRunFrom }: ClassificationRulesPublishInput): RulesDraft => ({
  rules: rules.map((rule) => ({
    name: rule.name,
    connectionId: rule.connectionId ?? null,
    labels: rule.labels ?? [],
    components: rule.components ?? [],
    ticketTypes: rule.ticketTypes ?? [],
    projectKeys: rule.projectKeys ?? [],
    categoryKey: rule.categoryKey ?? null,
    initiativeKey: rule.initiativeKey ?? null,
    criterionKey: rule.criterionKey ?? null,
  })),
  dryRunFrom: dryRunFrom ?? null,
});

const toldOf = ({ changes, closedChanges }: EffectOfRules) => ({
  changes: changes.map(({ entryId, becomes }) => ({ entryId, ...becomes })),
  closedChanges: closedChanges.map(({ entryId, becomes }) => ({ entryId, ...becomes })),
});
