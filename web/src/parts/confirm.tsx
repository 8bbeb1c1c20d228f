import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { UserError } from '../api/queries';
import { Refusals } from './refusals';

interface Props {
  readonly title: string;
  /** What happens, and what cannot be undone. */
  readonly children: ReactNode;
  /** The verb on the button. */
  readonly verb: string;
  readonly busy: boolean;
  readonly errors?: readonly UserError[];
  /** What went wrong on the way, where nothing was refused. */
  readonly failure?: Error | null;
  readonly isGrave?: boolean;
  /** False: something is still to be filled in. */
  readonly isReady?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that others feel. */
export const Confirm = ({
  title,
  children,
  verb,
  busy,
  errors,
  failure,
  isGrave = false,
  isReady = true,
  onConfirm,
  onClose,
}: Props) => (
  <Modal opened onClose={onClose} title={title}>
    <Stack>
      <div>{children}</div>
      <Refusals of={[...(errors ?? []), ...failuresOf(failure)]} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button {...(isGrave ? { color: 'red' } : {})} disabled={!isReady} loading={busy} onClick={onConfirm}>
          {verb}
        </Button>
      </Group>
    </Stack>
  </Modal>
);

/** What went wrong on the way, told as refusals are. */
export const failuresOf = (failure: Error | null | undefined): readonly UserError[] =>
  failure ? [{ code: 'FAILED', message: failure.message }] : [];
