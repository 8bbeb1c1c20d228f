import { graphql } from '../../api/generated';
import { useList } from '../../api/pages';
import { Answered } from '../../parts/answered';
import { More } from '../../parts/more';
import { momentOf } from '../../words/format';
import { deedOf } from './deeds';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';

const ACTIVITY = graphql(`
  query ActivityOf($id: ID!, $after: String) {
    initiative(id: $id) {
      auditEvents(first: 50, after: $after) {
        nodes {
          id
          at
          action
          subjectType
          changes
          hash
          actor {
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Who did what, the latest first, in words; each event is a link of a chain that cannot be rewritten. */
const ActivityTab = ({ initiative }: TabProps) => {
  const { answer, more } = useList(ACTIVITY, { id: initiative.id }, (told) => told?.initiative?.auditEvents);
  return (
    <section className={`card ${classes.panel}`} aria-label="Activity">
      <Answered to={answer}>
        {(events) => (
          <>
            <ol className={classes.timeline}>
              {events.map((event) => (
                <li key={event.id} className={classes.event}>
                  <strong>{event.actor?.name ?? 'Tollgate'}</strong> {deedOf(event)}
                  <div className={`quiet ${classes.small}`} title={`Hash ${event.hash}`}>
                    {momentOf(event.at)}
                  </div>
                </li>
              ))}
            </ol>
            <More {...more} of="events" />
          </>
        )}
      </Answered>
    </section>
  );
};

export default ActivityTab;
