import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
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
  const go = (label: string, to: string, keys: string, searchOf?: object): SpotlightActionData => ({
    id: label,
    label,
    description: keys,
    onClick: () => void navigate({ to, params: { portfolioKey } as never, search: searchOf as never }),
  });
  const screens = [
    go('Board', '/p/$portfolioKey/board', 'g b'),
    go('Table of initiatives', '/p/$portfolioKey/board', 'g t', { view: 'table' }),
    go('Portfolio', '/p/$portfolioKey', 'g p'),
    go('Reviews', '/p/$portfolioKey/reviews', 'g r'),
    go('Inbox', '/inbox', 'g i'),
    go('Templates', '/templates', ''),
    go('Integrations', '/p/$portfolioKey/integrations', ''),
    go('People and tokens', '/p/$portfolioKey/people', ''),
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
