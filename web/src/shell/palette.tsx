import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate, type NavigateOptions } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../api/generated';
import { useAnswer } from '../api/queries';

const FIND = graphql(`
  query FindInitiatives($portfolioKey: String!, $search: String) {
    portfolio(key: $portfolioKey) {
      initiatives(first: 8, filter: { search: $search }) {
        nodes {
          id
          key
          name
          stage {
            name
          }
        }
      }
    }
  }
`);

const WAIT_MS = 150;

/** Everything one can go to, and every initiative by key or name: Ctrl K. */
const Palette = ({ portfolioKey }: { portfolioKey: string | undefined }) => {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), WAIT_MS);
  const { data } = useAnswer(
    FIND,
    { portfolioKey: portfolioKey ?? '', search: search || null },
    portfolioKey !== undefined,
  );
  const go = (label: string, keys: string, address: NavigateOptions): SpotlightActionData => ({
    id: label,
    label,
    description: keys,
    onClick: () => void navigate(address),
  });
  const params = { portfolioKey: portfolioKey ?? '' };
  const screens = [
    go('Board', 'g b', { to: '/p/$portfolioKey/board', params }),
    go('Table of initiatives', 'g t', { to: '/p/$portfolioKey/board', params, search: { view: 'table' } }),
    go('Portfolio', 'g p', { to: '/p/$portfolioKey', params }),
    go('Reviews', 'g r', { to: '/p/$portfolioKey/reviews', params }),
    go('Inbox', 'g i', { to: '/inbox' }),
    go('Templates', '', { to: '/templates' }),
    go('Integrations', '', { to: '/p/$portfolioKey/integrations', params }),
    go('People and tokens', '', { to: '/p/$portfolioKey/people', params }),
  ].filter(({ label }) => label?.toLowerCase().includes(text.trim().toLowerCase()));
  const initiatives = (data?.portfolio?.initiatives.nodes ?? []).map(({ id, key, name, stage }) => ({
    id,
    label: `${key} ${name}`,
    description: stage.name,
    onClick: () => void navigate({ to: '/i/$initiativeKey', params: { initiativeKey: key } }),
  }));
  return (
    <Spotlight
      attributes={{ content: { 'aria-label': 'Command palette' } }}
      shortcut={null}
      query={text}
      onQueryChange={setText}
      filter={(_, actions) => actions}
      actions={[
        { group: 'Go to', actions: screens },
        { group: 'Initiatives', actions: initiatives },
      ]}
      nothingFound="Nothing by this name"
      scrollable
      maxHeight={420}
      searchProps={{ placeholder: 'Go to, or find an initiative', 'aria-label': 'Go to, or find an initiative' }}
    />
  );
};

export default Palette;
