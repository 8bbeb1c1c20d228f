import { graphql } from '../../api/generated';
import { useList } from '../../api/pages';
import { Answered } from '../../parts/answered';
import { More } from '../../parts/more';
import { momentOf } from '../../words/format';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';

const ACTIVITY = graphql(`
  query ActivityOf($id: ID!, $after: String) {
    initiative(id: $id) {
      activity(first: 50, after: $after) {
        nodes {
          id
          at
          deed
          note
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

/** Who did what, the latest first, in the server's words. */
const ActivityTab = ({ initiative }: TabProps) => {
  const { answer, more } = useList(ACTIVITY, { id: initiative.id }, (told) => told?.initiative?.activity);
  return (
    <section className={`card ${classes.panel}`} aria-label="Activity">
      <Answered to={answer}>
        {(events) => (
          <>
            <ol className={classes.timeline}>
              {events.map((event) => (
                <li key={event.id} className={classes.event}>
                  <strong>{event.actor?.name ?? 'Tollgate'}</strong> {event.deed}
                  {event.note !== null && <div>{event.note}</div>}
                  <div className={`quiet ${classes.small}`}>{momentOf(event.at)}</div>
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
