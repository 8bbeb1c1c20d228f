import { Field, ObjectType } from '@nestjs/graphql';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import { PortfolioType } from './portfolio.type.js';

@ObjectType('PortfolioPayload', { description: 'The portfolio, or why not.' })
export class PortfolioPayload extends Payload {
  @Field(() => PortfolioType, { nullable: true, description: 'The portfolio; null when refused.' })
  portfolio?: PortfolioType;
}
