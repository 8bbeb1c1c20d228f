import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { ask, AskFailed, idOf } from './ask';
import type { TypedDocumentString } from './generated/graphql';

const TRIES = 2;

/** The answers of the API that are at hand. Whatever is changed, all that is on the screen is asked anew. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => void noticeSignedOut(error) }),
  mutationCache: new MutationCache({
    onError: (error) => void noticeSignedOut(error),
    onSuccess: () => queryClient.invalidateQueries(),
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      placeholderData: keepPreviousData,
      retry: (failures, error) => failures < TRIES && !(error instanceof AskFailed && FINAL.has(error.kind)),
    },
  },
});

const FINAL = new Set(['signed-out', 'forbidden', 'not-found', 'failed']);

/** Whoever is signed out while at work is asked to sign in again, over what they were doing. */
const noticeSignedOut = async (error: unknown): Promise<void> => {
  if (error instanceof AskFailed && error.kind === 'signed-out') {
    await queryClient.invalidateQueries({ queryKey: SESSION_KEY });
  }
};

export const SESSION_KEY = ['session'] as const;

/** A question with its variables, for useQuery, prefetching and tests. */
export const question = <R, V>(document: TypedDocumentString<R, V>, variables: V) =>
  queryOptions({
    queryKey: ['ask', idOf(document), variables] as const,
    queryFn: ({ signal }) => ask(document, variables, { signal }),
  });

/** What the API answers to a question; the last answer stays while the next is on its way. */
export const useAnswer = <R, V>(document: TypedDocumentString<R, V>, variables: V, enabled = true) =>
  useQuery({ ...question(document, variables), enabled });

const WATCH_MS = 2500;

/** Like useAnswer, and asks again every few seconds as long as what was answered says that something is under way. */
export const useWatched = <R, V>(
  document: TypedDocumentString<R, V>,
  variables: V,
  isUnderWay: (answer: R) => boolean,
) =>
  useQuery({
    ...question(document, variables),
    refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay(data) ? WATCH_MS : false),
  });

/** One of the reasons why a command was refused. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field?: readonly string[] | null;
}

const AGAIN = 3;
const WORTH_REPEATING = new Set(['unreachable', 'busy']);

/**
 * A command of the API. Refusals come back as values in the payload's userErrors. One whose answer did not come is sent again, and has
 * one effect however often it arrives: the server knows it by its key.
 */
export const useCommand = <R, V extends object>(document: TypedDocumentString<R, V>) => {
  const keys = useRef(new WeakMap<object, string>());
  const keyOf = (variables: object): string => {
    const key = keys.current.get(variables) ?? newKey();
    keys.current.set(variables, key);
    return key;
  };
  return useMutation({
    mutationFn: (variables: V) => ask(document, variables, { idempotencyKey: keyOf(variables) }),
    retry: (failures, error) => failures < AGAIN && error instanceof AskFailed && WORTH_REPEATING.has(error.kind),
    networkMode: 'always',
    // The same again is another command.
    onSettled: (_answer, _error, variables) => {
      keys.current.delete(variables);
    },
  });
};

// Pages over plain http have no crypto.randomUUID.
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
