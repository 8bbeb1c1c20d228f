import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';

/** A text that is there to be copied, with the button that does it. */
export const Copyable = ({ label, text }: { label: string; text: string }) => {
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = (): void => {
    field.current?.select();
    // Without a safe context there is no clipboard; the text is selected then, to be copied by hand.
    if ('clipboard' in window.navigator) {
      void window.navigator.clipboard.writeText(text).then(
        () => {
          setCopied(true);
        },
        () => undefined,
      );
    }
  };
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput ref={field} label={label} value={text} readOnly style={{ flex: 1, minWidth: 0 }} />
      <Button variant="default" onClick={copy} aria-label={`Copy ${label.toLowerCase()}`}>
        {copied ? 'Copied' : 'Copy'}
      </Button>
      <span role="status" className="aloud">
        {copied ? `${label} copied` : ''}
      </span>
    </Group>
  );
};

interface Props {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  /** What to do with it now. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** A secret that is told this once: it closes by its button alone, so that no stray key loses it. */
export const ShownOnce = ({ title, label, secret, children, onClose }: Props) => (
  <Modal
    opened
    onClose={onClose}
    title={title}
    closeOnClickOutside={false}
    closeOnEscape={false}
    withCloseButton={false}
  >
    <Stack>
      <Alert color="yellow" variant="light" title="Shown this once">
        Copy it now. Nobody can show it again; where it is lost, make another.
      </Alert>
      <Copyable label={label} text={secret} />
      {children}
      <Group justify="flex-end">
        <Button onClick={onClose}>I have copied it</Button>
      </Group>
    </Stack>
  </Modal>
);
