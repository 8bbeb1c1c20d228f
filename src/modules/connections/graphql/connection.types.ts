import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { TicketTool } from '../../../domain/tickets/ticket.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateTimeScalar, JsonScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import type { Connection } from '../queries/connections.js';
import { TicketToolEnum } from './ticket-tool.enum.js';

@ObjectType('IntegrationConnection', {
  implements: () => Node,
  description: 'A connection of a portfolio to a ticketing tool. Its secrets are never told again.',
})
export class IntegrationConnectionType implements Omit<Connection, 'portfolioId' | 'settings' | 'deletedAt'> {
  @Field(() => ID, { description: 'A random UUID, for it stands in the address of the hook.' })
  id: string;

  @Field(() => TicketToolEnum, { description: 'Which tool it is to.' })
  tool: TicketTool;

  @Field(() => String, { description: 'What people call it, unique in its portfolio.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether its deliveries are kept and not applied just now.' })
  paused: boolean;

  @Field(() => JsonScalar, { description: 'How it is used: all settings, those left out at their defaults.' })
  settings: unknown;

  @Field(() => Boolean, { description: 'Whether it has a credential by which the tool can be asked.' })
  hasCredential: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the secret before the last rotation holds; null where there was none.',
  })
  previousSecretUntil: Instant | null;

  @Field(() => Int, { description: 'Counts its changes; to be given as `expectedVersion`.' })
  version: number;

  @Field(() => DateTimeScalar, { description: 'When it was created.' })
  createdAt: Instant;
}

@ObjectType('IntegrationConnectionPayload', { description: 'The connection, or why not.' })
export class IntegrationConnectionPayload extends Payload {
  @Field(() => IntegrationConnectionType, { nullable: true, description: 'The connection; null when refused.' })
  connection?: IntegrationConnectionType;

  @Field(() => String, {
    nullable: true,
    description: 'What to mind now, for people: of a deletion that the same work may come to be counted twice.',
  })
  notice?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The secret of its hook, told only when it is created or rotated, and this once.',
  })
  secret?: string;
}
