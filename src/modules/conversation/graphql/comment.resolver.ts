import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Viewer } from '../../../domain/access/access.js';
import { RefusedAs } from '../../../platform/graphql/refusal.interceptor.js';
import { payload } from '../../../platform/graphql/user-error.types.js';
import { Viewing } from '../../identity/viewing.js';
import { DeleteComment } from '../commands/delete-comment.js';
import { EditComment } from '../commands/edit-comment.js';
import { PostComment } from '../commands/post-comment.js';
import { ReadMentions } from '../commands/read-mentions.js';
import { Comments } from '../queries/comments.js';
import { CommentEditInput, CommentPostInput } from './comment.inputs.js';
import { CommentDeletePayload, CommentPayload, CommentType, MentionsReadPayload } from './comment.types.js';

const NOTHING_WRITTEN = { unresolvedMentions: [] };
const NOTHING_READ = { read: 0 };

@Resolver()
export class CommentResolver {
  constructor(
    private readonly comments: Comments,
    private readonly postComment: PostComment,
    private readonly editComment: EditComment,
    private readonly deleteComment: DeleteComment,
    private readonly readMentions: ReadMentions,
  ) {}

  @Query(() => CommentType, { nullable: true, description: 'A comment by its id; null for one you may not know of.' })
  comment(@Viewing() viewer: Viewer, @Args('id', { type: () => ID, description: 'Its id.' }) id: string) {
    return this.comments.seenBy(viewer, id);
  }

  @Mutation(() => CommentPayload, {
    description:
      'Comments on an initiative or a review, or replies to such a comment. Every person of the portfolio may, machines may not; at most 30 texts a minute.',
  })
  @RefusedAs(NOTHING_WRITTEN)
  async commentPost(
    @Viewing() viewer: Viewer,
    @Args('input', { type: () => CommentPostInput, description: 'The comment, and what it is on.' })
    { initiativeId = null, reviewId = null, replyToId = null, text }: CommentPostInput,
  ) {
    const result = await this.postComment.run(viewer, { initiativeId, reviewId, replyToId, text });
    return { ...NOTHING_WRITTEN, ...payload(result, (written) => written) };
  }

  @Mutation(() => CommentPayload, {
    description: 'Changes the text of your own comment, as its next version; the texts before it are kept.',
  })
  @RefusedAs(NOTHING_WRITTEN)
  async commentEdit(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The comment.' }) id: string,
    @Args('input', { type: () => CommentEditInput, description: 'The next text.' })
    { text, expectedVersion }: CommentEditInput,
  ) {
    const result = await this.editComment.run(viewer, id, text, expectedVersion);
    return { ...NOTHING_WRITTEN, ...payload(result, (written) => written) };
  }

  @Mutation(() => CommentDeletePayload, {
    description:
      'Deletes a comment of your own, or with ADMIN any: all its texts are erased for good, and who posted and deleted it stays. Again it is a no-op.',
  })
  async commentDelete(
    @Viewing() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The comment.' }) id: string,
  ) {
    return payload(await this.deleteComment.run(viewer, id), (comment) => ({ comment }));
  }

  @Mutation(() => MentionsReadPayload, {
    description:
      'Takes mentions of you out of your inbox. To reply in a thread does the same for what calls on you there.',
  })
  @RefusedAs(NOTHING_READ)
  async mentionsRead(
    @Viewing() viewer: Viewer,
    @Args('ids', {
      type: () => [ID],
      description: 'The comments that mention you, 1 to 100: subjectId of inbox items.',
    })
    ids: string[],
  ) {
    return { ...NOTHING_READ, ...payload(await this.readMentions.run(viewer, ids), (read) => ({ read })) };
  }
}
