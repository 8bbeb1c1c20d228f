import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AskFailed } from '../api/ask';
import { agoOf } from '../words/format';
import { NotFound } from './not-found';

interface Props<T> {
  readonly to: Pick<UseQueryResult<T>, 'data' | 'error' | 'dataUpdatedAt' | 'isFetching'> & {
    readonly refetch: () => Promise<unknown>;
  };
  /** What stands there until the first answer; a few grey bars where nothing is given. */
  readonly skeleton?: ReactNode;
  readonly children: (answer: T) => ReactNode;
}

/** What was answered, a skeleton until then, and what went wrong over the last answer, which stays. */
export const Answered = <T,>({ to, skeleton, children }: Props<T>) => {
  if (to.error instanceof AskFailed && to.error.kind === 'not-found') {
    return <NotFound what={to.error.message} />;
  }
  if (to.data === undefined && !to.error) {
    return (
      <div aria-busy="true">
        <span className="aloud">Loading</span>
        {skeleton ?? <Bars />}
      </div>
    );
  }
  return (
    <>
      {to.error && (
        <Alert color="red" variant="light" mb="md" role="alert" title={titleOf(to.error)}>
          <Stack gap="xs" align="flex-start">
            <span>
              {to.error.message}
              {to.data !== undefined &&
                ` What you see was answered ${agoOf(new Date(to.dataUpdatedAt).toISOString())}.`}
            </span>
            <Button size="xs" variant="default" loading={to.isFetching} onClick={() => void to.refetch()}>
              Try again
            </Button>
          </Stack>
        </Alert>
      )}
      {to.data !== undefined && <div style={{ opacity: to.error ? 0.6 : 1 }}>{children(to.data)}</div>}
    </>
  );
};

const titleOf = (error: Error): string => {
  const kind = error instanceof AskFailed ? error.kind : 'failed';
  return (
    { forbidden: 'This is not for you to see', unreachable: 'Offline', busy: 'The server is busy' }[kind as string] ??
    'That did not work'
  );
};

const Bars = () => (
  <Stack gap="sm">
    <Skeleton h={28} w="40%" />
    <Skeleton h={120} />
    <Skeleton h={120} />
  </Stack>
);
