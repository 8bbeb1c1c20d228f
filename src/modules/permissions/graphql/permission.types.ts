import { Field, ObjectType } from '@nestjs/graphql';
import type { Permission } from '../../../domain/permissions/permission.js';
import { UserType } from '../../identity/graphql/user.type.js';
import type { ActingPerson } from '../../portfolios/queries/portfolio-people.js';

@ObjectType('ViewerPermission', {
  description:
    'Whether you may do something now, by the very rules by which its mutation refuses; what is wrong with an input is told by the mutation.',
})
export class ViewerPermissionType implements Permission<ActingPerson> {
  @Field(() => Boolean, { description: 'Whether you may.' })
  allowed: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'For people: why you may not, and what to do or whom to ask; null when you may.',
  })
  reason: string | null;

  @Field(() => [UserType], {
    description:
      'The people of the portfolio who may, by name, you included where you do; instance admins only where no member may. Machines are left out.',
  })
  whoCan: readonly ActingPerson[];
}

const May = (description: string): PropertyDecorator => Field(() => ViewerPermissionType, { description });

@ObjectType('InitiativePermissions', { description: 'What you may do with an initiative as it stands.' })
export class InitiativePermissionsType {
  @May('Change what is said of it.')
  update: ViewerPermissionType;

  @May('Request a review of the gate it stands at.')
  requestReview: ViewerPermissionType;

  @May('Decide the review that is open at its gate, for whatever outcome; gatePreview tells of each outcome.')
  decide: ViewerPermissionType;

  @May('Submit evidence.')
  submitEvidence: ViewerPermissionType;

  @May('Review evidence of it; your own pieces aside, for which see Evidence.viewerCan.')
  reviewEvidence: ViewerPermissionType;

  @May('Request a waiver.')
  requestWaiver: ViewerPermissionType;

  @May('Define and revise a KPI.')
  defineKpi: ViewerPermissionType;

  @May('Record a measurement of its KPIs.')
  recordMeasurement: ViewerPermissionType;

  @May('Record effort.')
  recordEffort: ViewerPermissionType;

  @May('Link a ticket to it, and unlink one.')
  linkTicket: ViewerPermissionType;

  @May('Comment on it.')
  comment: ViewerPermissionType;

  @May('Tell how it is doing.')
  postStatusUpdate: ViewerPermissionType;

  @May('Close a condition that is not closed.')
  closeCondition: ViewerPermissionType;

  @May('Mute a finding of it.')
  muteFinding: ViewerPermissionType;

  @May('Let it move again after a hold; it is put on hold by a decision at its gate.')
  resume: ViewerPermissionType;

  @May('Let it live again after it was killed.')
  reopen: ViewerPermissionType;
}

@ObjectType('GateReviewPermissions', { description: 'What you may do with a review as it stands.' })
export class GateReviewPermissionsType {
  @May('Cast a vote, or change the one you cast.')
  vote: ViewerPermissionType;

  @May('Decide it, for whatever outcome; gatePreview tells of each outcome.')
  decide: ViewerPermissionType;

  @May('Call it off.')
  cancel: ViewerPermissionType;

  @May('Comment on it.')
  comment: ViewerPermissionType;
}

@ObjectType('EvidencePermissions', { description: 'What you may do with a piece of evidence as it stands.' })
export class EvidencePermissionsType {
  @May('Accept or return it.')
  review: ViewerPermissionType;
}

@ObjectType('WaiverPermissions', { description: 'What you may do with a waiver as it stands.' })
export class WaiverPermissionsType {
  @May('Approve or deny it.')
  decide: ViewerPermissionType;

  @May('Revoke it.')
  revoke: ViewerPermissionType;
}
