import { Button, Group } from '@mantine/core';

interface Props {
  readonly shown: number;
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Goes on with a list that is longer than what is shown; nothing where it is not. */
export const More = ({ shown, of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: Props) =>
  hasNextPage ? (
    <Group gap="sm" mt="sm" className="no-print">
      <Button size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        Show more
      </Button>
      <span className="quiet">The first {shown.toLocaleString('en-GB')} are shown.</span>
    </Group>
  ) : null;
