import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useCommand } from '../../api/queries';
import { failuresOf } from '../../parts/confirm';
import { refusalOf, Refusals } from '../../parts/refusals';
import { ShownOnce } from '../../parts/shown-once';
import { CREATE_TOKEN } from './queries';

/** Makes an API token of somebody, and shows it once. */
export const CreateToken = ({ user, onClose }: { user: { id: string; name: string }; onClose: () => void }) => {
  const [name, setName] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const create = useCommand(CREATE_TOKEN);
  const errors = create.data?.apiTokenCreate.userErrors ?? [];
  const token = create.data?.apiTokenCreate.token;
  if (token !== null && token !== undefined) {
    return <ShownOnce title={`Token ${name.trim()}`} label="API token" secret={token} onClose={onClose} />;
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    create.mutate({
      input: { userId: user.id, name: name.trim(), ...(expiresOn === '' ? {} : { expiresOn }) },
    });
  };
  return (
    <Modal opened onClose={onClose} title={`Create a token of ${user.name}`}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label="What it is for"
            description="So that you know later what stops when it is revoked."
            data-autofocus
            value={name}
            error={refusalOf(errors, 'name')}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
            }}
          />
          <TextInput
            type="date"
            label="Last day it is good for"
            description="At most 366 days ahead; 365 days where it is left empty."
            value={expiresOn}
            error={refusalOf(errors, 'expiresOn')}
            onChange={({ currentTarget }) => {
              setExpiresOn(currentTarget.value);
            }}
          />
          <Refusals
            of={[
              ...errors.filter(({ field }) => !['name', 'expiresOn'].includes(field?.at(-1) ?? '')),
              ...failuresOf(create.error),
            ]}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={name.trim() === ''} loading={create.isPending}>
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
