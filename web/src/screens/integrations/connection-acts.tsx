import { Button, Group, PasswordInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ConnectionFragment } from '../../api/generated/graphql';
import { useCommand, type UserError } from '../../api/queries';
import { Confirm, failuresOf } from '../../parts/confirm';
import { Refusals } from '../../parts/refusals';
import { ShownOnce } from '../../parts/shown-once';
import { BACKFILL, RECONCILE, ROTATE_SECRET, SET_CREDENTIAL, SET_PAUSED } from './queries';

/** What an admin may do with a connection: pause it, rotate its secret, ask its tool. */
export const ConnectionActs = ({ connection }: { connection: ConnectionFragment }) => {
  const [open, setOpen] = useState<'rotate' | 'backfill' | 'credential' | null>(null);
  const pause = useCommand(SET_PAUSED);
  const reconcile = useCommand(RECONCILE);
  const { id, paused, hasCredential } = connection;
  const close = (): void => {
    setOpen(null);
  };
  const whyNotAsked = hasCredential ? null : 'To ask the tool takes a credential. Enter one first.';
  return (
    <>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={pause.isPending}
          onClick={() => {
            pause.mutate({ id, paused: !paused });
          }}
        >
          {paused ? 'Resume' : 'Pause'}
        </Button>
        <Act
          label="Rotate the secret"
          onAct={() => {
            setOpen('rotate');
          }}
        />
        <Act
          label={hasCredential ? 'Change the credential' : 'Enter a credential'}
          onAct={() => {
            setOpen('credential');
          }}
        />
        <Button
          size="xs"
          variant="default"
          disabled={!hasCredential}
          loading={reconcile.isPending}
          onClick={() => {
            reconcile.mutate({ id });
          }}
        >
          Reconcile now
        </Button>
        <Act
          label="Backfill"
          isDisabled={!hasCredential}
          onAct={() => {
            setOpen('backfill');
          }}
        />
      </Group>
      {whyNotAsked !== null && (
        <Text size="sm" className="quiet">
          {whyNotAsked}
        </Text>
      )}
      <span role="status" className="quiet">
        {reconcile.data?.integrationConnectionReconcile.run && 'The tool is being asked. Below stands how it ends.'}
      </span>
      <Refusals
        of={[
          ...(pause.data?.integrationConnectionSetPaused.userErrors ?? []),
          ...(reconcile.data?.integrationConnectionReconcile.userErrors ?? []),
          ...failuresOf(pause.error ?? reconcile.error),
        ]}
      />
      {open === 'rotate' && <Rotate connection={connection} onClose={close} />}
      {open === 'backfill' && <Backfill id={id} onClose={close} />}
      {open === 'credential' && <Credential id={id} onClose={close} />}
    </>
  );
};

const Act = ({ label, isDisabled = false, onAct }: { label: string; isDisabled?: boolean; onAct: () => void }) => (
  <Button size="xs" variant="default" disabled={isDisabled} onClick={onAct}>
    {label}
  </Button>
);

const Rotate = ({ connection: { id, name }, onClose }: { connection: ConnectionFragment; onClose: () => void }) => {
  const rotate = useCommand(ROTATE_SECRET);
  const made = rotate.data?.integrationConnectionRotateSecret;
  return typeof made?.secret === 'string' ? (
    <ShownOnce title={`New secret of ${name}`} label="Secret of the hook" secret={made.secret} onClose={onClose}>
      <Text size="sm">Enter it in the tool within 24 hours: so long the old one holds too.</Text>
    </ShownOnce>
  ) : (
    <Confirm
      title={`Rotate the secret of ${name}?`}
      verb="Rotate"
      busy={rotate.isPending}
      errors={made?.userErrors ?? []}
      failure={rotate.error}
      onClose={onClose}
      onConfirm={() => {
        rotate.mutate({ id });
      }}
    >
      A new secret is made and shown once. The old one holds for 24 hours more; one that was rotated within that time
      ends at once.
    </Confirm>
  );
};

const closesWithout = (onClose: () => void, errors: readonly UserError[]): void => {
  if (errors.length === 0) {
    onClose();
  }
};

const Backfill = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [since, setSince] = useState('');
  const backfill = useCommand(BACKFILL);
  return (
    <Confirm
      title="Backfill"
      verb="Begin"
      isReady={since !== ''}
      busy={backfill.isPending}
      errors={backfill.data?.integrationConnectionBackfill.userErrors ?? []}
      failure={backfill.error}
      onClose={onClose}
      onConfirm={() => {
        backfill.mutate(
          { id, since: `${since}T00:00:00Z` },
          {
            onSuccess: (answer) => {
              closesWithout(onClose, answer.integrationConnectionBackfill.userErrors);
            },
          },
        );
      }}
    >
      Reads what the tool has from a day on. It may be repeated: what is known stays as it is.
      <TextInput
        mt="sm"
        type="date"
        label="From"
        required
        value={since}
        onChange={({ currentTarget }) => {
          setSince(currentTarget.value);
        }}
      />
    </Confirm>
  );
};

const Credential = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [credential, setCredential] = useState('');
  const set = useCommand(SET_CREDENTIAL);
  return (
    <Confirm
      title="Credential of the tool"
      verb={credential === '' ? 'Take it away' : 'Save'}
      busy={set.isPending}
      errors={set.data?.integrationConnectionSetCredential.userErrors ?? []}
      failure={set.error}
      onClose={onClose}
      onConfirm={() => {
        set.mutate(
          { id, credential: credential === '' ? null : credential },
          {
            onSuccess: (answer) => {
              closesWithout(onClose, answer.integrationConnectionSetCredential.userErrors);
            },
          },
        );
      }}
    >
      The API token by which the tool is asked. It is sealed, and never shown again.
      <PasswordInput
        mt="sm"
        label="API token of the tool"
        autoComplete="off"
        value={credential}
        onChange={({ currentTarget }) => {
          setCredential(currentTarget.value);
        }}
      />
    </Confirm>
  );
};
