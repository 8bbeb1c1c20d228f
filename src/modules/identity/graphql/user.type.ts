import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionTypes } from '../../../platform/graphql/connection.js';
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
}

export const UserConnection = connectionTypes(UserType, 'User', 'users', true);
