import {
  CONVERSATIONS,
  type SampleComment,
  type SampleThread,
  type SampleUpdate,
} from './initiatives/conversations.js';
import type { Cast, PersonKey } from './people.js';
import { initiativeOf, tell, type Story } from './story.js';
import { done } from './verbs.js';

const PART = /@\{([a-z.]+)\}/g;

/** The text with the ids of those it mentions by their part in the sample. */
const addressed = (text: string, cast: Cast): string =>
  text.replace(PART, (_, part: string) => `@{${cast[part as PersonKey].userId}}`);

/** What people told of an initiative, and what they said to it and to one another. */
export const tellConversation = (story: Story): void => {
  const { updates, threads } = CONVERSATIONS[story.sample.name] ?? { updates: [], threads: [] };
  for (const update of updates) {
    tellUpdate(story, update);
  }
  for (const thread of threads) {
    tellThread(story, thread);
  }
};

const tellUpdate = (story: Story, { daysAgo, by, health, text }: SampleUpdate): void => {
  const { verbs, cast } = story.company;
  tell(story, daysAgo, async () => {
    const { id, key } = initiativeOf(story);
    done(await verbs.postStatusUpdate.run(cast[by], id, { health, text }), `status update of ${key}`);
  });
};

/** A thread, or a comment of one, while it is told. */
interface Place {
  readonly isOnReview: boolean;
  /** The comment that began the thread, once it was posted. */
  threadId: string | null;
}

const tellThread = (story: Story, { isOnReview = false, replies = [], ...first }: SampleThread): void => {
  const place: Place = { isOnReview, threadId: null };
  for (const comment of [first, ...replies]) {
    tellComment(story, comment, place);
  }
};

const tellComment = (story: Story, { daysAgo, by, text }: SampleComment, place: Place): void => {
  const { verbs, cast } = story.company;
  tell(story, daysAgo, async () => {
    const { id, key } = initiativeOf(story);
    const posted = await verbs.postComment.run(cast[by], {
      initiativeId: place.isOnReview ? null : id,
      reviewId: place.isOnReview ? story.made.reviewId : null,
      replyToId: place.threadId,
      text: addressed(text, cast),
    });
    place.threadId ??= done(posted, `comment on ${key}`).comment.id;
  });
};
