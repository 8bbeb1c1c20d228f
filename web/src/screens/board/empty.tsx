import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

/** A portfolio without initiatives: how one comes to the first. */
export const NoneYet = ({ portfolioKey, mayCreate }: { portfolioKey: string; mayCreate: boolean }) => (
  <Stack align="flex-start" py="xl" maw={640}>
    <Text>There are no initiatives yet.</Text>
    {mayCreate ? (
      <>
        <Button renderRoot={(props) => <Link to="/p/$portfolioKey/new" params={{ portfolioKey }} {...props} />}>
          Create an initiative
        </Button>
        <Text>
          Or bring in a spreadsheet of them, with a dry run first; how is told in <code>docs/import.md</code>:
        </Text>
        <code>npm run import -- --portfolio {portfolioKey} --mapping mapping.json --dry-run initiatives.csv</code>
      </>
    ) : (
      <Text>A program manager or an admin of the portfolio can create one, or import a list of them.</Text>
    )}
  </Stack>
);

/** Filters that let nothing through, and the way out. */
export const NothingMatches = ({ onClear }: { onClear: () => void }) => (
  <Group py="xl">
    <Text>Nothing matches these filters.</Text>
    <Button size="xs" variant="default" onClick={onClear}>
      Clear filters
    </Button>
  </Group>
);
