/** Why somebody is back at the page for signing in, and what they can do: the codes stand in docs/signing-in.md. */
const PROBLEMS: Readonly<Record<string, string>> = {
  'unknown-user':
    'Nobody here has the e-mail address of your account. Ask an instance admin to add you with that very address, then sign in again.',
  'unverified-email':
    'Your account has no e-mail address that is verified. Have it verified where the account is, then sign in again.',
  'other-account':
    'Your e-mail address belongs here to another account than the one you used. Sign in with the account you used first, or ask an instance admin.',
  denied:
    'You were not let in there. If you did not say no yourself, ask who runs your accounts for access to Tollgate.',
  expired: 'That took longer than ten minutes, or went on in another browser. Sign in again.',
  unavailable: 'The place where your account is could not be reached. Try again in a minute; it is not your fault.',
  failed:
    'What came back could not be believed. Sign in again; if it stays so, tell who runs this server: the log says why.',
};

/** The sentence for a code of the address; one that is not known is told as a failure. Null where there is none. */
export const problemOf = (code: string | undefined): string | null =>
  code === undefined || code === '' ? null : (PROBLEMS[code] ?? PROBLEMS['failed'] ?? null);
