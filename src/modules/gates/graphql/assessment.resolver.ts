import { Context, Parent, Resolver } from '@nestjs/graphql';
import type { CriterionRefusal } from '../../../domain/gates/unmet.js';
import type { CriterionAssessment } from '../../../domain/gates/gate.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import { EvidenceType } from '../../evidence/graphql/evidence.types.js';
import { EvidenceLedger } from '../../evidence/queries/evidence-ledger.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { WaiverType } from '../../waivers/graphql/waiver.types.js';
import { Waivers } from '../../waivers/queries/waivers.js';
import { CriterionAssessmentType, CriterionError } from './assessment.types.js';

@Resolver(() => CriterionAssessmentType)
export class CriterionAssessmentResolver {
  constructor(
    private readonly ledger: EvidenceLedger,
    private readonly waivers: Waivers,
  ) {}

  @ResolveField(() => EvidenceType, { nullable: true, description: 'The evidence the status rests on.' })
  evidence(@Parent() { evidenceId }: CriterionAssessment, @Context() context: GraphqlContext) {
    return evidenceId === null ? null : this.ledger.byId.load(context, evidenceId);
  }

  @ResolveField(() => WaiverType, {
    nullable: true,
    description: 'The waiver the status rests on, as it stands now; null unless the status is WAIVED.',
  })
  waiver(@Parent() { waiverId }: CriterionAssessment, @Context() context: GraphqlContext) {
    return waiverId === null ? null : this.waivers.byId.load(context, waiverId);
  }
}

@Resolver(() => CriterionError)
export class CriterionErrorResolver {
  @ResolveField(() => CriterionAssessmentType, { description: 'The criterion in the way, as it stood.' })
  criterion(@Parent() refusal: CriterionRefusal) {
    return refusal.assessment;
  }
}
