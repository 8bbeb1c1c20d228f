import { Link, useParams } from '@tanstack/react-router';
import { graphql } from '../../api/generated';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { Mark } from '../../parts/mark';
import { NotFound } from '../../parts/not-found';
import { Page } from '../../parts/page';
import { countOf, daysOf } from '../../words/format';
import { HEALTH } from '../../words/labels';

const BOARD = graphql(`
  query Board($portfolioKey: String!) {
    portfolio(key: $portfolioKey) {
      name
      initiatives(first: 100) {
        totalCount
        nodes {
          id
          key
          name
          health
          daysInStage
          stage {
            name
          }
        }
      }
    }
  }
`);

const Board = () => {
  const { portfolioKey } = useParams({ from: '/p/$portfolioKey/board' });
  const answer = useAnswer(BOARD, { portfolioKey });
  return (
    <Answered to={answer}>
      {({ portfolio }) =>
        portfolio ? (
          <Page title={portfolio.name} under={countOf(portfolio.initiatives.totalCount, 'initiative')}>
            <ul>
              {portfolio.initiatives.nodes.map(({ id, key, name, health, daysInStage, stage }) => (
                <li key={id}>
                  <Link to="/">{key}</Link> {name}, {stage.name}, {daysOf(daysInStage)} <Mark of={HEALTH[health]} />
                </li>
              ))}
            </ul>
          </Page>
        ) : (
          <NotFound what={`There is no portfolio ${portfolioKey}.`} />
        )
      }
    </Answered>
  );
};

export default Board;
