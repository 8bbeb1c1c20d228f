import { Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '../../api/generated';
import type { ConversationOfQuery } from '../../api/generated/graphql';
import { useList } from '../../api/pages';
import { useCommand } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { AskText } from '../../parts/ask-text';
import { More } from '../../parts/more';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';
import { OneComment } from './one-comment';
import { StatusUpdates } from './status-updates';
import { POST_COMMENT, Write } from './write-comment';

const CONVERSATION = graphql(`
  query ConversationOf($id: ID!, $after: String) {
    initiative(id: $id) {
      comments(first: 30, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...OfComment
          replies(first: 20) {
            pageInfo {
              hasNextPage
            }
            nodes {
              ...OfComment
            }
          }
        }
      }
    }
  }
`);

const REPLIES = graphql(`
  query RepliesTo($id: ID!, $after: String) {
    comment(id: $id) {
      replies(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...OfComment
        }
      }
    }
  }
`);

type Thread = NonNullable<ConversationOfQuery['initiative']>['comments']['nodes'][number];
type Comment = Thread['replies']['nodes'][number];

/** What people say to each other, and how they say it is doing. */
const CommentsTab = ({ initiative, viewerId }: TabProps) => {
  const { answer, more } = useList(CONVERSATION, { id: initiative.id }, (told) => told?.initiative?.comments);
  const post = useCommand(POST_COMMENT);
  return (
    <div className={classes.columns}>
      <section className={`card ${classes.panel}`} aria-label="Comments">
        <Title order={2} size="h4" mb="xs">
          Comments
        </Title>
        <Stack gap="sm">
          <Write
            may={initiative.viewerCan.comment}
            label="Comment"
            run={async (text) => (await post.mutateAsync({ input: { initiativeId: initiative.id, text } })).commentPost}
          />
          <Answered to={answer}>
            {(threads) =>
              threads.length > 0 ? (
                <ul className={classes.rows}>
                  {threads.map((thread) => (
                    <li key={thread.id} className={classes.thread}>
                      <OneComment of={thread} viewerId={viewerId} />
                      <RepliesOf thread={thread} viewerId={viewerId} />
                      <div className={classes.actions}>
                        <AskText
                          may={initiative.viewerCan.comment}
                          does="Reply"
                          aloud={`to ${thread.author.name}`}
                          title={`Reply to ${thread.author.name}`}
                          label="Reply"
                          run={async (text) =>
                            (await post.mutateAsync({ input: { replyToId: thread.id, text } })).commentPost.userErrors
                          }
                        />
                      </div>
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="quiet">Nobody has said anything yet.</p>
              )
            }
          </Answered>
          <More {...more} of="comments" />
        </Stack>
      </section>
      <StatusUpdates initiative={initiative} />
    </div>
  );
};

interface RepliesProps {
  readonly thread: Thread;
  readonly viewerId: string;
}

/** The first replies, and all of them where that is asked for. */
const RepliesOf = ({ thread, viewerId }: RepliesProps) => {
  const [asked, setAsked] = useState(false);
  if (asked) {
    return <AllReplies thread={thread} viewerId={viewerId} />;
  }
  const { nodes, pageInfo } = thread.replies;
  return (
    <>
      <Replies of={nodes} viewerId={viewerId} />
      <More
        of="replies"
        busy={false}
        onMore={
          pageInfo.hasNextPage
            ? () => {
                setAsked(true);
              }
            : undefined
        }
      />
    </>
  );
};

const AllReplies = ({ thread, viewerId }: RepliesProps) => {
  const { answer, more } = useList(REPLIES, { id: thread.id }, (told) => told?.comment?.replies);
  return (
    <>
      <Replies of={answer.data ?? thread.replies.nodes} viewerId={viewerId} />
      <More {...more} of="replies" />
    </>
  );
};

const Replies = ({ of, viewerId }: { of: readonly Comment[]; viewerId: string }) =>
  of.length === 0 ? null : (
    <ul className={classes.replies}>
      {of.map((reply) => (
        <li key={reply.id}>
          <OneComment of={reply} viewerId={viewerId} />
        </li>
      ))}
    </ul>
  );

export default CommentsTab;
