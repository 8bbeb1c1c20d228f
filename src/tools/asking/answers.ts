import type { CanonicalEvent } from '../../domain/tickets/ticket.js';
import { ToolRefused, type Looked, type PullCall, type ToolAnswer } from '../pull-client.js';

const LONGEST_DETAIL = 200;

/** What a tool says of its refusal, cut to a sentence or two; with a stop at its end. */
const detailOf = (body: unknown): string => {
  const { message, errorMessages } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const told: unknown = Array.isArray(errorMessages) ? errorMessages[0] : message;
  return typeof told === 'string' && told.trim() !== '' ? ` It said: ${told.trim().slice(0, LONGEST_DETAIL)}` : '';
};

const refusalOf = ({ status, body }: ToolAnswer, what: string): ToolRefused => {
  const said: Readonly<Record<number, string>> = {
    203: 'The tool asks to sign in: it does not accept the credential (203). Make a new token in the tool and set it.',
    401: 'The tool does not accept the credential (401). Make a new token in the tool and set it.',
    403: `The credential may not read ${what} (403). Give it the permissions that docs/reconcile.md names.`,
    404: `Of ${what} there is nothing, or the credential may not see it (404). Check baseUrl and projects in the settings.`,
  };
  return new ToolRefused(`${said[status] ?? `The tool did not give ${what} (${status}).`}${detailOf(body)}`, status);
};

/** The body of an answer that succeeded. Throws ToolRefused for any other. */
export const bodyOf = (answer: ToolAnswer, what: string): unknown => {
  if (answer.status !== 200) {
    throw refusalOf(answer, what);
  }
  return answer.body;
};

/** Whether a tool does not even show what the thing was in: then it may be there, and we may not see it. */
export const isHidden = async (ask: () => Promise<ToolAnswer>): Promise<boolean> =>
  [401, 403, 404].includes((await ask()).status);

/**
 * What came of asking for one thing by its id. 410 means that it is gone, 404 that it is gone unless its surroundings cannot
 * be seen either, 403 that it may not be seen. Throws ToolRefused for any other refusal.
 */
export const lookedAt = async (
  answer: ToolAnswer,
  what: 'TICKET' | 'WORKLOG',
  read: (body: unknown) => readonly CanonicalEvent[],
  hidden: () => Promise<boolean>,
): Promise<Looked> => {
  const { status } = answer;
  if (status === 410 || (status === 404 && !(await hidden()))) {
    return { found: 'GONE', what };
  }
  if (status === 403 || status === 404) {
    return { found: 'NO_ACCESS' };
  }
  return { found: 'THERE', events: read(bodyOf(answer, 'it')) };
};

const NEXT = /<([^>]*)>\s*;[^,]*\brel="?next"?/;

/**
 * Where a list goes on, by the header Link of its answer, as a path below the address of the tool; null at its end. A tool
 * that calls itself otherwise than we call it (behind a proxy) is believed its query, and asked where we know it to be.
 */
export const nextPath = (
  { headers }: ToolAnswer,
  { baseUrl }: Pick<PullCall, 'baseUrl'>,
  asked: string,
): string | null => {
  const link = NEXT.exec(headers['link'] ?? '')?.[1];
  if (link === undefined || !URL.canParse(link, `${baseUrl}/`)) {
    return null;
  }
  const { href, search } = new URL(link, `${baseUrl}/`);
  return href.startsWith(`${baseUrl}/`) ? href.slice(baseUrl.length) : `${asked.split('?')[0] ?? ''}${search}`;
};

/** What is asked for once in a run, and then known. */
export const onceInRun = async <T>({ learnt }: PullCall, name: string, ask: () => Promise<T>): Promise<T> => {
  if (!learnt.has(name)) {
    learnt.set(name, await ask());
  }
  return learnt.get(name) as T;
};
