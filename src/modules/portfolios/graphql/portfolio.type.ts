import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Node } from '../../../platform/graphql/node.type.js';
import type { Portfolio } from '../queries/portfolios.js';

@ObjectType('Portfolio', {
  implements: () => Node,
  description: 'A room of its own for initiatives, people and effort: who is no member cannot learn that it exists.',
})
export class PortfolioType implements Pick<Portfolio, 'id' | 'key' | 'name' | 'timeZone'> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => String, { description: 'What its initiatives are called after: CLAIMS gives CLAIMS-1, CLAIMS-2.' })
  key: string;

  @Field(() => String, { description: 'Its name for people.' })
  name: string;

  @Field(() => String, { description: 'The IANA time zone in which its days begin and end.' })
  timeZone: string;
}
