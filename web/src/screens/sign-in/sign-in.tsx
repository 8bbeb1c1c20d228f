import { Alert, Button, Card, Group, Modal, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { oidcAddress, signInAsSamplePerson, signInByToken, type Session } from '../../api/session';
import { ownPathIn } from './own-path';
import { problemOf } from './problems';

/** Everybody comes through here, and goes on to the address they came for. */
export const SignIn = ({ session }: { session: Session }) => {
  const { pathname, search, hash } = window.location;
  const asked = new URLSearchParams(search);
  const isHere = pathname === '/sign-in';
  useEffect(() => {
    document.title = 'Sign in · Tollgate';
  }, []);
  return (
    <Stack component="main" maw={560} mx="auto" px="md" py="xl" gap="lg">
      <div>
        <Title order={1}>Tollgate</Title>
        <Text className="quiet">Takes AI initiatives from proof of concept to production, gate by gate.</Text>
      </div>
      <Ways
        session={session}
        returnTo={isHere ? ownPathIn(asked.get('returnTo') ?? undefined) : `${pathname}${search}${hash}`}
        problem={isHere ? problemOf(asked.get('problem') ?? undefined) : null}
      />
    </Stack>
  );
};

/** Whoever was signed out while at work signs in again over it: what they have typed stays where it is. */
export const SignInAgain = ({ session, name }: { session: Session; name: string }) => (
  <Modal
    opened
    onClose={() => undefined}
    withCloseButton={false}
    closeOnClickOutside={false}
    closeOnEscape={false}
    title="You are signed out"
    zIndex={400}
    transitionProps={{ duration: 0 }}
  >
    <Stack gap="lg">
      <Text>What you were at is still there, typed words too. Sign in again as {name} to go on with it.</Text>
      <Ways session={session} returnTo={`${window.location.pathname}${window.location.search}`} problem={null} />
    </Stack>
  </Modal>
);

interface WaysProps {
  readonly session: Session;
  /** The address to go on to. */
  readonly returnTo: string;
  /** Why an attempt elsewhere came to nothing. */
  readonly problem: string | null;
}

/** Each way there is to say who one is. */
const Ways = ({ session, returnTo, problem: before }: WaysProps) => {
  const { oidc, samplePeople } = session.waysToSignIn;
  const [problem, setProblem] = useState(before);
  const [busy, setBusy] = useState<string | null>(null);
  const attempt = async (name: string, way: Promise<string | null>): Promise<void> => {
    setBusy(name);
    setProblem(await way);
    setBusy(null);
  };
  return (
    <>
      {problem !== null && (
        <Alert color="red" variant="light" role="alert" title="You are not signed in">
          {problem}
        </Alert>
      )}
      {oidc && (
        <Button component="a" href={oidcAddress(returnTo)} size="md">
          Sign in with {oidc.label}
        </Button>
      )}
      {samplePeople.length > 0 && (
        <Card withBorder>
          <Title order={2} size="h4" mb={4}>
            Look around as someone of the sample portfolio
          </Title>
          <Text size="sm" className="quiet" mb="sm">
            It is made up, and yours to play with. This is offered on your own machine only.
          </Text>
          <Stack gap="xs">
            {samplePeople.map(({ id, name, does }) => (
              <Button
                key={id}
                variant="default"
                justify="space-between"
                h="auto"
                mih={36}
                py={6}
                styles={{ label: { whiteSpace: 'normal', textAlign: 'left', lineHeight: 1.35 } }}
                loading={busy === id}
                disabled={busy !== null && busy !== id}
                rightSection={<span className="quiet">{does}</span>}
                onClick={() => void attempt(id, signInAsSamplePerson(id))}
              >
                {name}
              </Button>
            ))}
          </Stack>
        </Card>
      )}
      <TokenForm busy={busy === 'token'} onToken={(token) => void attempt('token', signInByToken(token))} />
    </>
  );
};

const TokenForm = ({ busy, onToken }: { busy: boolean; onToken: (token: string) => void }) => {
  const [token, setToken] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onToken(token.trim());
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" wrap="nowrap">
        <PasswordInput
          label="API token"
          description="The first start prints that of the first admin. It is kept by the server, not by this browser."
          value={token}
          autoComplete="off"
          style={{ flex: 1 }}
          onChange={({ currentTarget }) => {
            setToken(currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" disabled={token.trim() === ''} loading={busy}>
          Sign in
        </Button>
      </Group>
    </form>
  );
};
