import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Node } from '../../../platform/graphql/node.type.js';
import type { User } from '../queries/users.js';

@ObjectType('User', { implements: () => Node, description: 'A person or a machine that acts.' })
export class UserType implements User {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'How it is called.' })
  name: string;

  @Field(() => String, { description: 'The e-mail address, unique and in lower case.' })
  email: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the user can do nothing any more; null for whoever can.',
  })
  deactivatedAt: Instant | null;
}

export const UserConnection = connectionTypes(UserType, 'User', 'users', true);
