import { Button } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { NotFound } from '../../parts/not-found';
import { Page } from '../../parts/page';
import { countOf } from '../../words/format';
import { ReviewLists } from './lists';
import { Meeting } from './meeting';
import { REVIEWS } from './queries';

const FROM = '/p/$portfolioKey/reviews';

const Reviews = () => {
  const { portfolioKey } = useParams({ from: FROM });
  const { view, at } = useSearch({ from: FROM });
  const answer = useAnswer(REVIEWS, { portfolioKey });
  return (
    <Answered to={answer}>
      {({ portfolio }) => {
        if (!portfolio) {
          return <NotFound what={`There is no portfolio ${portfolioKey}.`} />;
        }
        const { scheduled, ready, inDanger } = portfolio;
        return view === 'meeting' ? (
          <Meeting portfolioKey={portfolioKey} agenda={scheduled.nodes} at={Number(at ?? 1)} />
        ) : (
          <Page
            title="Reviews"
            under={`${countOf(inDanger.totalCount, 'review')} in danger · ${String(scheduled.totalCount)} scheduled · ${String(ready.totalCount)} ready, not scheduled`}
            tools={
              scheduled.nodes.length > 0 && (
                <Button
                  component={Link}
                  to="/p/$portfolioKey/reviews"
                  params={{ portfolioKey } as never}
                  search={{ view: 'meeting', at: '1' } as never}
                >
                  Begin the meeting
                </Button>
              )
            }
          >
            <ReviewLists portfolio={portfolio} />
          </Page>
        );
      }}
    </Answered>
  );
};

export default Reviews;
