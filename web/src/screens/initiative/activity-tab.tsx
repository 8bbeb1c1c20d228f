import { graphql } from '../../api/generated';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { momentOf } from '../../words/format';
import { deedOf } from './deeds';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';

const ACTIVITY = graphql(`
  query ActivityOf($id: ID!) {
    initiative(id: $id) {
      auditEvents(first: 100) {
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
        }
      }
    }
  }
`);

/** Who did what, the latest first, in words; each event is a link of a chain that cannot be rewritten. */
const ActivityTab = ({ initiative }: TabProps) => {
  const answer = useAnswer(ACTIVITY, { id: initiative.id });
  return (
    <section className={`card ${classes.panel}`} aria-label="Activity">
      <Answered to={answer}>
        {({ initiative: found }) => (
          <>
            <ol className={classes.timeline}>
              {(found?.auditEvents.nodes ?? []).map((event) => (
                <li key={event.id} className={classes.event}>
                  <strong>{event.actor?.name ?? 'Tollgate'}</strong> {deedOf(event)}
                  <div className={`quiet ${classes.small}`} title={`Hash ${event.hash}`}>
                    {momentOf(event.at)}
                  </div>
                </li>
              ))}
            </ol>
            {found?.auditEvents.pageInfo.hasNextPage && <p className="quiet">The latest 100.</p>}
          </>
        )}
      </Answered>
    </section>
  );
};

export default ActivityTab;
