import { Module } from '@nestjs/common';
import { GatesModule } from '../gates/gates.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { InitiativesModule } from '../initiatives/initiatives.module.js';
import { CommentBook } from './commands/comment-book.js';
import { DeleteComment } from './commands/delete-comment.js';
import { EditComment } from './commands/edit-comment.js';
import { PostComment } from './commands/post-comment.js';
import { PostStatusUpdate } from './commands/post-status-update.js';
import { ReadMentions } from './commands/read-mentions.js';
import { StatusUpdateBook } from './commands/status-update-book.js';
import { WriteComment } from './commands/write-comment.js';
import { CommentEdgesResolver } from './graphql/comment-edges.resolver.js';
import { CommentResolver } from './graphql/comment.resolver.js';
import { InitiativeStatusUpdatesResolver, StatusUpdateResolver } from './graphql/status-update.resolver.js';
import { GateReviewCommentsResolver, InitiativeCommentsResolver } from './graphql/threads.resolver.js';
import { CommentRepository } from './persistence/comment.repository.js';
import { StatusUpdateRepository } from './persistence/status-update.repository.js';
import { CommentScenes } from './queries/comment-scenes.js';
import { Comments } from './queries/comments.js';
import { MentionablePeople } from './queries/mentionable-people.js';
import { StatusUpdates } from './queries/status-updates.js';
import { Threads } from './queries/threads.js';
import { Writers } from './queries/writers.js';

@Module({
  imports: [GatesModule, IdentityModule, InitiativesModule],
  providers: [
    CommentBook,
    CommentEdgesResolver,
    CommentRepository,
    CommentResolver,
    CommentScenes,
    Comments,
    DeleteComment,
    EditComment,
    GateReviewCommentsResolver,
    InitiativeCommentsResolver,
    InitiativeStatusUpdatesResolver,
    MentionablePeople,
    PostComment,
    PostStatusUpdate,
    ReadMentions,
    StatusUpdateBook,
    StatusUpdateRepository,
    StatusUpdateResolver,
    StatusUpdates,
    Threads,
    WriteComment,
    Writers,
  ],
  exports: [PostComment, PostStatusUpdate, StatusUpdates],
})
export class ConversationModule {}
