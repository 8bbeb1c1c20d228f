import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useCommand } from '../../api/queries';
import { failuresOf } from '../../parts/confirm';
import { refusalOf, Refusals } from '../../parts/refusals';
import { Copyable, ShownOnce } from '../../parts/shown-once';
import { CREATE_CONNECTION } from './queries';
import { choicesOf, nameIn, TOOL } from './words';

/** Makes a connection; then shows its secret once, with the address the tool has to send to. */
export const CreateConnection = ({ portfolioKey, onClose }: { portfolioKey: string; onClose: () => void }) => {
  const [name, setName] = useState('');
  const [tool, setTool] = useState<keyof typeof TOOL>('JIRA');
  const create = useCommand(CREATE_CONNECTION);
  const { secret, connection, userErrors = [] } = create.data?.integrationConnectionCreate ?? {};
  if (connection && typeof secret === 'string') {
    return (
      <ShownOnce title={`${connection.name} is made`} label="Secret of the hook" secret={secret} onClose={onClose}>
        <Copyable label="Address of the hook" text={`${window.location.origin}${connection.webhookPath}`} />
        <Text size="sm">
          Enter both in {TOOL[connection.tool].word} and send a test. How stands in{' '}
          <code>docs/tools/{TOOL[connection.tool].page}.md</code>.
        </Text>
      </ShownOnce>
    );
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    create.mutate({ input: { portfolioKey, name: name.trim(), tool } });
  };
  return (
    <Modal opened onClose={onClose} title="Create a connection">
      <form onSubmit={submit}>
        <Stack>
          <NativeSelect
            label="Tool"
            data={choicesOf(TOOL)}
            value={tool}
            data-autofocus
            description={`What to set up there stands in docs/tools/${TOOL[tool].page}.md.`}
            onChange={({ currentTarget }) => {
              setTool(nameIn(TOOL, currentTarget.value) ?? tool);
            }}
          />
          <TextInput
            label="Name"
            description="What people call it, unique in the portfolio."
            value={name}
            error={refusalOf(userErrors, 'name')}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value);
            }}
          />
          <Refusals of={[...userErrors.filter(({ field }) => field?.at(-1) !== 'name'), ...failuresOf(create.error)]} />
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
