import { useParams, useSearch } from '@tanstack/react-router';
import { usePages } from '../../api/pages';
import { Answered } from '../../parts/answered';
import { ButtonLink } from '../../parts/links';
import { NotFound } from '../../parts/not-found';
import { Page } from '../../parts/page';
import { InDanger, Ready, Scheduled } from './lists';
import { Meeting } from './meeting';
import { IN_DANGER, READY, SCHEDULED } from './queries';

const FROM = '/p/$portfolioKey/reviews';

const Reviews = () => {
  const { portfolioKey } = useParams({ from: FROM });
  const { view, at } = useSearch({ from: FROM });
  const scheduled = usePages(SCHEDULED, { portfolioKey }, (found) => found?.portfolio?.gateReviews);
  const inDanger = usePages(IN_DANGER, { portfolioKey }, (found) => found?.portfolio?.gateReviews);
  const ready = usePages(READY, { portfolioKey }, (found) => found?.portfolio?.initiatives);
  return (
    <Answered to={scheduled}>
      {({ nodes, first }) =>
        !first?.portfolio ? (
          <NotFound what={`There is no portfolio ${portfolioKey}.`} />
        ) : view === 'meeting' ? (
          <Meeting portfolioKey={portfolioKey} agenda={nodes} at={Number(at ?? 1)} />
        ) : (
          <Page
            title="Reviews"
            under={
              <>
                {told(inDanger)} in danger · {told(scheduled)} scheduled · {told(ready)} ready, not scheduled
              </>
            }
            tools={
              nodes.length > 0 && (
                <ButtonLink
                  to="/p/$portfolioKey/reviews"
                  params={{ portfolioKey }}
                  search={{ view: 'meeting', at: '1' }}
                >
                  Begin the meeting
                </ButtonLink>
              )
            }
          >
            <InDanger list={inDanger} />
            <Scheduled list={scheduled} />
            <Ready list={ready} />
          </Page>
        )
      }
    </Answered>
  );
};

/** How many a list has, once that is known. */
const told = ({ data }: { data: { totalCount?: number | undefined } | undefined }): string =>
  data?.totalCount?.toLocaleString('en-GB') ?? '…';

export default Reviews;
