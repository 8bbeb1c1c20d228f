import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Decimal } from '../../../domain/basics/decimal.js';
import type { Instant } from '../../../domain/basics/instant.js';
import type { StatusCategory, TicketTool } from '../../../domain/tickets/ticket.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { TicketToolEnum } from '../../connections/graphql/ticket-tool.enum.js';
import type { BasisChange } from '../queries/basis-changes.js';
import type { Ticket, TicketLink } from '../queries/tickets.js';
import { TicketStatusCategoryEnum } from './ticket.enums.js';

@ObjectType('Ticket', {
  implements: () => Node,
  description: 'A ticket as its tool last told of it. What people wrote into it is not kept.',
})
export class TicketType implements Ticket {
  @Field(() => ID, { description: 'The connection it is known by.' })
  connectionId: string;

  @Field(() => ID, { description: 'A UUIDv7, unique over all types.' })
  id: string;

  @Field(() => TicketToolEnum, { description: 'The tool it is from.' })
  tool: TicketTool;

  @Field(() => String, { description: 'What the tool knows it by for good.' })
  externalId: string;

  @Field(() => String, { description: 'What people call it now; it changes when the ticket moves.' })
  key: string;

  @Field(() => [String], { description: 'Every key it was ever known by, the present one too.' })
  knownKeys: string[];

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Where it is.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'Its type, as the tool calls it.' })
  type: string | null;

  @Field(() => String, { nullable: true, description: 'Its project, repository or team.' })
  projectKey: string | null;

  @Field(() => String, { nullable: true, description: 'Its status, as the tool calls it.' })
  statusName: string | null;

  @Field(() => TicketStatusCategoryEnum, { description: 'What its status comes to.' })
  statusCategory: StatusCategory;

  @Field(() => [String], { description: 'Its labels.' })
  labels: string[];

  @Field(() => [String], { description: 'Its components.' })
  components: string[];

  @Field(() => Int, { nullable: true, description: 'The work on it by the count of the tool, in seconds.' })
  timeSpentSeconds: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Its story points; they are never effort.' })
  points: Decimal | null;

  @Field(() => Boolean, { description: 'Whether it was deleted in the tool; what was known of it is kept.' })
  deleted: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the tool last changed it, as far as is known; null where only its deletion was told.',
  })
  toolUpdatedAt: Instant | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why some of the work on it is not in the ledger of effort; null: all is, as far as it is linked.',
  })
  effortProblem: string | null;
}

@ObjectType('TicketLink', { description: 'That a ticket belongs to an initiative.' })
export class TicketLinkType implements Omit<TicketLink, 'ticketId' | 'initiativeId'> {
  @Field(() => DecimalScalar, { description: 'The share of the work on it that is booked there, in percent.' })
  sharePercent: Decimal;

  @Field(() => String, { nullable: true, description: 'The rule that linked it; null: somebody did.' })
  ruleName: string | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  linkedAt: Instant;

  @Field(() => [String], { description: 'The criteria of the initiative it is to be done for.' })
  criterionKeys: string[];
}

@ObjectType('BasisChange', { description: 'That what a decision rested on is otherwise since. The decision stands.' })
export class BasisChangeType implements Omit<BasisChange, 'decisionId' | 'ticketId'> {
  @Field(() => String, { description: 'The criterion it is about.' })
  criterionKey: string;

  @Field(() => String, { description: 'What is otherwise, for people.' })
  reason: string;

  @Field(() => DateTimeScalar, { description: 'When it was noted.' })
  notedAt: Instant;
}

export const TicketConnection = connectionTypes(TicketType, 'Ticket', 'tickets');

@ObjectType('TicketLinkPayload', { description: 'The ticket, or every reason why not.' })
export class TicketLinkPayload extends Payload {
  @Field(() => TicketType, { nullable: true, description: 'The ticket; null where it was refused.' })
  ticket: TicketType | null;
}
