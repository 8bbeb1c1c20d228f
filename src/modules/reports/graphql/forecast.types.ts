import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { MonthOfExits } from '../../../domain/reports/exit-history.js';
import type { Forecast } from '../../../domain/reports/forecast.js';

@ObjectType('MonthOfExits', { description: 'How many initiatives entered PRODUCTION for the first time in a month.' })
export class MonthOfExitsType implements MonthOfExits {
  @Field(() => String, { description: "The month in the portfolio's calendar, for instance `2026-03`." })
  month: string;

  @Field(() => Int, { description: 'How many did.' })
  exits: number;
}

@ObjectType('Forecast', {
  description:
    "How many months so many more exits to production take, if the months to come are drawn from those that were: the exact distribution, of the portfolio's own history.",
})
export class ForecastType implements Forecast {
  @Field(() => Int, { description: 'How many exits are waited for.' })
  exits: number;

  @Field(() => Boolean, {
    description: 'Whether there are eight whole months of history at least; else nothing is foretold.',
  })
  enoughHistory: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Within so many months they come with a chance of 50 % at least. Null without enough history, without any exit in it, and beyond 1,200 months.',
  })
  p50Months: number | null;

  @Field(() => Int, { nullable: true, description: 'The same with a chance of 85 % at least.' })
  p85Months: number | null;

  @Field(() => Int, { nullable: true, description: 'The same with a chance of 95 % at least.' })
  p95Months: number | null;

  @Field(() => [MonthOfExitsType], {
    description:
      'What it draws from, oldest first: the whole months before the running one, from that of the first stage visit, 24 at most.',
  })
  history: MonthOfExitsType[];

  @Field(() => String, { description: 'What it says and on what it rests, as one sentence.' })
  explanation: string;
}
