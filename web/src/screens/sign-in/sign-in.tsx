import { Alert, Button, Card, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { oidcAddress, signInAsSamplePerson, signInByToken, type Session } from '../../api/session';

/** Everybody comes through here, and goes on to the address they came for. */
export const SignIn = ({ session }: { session: Session }) => {
  const { oidc, samplePeople } = session.waysToSignIn;
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const attempt = async (way: Promise<string | null>): Promise<void> => {
    setBusy(true);
    setProblem(await way);
    setBusy(false);
  };
  const here = `${window.location.pathname}${window.location.search}`;
  const returnTo = here.startsWith('/sign-in') ? '/' : here;
  return (
    <Stack component="main" maw={560} mx="auto" px="md" py="xl" gap="lg">
      <div>
        <Title order={1}>Tollgate</Title>
        <Text className="quiet">Takes AI initiatives from proof of concept to production, gate by gate.</Text>
      </div>
      {problem !== null && (
        <Alert color="red" variant="light" role="alert">
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
                loading={busy}
                rightSection={<span className="quiet">{does}</span>}
                onClick={() => void attempt(signInAsSamplePerson(id))}
              >
                {name}
              </Button>
            ))}
          </Stack>
        </Card>
      )}
      <TokenForm busy={busy} onToken={(token) => void attempt(signInByToken(token))} />
    </Stack>
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
