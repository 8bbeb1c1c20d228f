import { Field, ID, InputType, Int } from '@nestjs/graphql';

const TEXT =
  '1 to 10,000 characters, plain or Markdown; kept as typed. `@{user id}` or `@` before an e-mail address, outside of code, tells that person of the portfolio; at most 50 people.';

@InputType({ description: 'A comment, and what it is on: either an initiative or a review.' })
export class CommentPostInput {
  @Field(() => ID, { nullable: true, description: 'The initiative it is on.' })
  initiativeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The gate review it is on.' })
  reviewId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The comment it replies to, on the same initiative or review; a reply has no replies.',
  })
  replyToId?: string | null;

  @Field(() => String, { description: `What is said, ${TEXT}` })
  text: string;
}

@InputType({ description: 'The next text of a comment.' })
export class CommentEditInput {
  @Field(() => String, { description: `What it is to say from now on, ${TEXT}` })
  text: string;

  @Field(() => Int, { description: 'The version of the text that was changed.' })
  expectedVersion: number;
}
