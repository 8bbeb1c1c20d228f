import { Field, ObjectType } from '@nestjs/graphql';
import type { Role as RoleValue } from '../../../domain/access/access.js';
import { Role } from '../../identity/graphql/role.enum.js';
import { UserType } from '../../identity/graphql/user.type.js';

@ObjectType('PortfolioMember', { description: 'A person or machine with roles in a portfolio.' })
export class PortfolioMemberType {
  @Field(() => UserType, { description: 'Who it is.' })
  user: UserType;

  @Field(() => [Role], { description: 'The roles held in the portfolio, in the order of their names.' })
  roles: readonly RoleValue[];
}
