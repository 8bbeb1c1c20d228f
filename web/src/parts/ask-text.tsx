import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { UserError } from '../api/queries';
import { MayDo, type May } from './may';
import { failureIn, refusalOf, Refusals } from './refusals';

export interface AskTextProps {
  readonly may: May;
  /** The words of the button that opens it, and of the one that does it. */
  readonly does: string;
  readonly aloud?: string;
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** A second field, never needed: its name in the errors and its label. */
  readonly also?: { readonly name: string; readonly label: string };
  /** Carries it out; answers with all that it was refused for, nothing when it is done. */
  readonly run: (text: string, also: string) => Promise<readonly UserError[]>;
}

/** A button that asks for a few words before something is done: a reason, a note. */
export const AskText = ({ may, does, aloud, ...rest }: AskTextProps) => {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <MayDo
        may={may}
        size="xs"
        {...(aloud === undefined ? {} : { aloud })}
        onClick={() => {
          setOpened(true);
        }}
      >
        {does}
      </MayDo>
      <Modal
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
        title={rest.title}
        closeButtonProps={{ 'aria-label': 'Close' }}
        transitionProps={{ duration: 0 }}
      >
        <Form
          {...rest}
          does={does}
          onDone={() => {
            setOpened(false);
          }}
        />
      </Modal>
    </>
  );
};

const Form = ({
  does,
  label,
  hint,
  optional = false,
  also,
  run,
  onDone,
}: Omit<AskTextProps, 'may' | 'title'> & { onDone: () => void }) => {
  const [text, setText] = useState('');
  const [second, setSecond] = useState('');
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const refused = await run(text.trim(), second.trim()).catch(failureIn);
    setBusy(false);
    setErrors(refused);
    if (refused.length === 0) {
      onDone();
    }
  };
  return (
    <form
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && (optional || text.trim() !== '')) {
          event.preventDefault();
          void submit();
        }
      }}
    >
      <Stack gap="sm">
        <Refusals of={errors} />
        <Textarea
          label={label}
          description={hint}
          required={!optional}
          autosize
          minRows={3}
          value={text}
          data-autofocus
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
        {also && (
          <TextInput
            label={also.label}
            value={second}
            error={refusalOf(errors, also.name)}
            onChange={({ currentTarget }) => {
              setSecond(currentTarget.value);
            }}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={!optional && text.trim() === ''}>
            {does}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
