import { Button, Group, Stack } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { graphql } from '../../api/generated';
import type { UserError } from '../../api/queries';
import type { May } from '../../parts/may';
import { MentionArea } from '../../parts/mention-area';
import { failureIn, Refusals } from '../../parts/refusals';

export const POST_COMMENT = graphql(`
  mutation PostComment($input: CommentPostInput!) {
    commentPost(input: $input) {
      unresolvedMentions
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const EDIT_COMMENT = graphql(`
  mutation EditComment($id: ID!, $input: CommentEditInput!) {
    commentEdit(id: $id, input: $input) {
      unresolvedMentions
      userErrors {
        code
        message
        field
      }
    }
  }
`);

interface Said {
  readonly unresolvedMentions: readonly string[];
  readonly userErrors: readonly UserError[];
}

interface Props {
  readonly may: May;
  readonly label: string;
  readonly initial?: string;
  readonly run: (text: string) => Promise<Said>;
}

/** Writes a comment; whom nobody could make out is told. */
export const Write = ({ may, label, initial = '', run }: Props) => {
  const [text, setText] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>({ unresolvedMentions: [], userErrors: [] });
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const answer = await run(text.trim()).catch((error: unknown): Said => ({
      unresolvedMentions: [],
      userErrors: failureIn(error),
    }));
    setBusy(false);
    setSaid(answer);
    if (answer.userErrors.length === 0) {
      setText('');
    }
  };
  if (!may.allowed) {
    return <p className="quiet">{may.reason}</p>;
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap={6}>
        <MentionArea label={label} value={text} onChange={setText} />
        <Refusals of={said.userErrors} />
        {said.unresolvedMentions.length > 0 && (
          <span className="tone-warn" role="status">
            Nobody is called {said.unresolvedMentions.join(', ')} here; they were not told.
          </span>
        )}
        <Group justify="flex-end">
          <Button type="submit" size="xs" variant="default" loading={busy} disabled={text.trim() === ''}>
            {initial === '' ? 'Post' : 'Save'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
