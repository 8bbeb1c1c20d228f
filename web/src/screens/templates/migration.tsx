import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { countOf } from '../../words/format';
import { MIGRATION } from './queries';
import classes from './templates.module.css';

/** What the newest version would give to and take from initiatives of a portfolio on older ones; nothing where none is. */
export const Migration = ({ portfolioKey, templateKey }: { portfolioKey: string; templateKey: string }) => {
  const answer = useAnswer(MIGRATION, { portfolioKey, templateKey });
  return (
    <Answered to={answer}>
      {({ templateMigrationPreview: { totalCount, nodes } }) => {
        if (totalCount === 0) {
          return null;
        }
        const stuck = nodes.filter(({ canMove }) => !canMove).length;
        const opened = nodes.filter(({ effects }) => effects.some(({ kind }) => kind === 'NEW_OPEN_CRITERION')).length;
        return (
          <details className={`card ${classes.part ?? ''}`} style={{ padding: 14 }}>
            <summary>
              {countOf(totalCount, 'initiative')} of {portfolioKey} {totalCount === 1 ? 'is' : 'are'} on an older
              version. To move would open new criteria for {opened}, and {stuck} cannot move.
            </summary>
            <ul className={classes.criteria}>
              {nodes.map(({ initiative, fromVersion, effects }) => (
                <li key={initiative.key}>
                  <Anchor component={Link} to="/i/$initiativeKey" params={{ initiativeKey: initiative.key } as never}>
                    {initiative.key}
                  </Anchor>{' '}
                  {initiative.name} <span className="quiet">on version {fromVersion}</span>
                  {effects.map(({ message, blocks }) => (
                    <div key={message} className={blocks ? 'tone-bad' : 'quiet'}>
                      {message}
                    </div>
                  ))}
                </li>
              ))}
            </ul>
          </details>
        );
      }}
    </Answered>
  );
};
