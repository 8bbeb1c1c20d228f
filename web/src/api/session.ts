import { useQuery } from '@tanstack/react-query';
import { CLIENT_HEADER } from './ask';
import { queryClient, SESSION_KEY } from './queries';

/** Someone of the sample portfolio, as whom a newcomer may look around. */
export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  /** What they do, in words of people: "Program manager". */
  readonly does: string;
  readonly portfolioKey: string;
}

export interface Session {
  readonly viewer: { readonly id: string; readonly name: string; readonly email: string } | null;
  readonly waysToSignIn: {
    readonly token: boolean;
    readonly oidc: { readonly label: string } | null;
    readonly samplePeople: readonly SamplePerson[];
  };
}

const call = async (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(path, {
    method,
    credentials: 'same-origin',
    headers: body === undefined ? CLIENT_HEADER : { 'content-type': 'application/json', ...CLIENT_HEADER },
    body: body === undefined ? null : JSON.stringify(body),
  });

const sessionNow = async (): Promise<Session> => {
  const response = await call('GET', '/session');
  if (!response.ok) {
    throw new Error('The server does not say who you are. Try again.');
  }
  return (await response.json()) as Session;
};

// Who looked at what is at hand: somebody else is not shown any of it.
let lookerId: string | undefined;

/** Who is signed in, and how one may sign in. */
export const useSession = () =>
  useQuery({
    queryKey: SESSION_KEY,
    staleTime: 60_000,
    retry: 2,
    queryFn: async (): Promise<Session> => {
      const session = await sessionNow();
      lookerId = session.viewer?.id ?? lookerId;
      return session;
    },
  });

/** Takes up a session that has just begun. The same person goes on where they were; nothing stays of what somebody else was shown. */
const takeUp = async (): Promise<void> => {
  const session = await sessionNow();
  if (session.viewer?.id !== lookerId) {
    queryClient.removeQueries({ queryKey: ['ask'] });
  }
  lookerId = session.viewer?.id;
  queryClient.setQueryData(SESSION_KEY, session);
  await queryClient.invalidateQueries({ queryKey: ['ask'] });
};

/** Begins a session; answers with what is wrong, or null. */
const begin = async (path: string, body: unknown): Promise<string | null> => {
  const response = await call('POST', path, body).catch(() => null);
  if (!response) {
    return 'The server cannot be reached. Try again.';
  }
  if (!response.ok) {
    const said = (await response.json().catch(() => ({}))) as { message?: string | string[] };
    return [said.message ?? 'That did not work. Try again.'].flat().join(' ');
  }
  return takeUp().then(
    () => null,
    () => 'You are signed in, but the server does not say as whom. Load the page again.',
  );
};

export const signInByToken = (token: string): Promise<string | null> => begin('/session/token', { token });
export const signInAsSamplePerson = (userId: string): Promise<string | null> => begin('/session/sample', { userId });

/** Where the code flow begins, and where it comes back to. */
export const oidcAddress = (returnTo: string): string => `/session/oidc?returnTo=${encodeURIComponent(returnTo)}`;

export const signOut = async (): Promise<void> => {
  await call('DELETE', '/session');
  queryClient.clear();
  window.location.assign('/sign-in');
};
