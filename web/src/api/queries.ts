import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { ask, AskFailed } from './ask';
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
    queryKey: ['ask', document.toString(), variables] as const,
    queryFn: ({ signal }) => ask(document, variables, signal),
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

/** A command of the API. Refusals come back as values in the payload's userErrors. */
export const useCommand = <R, V>(document: TypedDocumentString<R, V>) =>
  useMutation({ mutationFn: (variables: V) => ask(document, variables) });
