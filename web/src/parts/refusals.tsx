import { Alert, List } from '@mantine/core';
import type { UserError } from '../api/queries';

/** All reasons why a command was refused, as the server gave them; nothing where there is none. */
export const Refusals = ({ of, title = 'This was refused' }: { of: readonly UserError[]; title?: string }) =>
  of.length === 0 ? null : (
    <Alert color="red" variant="light" role="alert" title={title}>
      <List size="sm" spacing={4}>
        {of.map(({ code, message }, index) => (
          <List.Item key={`${code}${String(index)}`}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );

/** What a command that failed comes to, told like a refusal. */
export const failureIn = (error: unknown): readonly UserError[] => [
  {
    code: 'FAILED',
    message: error instanceof Error ? error.message : 'That did not work; nothing was recorded. Try again.',
  },
];

/** The sentence on one field of a form: `input.reason` finds what is told of `reason`. */
export const refusalOf = (errors: readonly UserError[], field: string): string | undefined =>
  errors.find((error) => error.field?.at(-1) === field)?.message;
