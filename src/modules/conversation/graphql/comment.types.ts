import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '../../../domain/basics/instant.js';
import { connectionTypes } from '../../../platform/graphql/connection.js';
import { Node } from '../../../platform/graphql/node.type.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { Payload } from '../../../platform/graphql/user-error.types.js';
import type { Comment } from '../queries/comments.js';
import type { CommentVersion } from '../queries/threads.js';

@ObjectType('Comment', {
  implements: () => Node,
  description:
    'What a person said to an initiative or to a review of one, or in reply to such a comment. Once deleted it stays as a tombstone without its words.',
})
export class CommentType implements Pick<
  Comment,
  'id' | 'text' | 'version' | 'postedAt' | 'editedAt' | 'deletedAt' | 'replyToId'
> {
  @Field(() => ID, { description: 'A UUIDv7.' })
  id: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The comment it replies to, which begins its thread; null where it begins one itself.',
  })
  replyToId: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Its words as they were typed; Markdown is for the reader to show, and `@{id}` stands for the user of that id in `mentions`. Null once it was deleted.',
  })
  text: string | null;

  @Field(() => Int, {
    description: 'The number of the text that stands, 1 for the first; to be given as expectedVersion.',
  })
  version: number;

  @Field(() => DateTimeScalar, { description: 'When it was posted.' })
  postedAt: Instant;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its text was last changed; null for the first text.',
  })
  editedAt: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was deleted; null where it was not.' })
  deletedAt: Instant | null;
}

@ObjectType('CommentVersion', { description: 'One text of a comment: the first, or one it was changed to.' })
export class CommentVersionType implements Omit<CommentVersion, 'commentId'> {
  @Field(() => Int, { description: 'Its number, 1 for the first.' })
  version: number;

  @Field(() => String, { nullable: true, description: 'The words of then; null once the comment was deleted.' })
  text: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  writtenAt: Instant;
}

export const CommentConnection = connectionTypes(CommentType, 'Comment', 'comments', true);
export const CommentVersionConnection = connectionTypes(CommentVersionType, 'CommentVersion', 'texts');

@ObjectType('CommentPayload', { description: 'The comment, or why not.' })
export class CommentPayload extends Payload {
  @Field(() => CommentType, { nullable: true, description: 'The comment; null when refused.' })
  comment?: CommentType;

  @Field(() => [String], {
    description:
      'Mentions that mean nobody of this portfolio, as they were typed: nobody was told. Whether there is such a person elsewhere is not said.',
  })
  unresolvedMentions: readonly string[];
}

@ObjectType('CommentDeletePayload', { description: 'What is left of the comment, or why not.' })
export class CommentDeletePayload extends Payload {
  @Field(() => CommentType, { nullable: true, description: 'The comment without its words; null when refused.' })
  comment?: CommentType;
}

@ObjectType('MentionsReadPayload', { description: 'How many mentions were marked as read, or why not.' })
export class MentionsReadPayload extends Payload {
  @Field(() => Int, { description: 'How many were not read yet.' })
  read: number;
}
