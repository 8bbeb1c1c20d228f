import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/queries';
import { Refusals, refusalOf } from '../../parts/refusals';
import { wordsOf } from '../../words/labels';
import type { AttentionFinding } from './findings-card';
import { MUTE } from './questions-findings';

/** Takes a finding out of what is told until a day, with a reason that all can read. */
export const MuteDialog = ({
  finding: { id, code, message },
  today,
  onClose,
}: {
  finding: AttentionFinding;
  today: string;
  onClose: () => void;
}) => {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const mute = useCommand(MUTE);
  const errors = mute.data?.findingMute.userErrors ?? [];
  const atNoField = errors.filter(({ field }) => !['reason', 'until'].includes(field?.at(-1) ?? ''));
  // By the promise: the muted finding may leave the list, and this dialog with it, before a callback of the form is called.
  const send = (): Promise<void> =>
    mute.mutateAsync({ id, input: { reason, until } }).then(
      ({ findingMute }) => {
        if (findingMute.userErrors.length === 0) {
          onClose();
        }
      },
      () => undefined,
    );
  return (
    <Modal opened onClose={onClose} title={`Mute: ${wordsOf(code)}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm">
          <p style={{ margin: 0 }}>{message}</p>
          <p className="quiet" style={{ margin: 0 }}>
            It goes on being looked at, and counts for health as before. Who looks at muted ones reads your reason.
          </p>
          <Textarea
            label="Reason"
            required
            autosize
            minRows={2}
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => {
              setReason(currentTarget.value);
            }}
            error={refusalOf(errors, 'reason')}
          />
          <TextInput
            type="date"
            label="Until and with"
            required
            min={today}
            value={until}
            onChange={({ currentTarget }) => {
              setUntil(currentTarget.value);
            }}
            error={refusalOf(errors, 'until')}
          />
          <Refusals of={atNoField} />
          {mute.error && (
            <div role="alert" className="tone-bad">
              {mute.error.message}
            </div>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={mute.isPending}>
              Mute
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
