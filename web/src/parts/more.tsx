import { Button } from '@mantine/core';

interface Props {
  /** Asks for the next page; nothing where there is none. */
  readonly onMore: (() => void) | undefined;
  readonly busy: boolean;
  /** What there is more of, in the plural. */
  readonly of: string;
}

/** Goes on where a list stops at a page; nothing where it is whole. */
export const More = ({ onMore, busy, of }: Props) =>
  onMore === undefined ? null : (
    <Button size="xs" variant="default" mt="xs" loading={busy} onClick={onMore} className="no-print">
      {`Show more ${of}`}
    </Button>
  );
