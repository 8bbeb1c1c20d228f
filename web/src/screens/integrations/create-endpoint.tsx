import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useCommand } from '../../api/queries';
import { failuresOf } from '../../parts/confirm';
import { refusalOf, Refusals } from '../../parts/refusals';
import { ShownOnce } from '../../parts/shown-once';
import { CREATE_ENDPOINT } from './webhooks-queries';
import { choicesOf, EVENT, FORMAT, nameIn } from './words';

const AT_FIELDS = ['url', 'events'];

/** Adds a receiver, and shows the secret its messages are signed by. */
export const CreateEndpoint = ({ portfolioKey, onClose }: { portfolioKey: string; onClose: () => void }) => {
  const [url, setUrl] = useState('');
  const [format, setFormat] = useState<keyof typeof FORMAT>('STANDARD');
  const [events, setEvents] = useState<readonly (keyof typeof EVENT)[]>(['GATE_REVIEW_REQUESTED', 'GATE_DECIDED']);
  const create = useCommand(CREATE_ENDPOINT);
  const { secret, userErrors = [] } = create.data?.webhookEndpointCreate ?? {};
  if (typeof secret === 'string') {
    return (
      <ShownOnce title="The endpoint is made" label="Secret of its messages" secret={secret} onClose={onClose}>
        The receiver verifies each message by it, as Standard Webhooks has it. Send a ping to see whether it answers.
      </ShownOnce>
    );
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    create.mutate({ input: { portfolioKey, url: url.trim(), format, events: [...events] } });
  };
  return (
    <Modal opened onClose={onClose} title="Create an endpoint">
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label="Address"
            description="Where messages are sent: https."
            data-autofocus
            value={url}
            error={refusalOf(userErrors, 'url')}
            onChange={({ currentTarget }) => {
              setUrl(currentTarget.value);
            }}
          />
          <NativeSelect
            label="Format"
            data={choicesOf(FORMAT)}
            value={format}
            onChange={({ currentTarget }) => {
              setFormat(nameIn(FORMAT, currentTarget.value) ?? format);
            }}
          />
          <Checkbox.Group
            label="Told of"
            value={[...events]}
            error={refusalOf(userErrors, 'events')}
            onChange={(chosen) => {
              setEvents(chosen.flatMap((one) => nameIn(EVENT, one) ?? []));
            }}
          >
            <Stack gap={6} mt="xs">
              {choicesOf(EVENT).map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Refusals
            of={[
              ...userErrors.filter(({ field }) => !AT_FIELDS.includes(field?.at(-1) ?? '')),
              ...failuresOf(create.error),
            ]}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={url.trim() === '' || events.length === 0} loading={create.isPending}>
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
