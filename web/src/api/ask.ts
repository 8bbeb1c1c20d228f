import type { TypedDocumentString } from './generated/graphql';

/** What a question or a command of the API may end in, other than an answer. */
export type FailureKind = 'signed-out' | 'forbidden' | 'not-found' | 'unreachable' | 'busy' | 'failed';

/** The server gave no answer; the message is for the person who reads it. */
export class AskFailed extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}

interface GraphqlAnswer<R> {
  readonly data?: R | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

const KINDS: Readonly<Record<string, FailureKind>> = {
  UNAUTHENTICATED: 'signed-out',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not-found',
  RATE_LIMITED: 'busy',
  SERVICE_UNAVAILABLE: 'busy',
};

// The server speaks of headers there, which is for scripts.
const SIGNED_OUT = 'Your session has ended: sign in again, then repeat it. What you typed is still there.';

/** Told with every request that goes by the cookie: no page of another site can add it. */
export const CLIENT_HEADER = { 'x-tollgate-client': 'board' } as const;

/** How an operation is sent: until when its answer is waited for, and for a command the key by which the server knows it again. */
interface Manner {
  readonly signal?: AbortSignal;
  readonly idempotencyKey?: string;
}

/** Asks the API one operation. Throws AskFailed with a kind and a sentence; never anything else but an abort. */
export const ask = async <R, V>(document: TypedDocumentString<R, V>, variables: V, manner: Manner = {}): Promise<R> => {
  const response = await sent(await bodyOf(document, variables), manner);
  if (response.status === 503 || response.status === 429) {
    throw new AskFailed('busy', 'The server has more to do than it can at the moment. Try again in a few seconds.');
  }
  if (NO_ANSWER.has(response.status)) {
    throw unreachable();
  }
  const answer = await read<R>(response);
  const [error] = answer.errors ?? [];
  if (error) {
    const kind = KINDS[error.extensions?.code ?? ''] ?? 'failed';
    throw new AskFailed(kind, kind === 'signed-out' ? SIGNED_OUT : error.message);
  }
  if (!answer.data) {
    throw new AskFailed('failed', `The server answered with status ${String(response.status)} and nothing to read.`);
  }
  return answer.data;
};

// What a proxy says in the server's place.
const NO_ANSWER = new Set([502, 504]);

const unreachable = (): AskFailed =>
  new AskFailed('unreachable', 'The server cannot be reached. What you see is what was known before.');

/** What was answered; one that is cut off on its way is none. */
const read = async <R>(response: Response): Promise<GraphqlAnswer<R>> => {
  try {
    return (await response.json()) as GraphqlAnswer<R>;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    if (error instanceof SyntaxError) {
      return {};
    }
    throw unreachable();
  }
};

type Asked = Pick<TypedDocumentString<never, never>, '__meta__'>;

/** By what the server knows an operation: the page asks by the hash of its text, and holds none. */
interface Meta {
  readonly hash: string;
  readonly name: string;
}

/** What an operation is known by. */
export const idOf = (document: Asked): string => metaOf(document).hash;

const metaOf = ({ __meta__ }: Asked): Meta => __meta__ as Meta;

const bodyOf = async (document: Asked, variables: unknown): Promise<string> => {
  const { hash, name } = metaOf(document);
  // While the board is worked on there are questions that no server has been told of.
  const asked = import.meta.env.DEV ? { query: await textOf(hash) } : { documentId: hash };
  return JSON.stringify({ ...asked, operationName: name, variables });
};

const textOf = async (hash: string): Promise<string | undefined> => {
  const { default: texts } = await import('./generated/persisted-documents.json');
  return (texts as Readonly<Record<string, string>>)[hash];
};

const sent = async (body: string, { signal, idempotencyKey }: Manner): Promise<Response> => {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        ...CLIENT_HEADER,
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body,
      signal: signal ?? null,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw unreachable();
  }
};
