import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReviewLineFragment } from '../../api/generated/graphql';
import { ButtonLink } from '../../parts/links';
import { Page } from '../../parts/page';
import { useKeys } from '../../shell/keys';
import { MeetingItem } from './meeting-item';
import classes from './meeting.module.css';

const HERE = '/p/$portfolioKey/reviews';

interface Props {
  readonly portfolioKey: string;
  readonly agenda: readonly ReviewLineFragment[];
  /** Which of the agenda is before the meeting, from 1. */
  readonly at: number;
}

/** The agenda of those who decide together: one open review after the other, n and p step. */
export const Meeting = ({ portfolioKey, agenda, at }: Props) => {
  const navigate = useNavigate();
  const now = Math.min(Math.max(Number.isInteger(at) ? at : 1, 1), Math.max(agenda.length, 1));
  const current = agenda[now - 1];
  const count = agenda.length;
  const step = useMemo(() => {
    const to = (next: number) => (): void => {
      if (next >= 1 && next <= count) {
        void navigate({
          to: HERE,
          params: { portfolioKey },
          search: { view: 'meeting', at: String(next) },
          replace: true,
        });
      }
    };
    const initiativeKey = agenda[now - 1]?.initiative.key;
    return {
      n: to(now + 1),
      p: to(now - 1),
      d: () => {
        if (initiativeKey !== undefined) {
          void navigate({ to: '/i/$initiativeKey/decide', params: { initiativeKey } });
        }
      },
      Escape: () => void navigate({ to: HERE, params: { portfolioKey } }),
    };
  }, [navigate, portfolioKey, agenda, now, count]);
  useKeys(step);
  return (
    <Page
      title="Review meeting"
      under={
        count === 0 ? 'No review is open any more.' : `${String(now)} of ${String(count)} · n next, p back, d decide`
      }
      tools={
        <>
          <Button variant="default" disabled={now <= 1} onClick={step.p}>
            Back
          </Button>
          <Button variant="default" disabled={now >= count} onClick={step.n}>
            Next
          </Button>
          <ButtonLink to={HERE} params={{ portfolioKey }} variant="default">
            To the lists
          </ButtonLink>
        </>
      }
    >
      {current && (
        <div className={classes.meeting}>
          <nav aria-label="Agenda" className="card">
            <ol className={classes.agenda} tabIndex={0} aria-label="Agenda">
              {agenda.map(({ id, initiative }, index) => (
                <li key={id}>
                  <Link
                    to={HERE}
                    params={{ portfolioKey }}
                    search={{ view: 'meeting', at: String(index + 1) }}
                    replace
                    aria-current={index + 1 === now ? 'step' : undefined}
                  >
                    {initiative.key} {initiative.name}
                  </Link>
                </li>
              ))}
            </ol>
          </nav>
          <MeetingItem key={current.id} id={current.id} />
        </div>
      )}
    </Page>
  );
};
