import { INITIATIVE_STATUS } from '../../words/labels';
import type { InitiativeStatus } from '../../api/generated/schema';
import { Button } from '@mantine/core';
import classes from './board.module.css';
import { ASIDE, type AsideStatus } from './lanes';
import type { Search } from './view';

interface Props {
  readonly counts: Readonly<Record<AsideStatus, number>>;
  readonly shown: readonly InitiativeStatus[];
  readonly change: (patch: Search) => void;
}

/** What moves no more, folded away: how many, and a button that opens them beside the stages. */
export const Aside = ({ counts, shown, change }: Props) => {
  const folded = ASIDE.filter((status) => counts[status] > 0 && !shown.includes(status));
  return folded.length === 0 ? null : (
    <div className={`${classes.aside ?? ''} no-print`} role="group" aria-label="Folded away">
      {folded.map((status) => (
        <Button
          key={status}
          size="xs"
          variant="default"
          aria-label={`${INITIATIVE_STATUS[status]} · ${String(counts[status])}: show them`}
          onClick={() => {
            change({ status: [...shown, status].join() });
          }}
        >
          <span aria-hidden="true" className={classes.arrow}>
            ▸
          </span>
          {INITIATIVE_STATUS[status]} · {counts[status]}
        </Button>
      ))}
    </div>
  );
};
