import { graphql } from '../../api/generated';
import { nextOf, usePages } from '../../api/pages';
import { Answered } from '../../parts/answered';
import { More } from '../../parts/more';
import { Page } from '../../parts/page';
import { countOf } from '../../words/format';
import { Waiting } from './waiting';

const INBOX = graphql(`
  query Inbox($after: String) {
    viewer {
      inbox(first: 100, after: $after) {
        nodes {
          ...InboxLine
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }

  fragment InboxLine on InboxItem {
    id
    kind
    subjectId
    reason
    link
    since
    ageDays
    dueOn
    isOverdue
    initiative {
      key
      name
      portfolio {
        key
        name
      }
    }
  }
`);

/** What waits for whoever looks, over all their portfolios. */
const Inbox = () => {
  const answer = usePages(INBOX, {}, (found) => found?.viewer.inbox);
  return (
    <Answered to={answer}>
      {({ nodes, totalCount = nodes.length }) => {
        const overdue = nodes.filter(({ isOverdue }) => isOverdue).length;
        // What is overdue comes first: more of it can follow only where all that is here is overdue.
        const more = answer.hasNextPage && nodes.at(-1)?.isOverdue === true ? '+' : '';
        return (
          <Page
            title="Inbox"
            under={
              nodes.length === 0
                ? undefined
                : `${countOf(totalCount, 'thing')} · ${String(overdue)}${more} overdue · j k move, Enter opens`
            }
          >
            <Waiting items={nodes} />
            <More onMore={nextOf(answer)} busy={answer.isFetchingNextPage} of="of what waits" />
          </Page>
        );
      }}
    </Answered>
  );
};

export default Inbox;
