import { Field, ID, InputType } from '@nestjs/graphql';
import type { Role as RoleValue } from '../../../domain/access/access.js';
import { ListOf, Text } from '../../../platform/graphql/validators.js';
import { Role } from '../../identity/graphql/role.enum.js';

@InputType({ description: 'A portfolio to be created.' })
export class PortfolioCreateInput {
  @Field(() => String, {
    description: '2 to 16 capital letters and digits that begin with a letter, for instance CLAIMS.',
  })
  key: string;

  @Field(() => String, { description: 'Its name for people, 1 to 200 characters.' })
  @Text(200)
  name: string;

  @Field(() => String, {
    nullable: true,
    defaultValue: 'UTC',
    description: 'An IANA time zone, for instance Europe/Berlin.',
  })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The template its initiatives follow; default ai-poc-to-production.',
  })
  templateKey?: string | null;
}

@InputType({ description: 'The roles a user is to have in a portfolio.' })
export class PortfolioMemberSetInput {
  @Field(() => ID, { description: 'The user.' })
  userId: string;

  @Field(() => [Role], { description: 'Exactly these roles; none at all ends the membership.' })
  @ListOf(0, 20)
  roles: RoleValue[];
}
