import { Context, Parent, Resolver } from '@nestjs/graphql';
import type { GateReview } from '../../../domain/gates/review.js';
import type { Initiative } from '../../../domain/initiatives/initiative.js';
import { INITIATIVE_DEEDS, type InitiativeDeed } from '../../../domain/permissions/initiative-deeds.js';
import { EvidenceType } from '../../evidence/graphql/evidence.types.js';
import type { Evidence } from '../../evidence/queries/evidence-ledger.js';
import { GateReviewType } from '../../gates/graphql/review.types.js';
import { onDemand } from '../../../platform/graphql/on-demand.js';
import { ResolveField } from '../../../platform/graphql/resolve-field.js';
import type { GraphqlContext } from '../../identity/graphql-context.js';
import { InitiativeType } from '../../initiatives/graphql/initiative.type.js';
import { WaiverType } from '../../waivers/graphql/waiver.types.js';
import type { Waiver } from '../../waivers/queries/waivers.js';
import { GatePermissions } from '../queries/gate-permissions.js';
import { InitiativePermissions } from '../queries/initiative-permissions.js';
import {
  EvidencePermissionsType,
  GateReviewPermissionsType,
  InitiativePermissionsType,
  WaiverPermissionsType,
} from './permission.types.js';

const NAMES = Object.keys(INITIATIVE_DEEDS) as readonly InitiativeDeed[];

@Resolver(() => InitiativeType)
export class InitiativePermissionsResolver {
  constructor(private readonly permissions: InitiativePermissions) {}

  @ResolveField(() => InitiativePermissionsType, { description: 'What you may do with it now, and if not, why.' })
  viewerCan(@Parent() initiative: Initiative, @Context() context: GraphqlContext) {
    return onDemand({
      ...Object.fromEntries(NAMES.map((name) => [name, () => this.permissions.of(context, initiative, name)])),
      requestReview: () => this.permissions.requestReview(context, initiative),
      decide: () => this.permissions.decide(context, initiative),
    });
  }
}

@Resolver(() => GateReviewType)
export class GateReviewPermissionsResolver {
  constructor(private readonly permissions: GatePermissions) {}

  @ResolveField(() => GateReviewPermissionsType, { description: 'What you may do with it now, and if not, why.' })
  viewerCan(@Parent() review: GateReview, @Context() context: GraphqlContext) {
    return onDemand({
      vote: () => this.permissions.vote(context, review),
      decide: () => this.permissions.decide(context, review),
      cancel: () => this.permissions.cancel(context, review),
      comment: () => this.permissions.comment(context, review),
    });
  }
}

@Resolver(() => EvidenceType)
export class EvidencePermissionsResolver {
  constructor(private readonly permissions: GatePermissions) {}

  @ResolveField(() => EvidencePermissionsType, { description: 'What you may do with it now, and if not, why.' })
  viewerCan(@Parent() evidence: Evidence, @Context() context: GraphqlContext) {
    return onDemand({ review: () => this.permissions.reviewEvidence(context, evidence) });
  }
}

@Resolver(() => WaiverType)
export class WaiverPermissionsResolver {
  constructor(private readonly permissions: GatePermissions) {}

  @ResolveField(() => WaiverPermissionsType, { description: 'What you may do with it now, and if not, why.' })
  viewerCan(@Parent() waiver: Waiver, @Context() context: GraphqlContext) {
    return onDemand({
      decide: () => this.permissions.decideWaiver(context, waiver),
      revoke: () => this.permissions.revokeWaiver(context, waiver),
    });
  }
}
