import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { UserType } from './user.type.js';

@ObjectType('UserPayload', { description: 'The user, or why not.' })
export class UserPayload extends Payload {
  @Field(() => UserType, { nullable: true, description: 'The user; null when refused.' })
  user?: UserType;
}

@ObjectType('ApiTokenPayload', { description: 'The API token, shown this once; only its hash is kept.' })
export class ApiTokenPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The token itself; null when refused or revoked.' })
  token?: string;

  @Field(() => ID, { nullable: true, description: 'What to name when it is to be revoked; null when refused.' })
  apiTokenId?: string;
}
