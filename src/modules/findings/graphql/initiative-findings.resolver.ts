import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Finding } from '../../../domain/findings/finding.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { Findings } from '../queries/findings.js';
import { FindingType } from './finding.types.js';

/** A finding as it is answered: with the initiative it was found of. */
type OwnFinding = Finding & { readonly initiative: Initiative };

@Resolver(() => InitiativeType)
export class InitiativeFindingsResolver {
  constructor(private readonly findings: Findings) {}

  @ResolveField(() => [FindingType], {
    description:
      'What needs somebody, as the rules there are find it now, the gravest first; empty for one that has ended.',
  })
  async attention(@Parent() initiative: Initiative, @Context() context: GraphqlContext): Promise<OwnFinding[]> {
    return (await this.findings.ofInitiative(context, initiative)).map((finding) => ({ ...finding, initiative }));
  }
}

@Resolver(() => FindingType)
export class FindingEdgesResolver {
  @ResolveField(() => InitiativeType, { nullable: true, description: 'The initiative it was found of.' })
  initiative(@Parent() finding: OwnFinding) {
    return finding.initiative;
  }
}
