import { useParams } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { NotFound } from '../../parts/not-found';
import { Page } from '../../parts/page';
import { countOf } from '../../words/format';
import { Members } from './members';
import { PEOPLE } from './queries';
import { Tokens } from './tokens';

/** Who is in the portfolio with which roles, and the API tokens of whoever looks. */
const People = () => {
  const { portfolioKey } = useParams({ from: '/p/$portfolioKey/people' });
  const answer = useAnswer(PEOPLE, { portfolioKey });
  return (
    <Answered to={answer}>
      {({ viewer, portfolio }) =>
        portfolio ? (
          <Page title="People and tokens" under={`${portfolio.name} · ${countOf(portfolio.members.length, 'member')}`}>
            <Members
              portfolioKey={portfolioKey}
              members={portfolio.members}
              isAdmin={portfolio.viewerRoles.includes('ADMIN')}
              isInstanceAdmin={viewer.isInstanceAdmin}
            />
            <Tokens
              viewer={viewer.user}
              people={viewer.isInstanceAdmin ? portfolio.members.map(({ user }) => user) : []}
            />
          </Page>
        ) : (
          <NotFound what={`There is no portfolio ${portfolioKey}.`} />
        )
      }
    </Answered>
  );
};

export default People;
