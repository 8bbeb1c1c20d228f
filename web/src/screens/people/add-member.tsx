import { Button, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type SyntheticEvent } from 'react';
import { useAnswer, useCommand } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { failuresOf } from '../../parts/confirm';
import { refusalOf, Refusals } from '../../parts/refusals';
import rows from '../../parts/rows.module.css';
import { CREATE_USER, FIND_USERS } from './queries';

const WAIT_MS = 200;

interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

interface Props {
  readonly isInstanceAdmin: boolean;
  /** Who is a member already, by id. */
  readonly members: readonly string[];
  readonly onChosen: (user: User) => void;
  readonly onClose: () => void;
}

/** Finds somebody of the instance, or makes them known to it; their roles are asked for next. */
export const AddMember = ({ isInstanceAdmin, members, onChosen, onClose }: Props) => {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), WAIT_MS);
  const answer = useAnswer(FIND_USERS, { search: search === '' ? null : search });
  return (
    <Modal opened onClose={onClose} title="Add a member">
      <Stack>
        <TextInput
          label="Name or e-mail address"
          data-autofocus
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
        <Answered to={answer}>
          {({ users }) => {
            const others = users.nodes.filter(({ id }) => !members.includes(id));
            return (
              <div className="card" role="region" aria-live="polite" aria-label="People found">
                {others.length === 0 ? (
                  <p className={`${rows.empty ?? ''} quiet`}>
                    {users.nodes.length === 0 ? 'Nobody by this name.' : 'Everybody found is a member already.'}
                    {isInstanceAdmin ? ' Make them known below.' : ' An instance admin can make somebody known.'}
                  </p>
                ) : (
                  <ul className={rows.rows}>
                    {others.map((user) => (
                      <li key={user.id} className={rows.row}>
                        <div className={rows.main}>
                          {user.name} <div className="quiet">{user.email}</div>
                        </div>
                        <Button
                          size="xs"
                          variant="default"
                          aria-label={`Choose ${user.name}`}
                          onClick={() => {
                            onChosen(user);
                          }}
                        >
                          Choose
                        </Button>
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            );
          }}
        </Answered>
        {isInstanceAdmin && <NewUser onMade={onChosen} />}
      </Stack>
    </Modal>
  );
};

const NewUser = ({ onMade }: { onMade: (user: User) => void }) => {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const create = useCommand(CREATE_USER);
  const errors = create.data?.userCreate.userErrors ?? [];
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    create.mutate(
      { input: { name: name.trim(), email: email.trim() } },
      {
        onSuccess: ({ userCreate }) => {
          if (userCreate.user) {
            onMade(userCreate.user);
          }
        },
      },
    );
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Title order={3} size="h5">
          Somebody new to the instance
        </Title>
        <Text size="sm" className="quiet">
          They sign in by the company&apos;s sign-in with this e-mail address, or by an API token.
        </Text>
        <TextInput
          label="Name"
          value={name}
          error={refusalOf(errors, 'name')}
          onChange={({ currentTarget }) => {
            setName(currentTarget.value);
          }}
        />
        <TextInput
          label="E-mail address"
          type="email"
          value={email}
          error={refusalOf(errors, 'email')}
          onChange={({ currentTarget }) => {
            setEmail(currentTarget.value);
          }}
        />
        <Refusals
          of={[
            ...errors.filter(({ field }) => !['name', 'email'].includes(field?.at(-1) ?? '')),
            ...failuresOf(create.error),
          ]}
        />
        <Group justify="flex-end">
          <Button type="submit" variant="default" disabled={!name.trim() || !email.trim()} loading={create.isPending}>
            Create and choose
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
