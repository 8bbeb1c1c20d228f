import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import type { Health } from '../../../domain/initiatives/health.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { HealthEnum } from '../../initiatives/graphql/initiative.enums.js';
import type { StatusUpdate } from '../queries/status-updates.js';

@ObjectType('StatusUpdate', {
  implements: () => Node,
  description:
    'What a person told of an initiative at one time. It is never changed: a correction is the next one. Its health is a word of that person and stands beside the computed one.',
})
export class StatusUpdateType implements Omit<StatusUpdate, 'portfolioId' | 'initiativeId' | 'postedById'> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => HealthEnum, { description: 'How the initiative is doing, in the view of who posted it; never NO_DATA.' })
  health: Exclude<Health, 'NO_DATA'>;

  @Field(() => String, {
    description: 'What happened, what is next and what is needed, as it was typed; Markdown is for the reader to show.',
  })
  text: string;

  @Field(() => DateTimeScalar, { description: 'When it was posted.' })
  postedAt: Instant;
}

export const StatusUpdateConnection = connectionTypes(StatusUpdateType, 'StatusUpdate', 'status updates', true);

@InputType({ description: 'What is to be told of an initiative.' })
export class StatusUpdateInput {
  @Field(() => HealthEnum, { description: 'How it is doing: ON_TRACK, AT_RISK or OFF_TRACK. NO_DATA is refused.' })
  health: Health;

  @Field(() => String, {
    description:
      'What happened, what is next and what is needed, 1 to 10,000 characters, plain or Markdown; kept as typed.',
  })
  text: string;
}

@ObjectType('StatusUpdatePayload', { description: 'The status update, or why not.' })
export class StatusUpdatePayload extends Payload {
  @Field(() => StatusUpdateType, { nullable: true, description: 'The status update; null when refused.' })
  statusUpdate?: StatusUpdateType;
}
