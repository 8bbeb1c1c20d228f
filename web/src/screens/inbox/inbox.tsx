import { graphql } from '../../api/generated';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { Page } from '../../parts/page';
import { countOf } from '../../words/format';
import { Waiting } from './waiting';

const INBOX = graphql(`
  query Inbox {
    viewer {
      inbox(first: 100) {
        nodes {
          ...InboxLine
        }
        pageInfo {
          hasNextPage
        }
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
  const answer = useAnswer(INBOX, {});
  return (
    <Answered to={answer}>
      {({ viewer }) => {
        const { nodes, pageInfo } = viewer.inbox;
        const overdue = nodes.filter(({ isOverdue }) => isOverdue).length;
        const count = `${countOf(nodes.length, 'thing')}${pageInfo.hasNextPage ? ' and more' : ''}`;
        return (
          <Page
            title="Inbox"
            under={nodes.length === 0 ? undefined : `${count} · ${String(overdue)} overdue · j k move, Enter opens`}
          >
            <Waiting items={nodes} hasMore={pageInfo.hasNextPage} />
          </Page>
        );
      }}
    </Answered>
  );
};

export default Inbox;
