import { Button, SegmentedControl } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { BoardCard } from './board-query';
import { csvAddress } from './csv';
import { SavedViews } from './saved-views';
import { filtersIn, type Search, type View } from './view';

interface Props {
  readonly portfolioKey: string;
  readonly view: View;
  readonly search: Search;
  readonly chosen: readonly BoardCard[];
  readonly change: (patch: Search) => void;
  readonly clear: () => void;
  readonly isNarrow: boolean;
  readonly mayCreate: boolean;
}

/** What stands on the right of the title: the kind of view, saved ones, the list as a file, and a new initiative. */
export const Tools = ({ portfolioKey, view, search, chosen, change, clear, isNarrow, mayCreate }: Props) => {
  const navigate = useNavigate({ from: '/p/$portfolioKey/board' });
  return (
    <>
      {filtersIn(search) > 0 && (
        <Button size="xs" variant="subtle" onClick={clear}>
          Clear filters
        </Button>
      )}
      {!isNarrow && (
        <SegmentedControl
          size="xs"
          aria-label="Board or table"
          data={['Board', 'Table']}
          value={view.isTable ? 'Table' : 'Board'}
          onChange={(kind) => {
            change({ view: kind === 'Table' ? 'table' : undefined });
          }}
        />
      )}
      <SavedViews portfolioKey={portfolioKey} search={search} onOpen={(saved) => void navigate({ search: saved })} />
      <Button component="a" size="xs" variant="default" href={csvAddress(portfolioKey, view, chosen)} download>
        Export CSV
      </Button>
      {mayCreate && (
        <Button
          size="xs"
          renderRoot={(props) => <Link to="/p/$portfolioKey/new" params={{ portfolioKey }} {...props} />}
        >
          Create
        </Button>
      )}
    </>
  );
};
