import { Alert, Button, Group, List, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, AskFailed } from '../../api/ask';
import { graphql } from '../../api/generated';
import { countOf } from '../../words/format';
import type { BoardCard } from './board-query';

const REQUEST = graphql(`
  mutation RequestReviewOfOne($initiativeId: ID!, $input: GateReviewRequestInput!) {
    gateReviewRequest(initiativeId: $initiativeId, input: $input) {
      review {
        id
      }
      userErrors {
        message
      }
    }
  }
`);

interface Refused {
  readonly card: BoardCard;
  readonly reasons: readonly string[];
}

interface Wanted {
  readonly cards: readonly BoardCard[];
  readonly dueOn: string;
  readonly note: string;
}

/** One command for one initiative; why it was refused, or nothing. */
const requestOne = async (card: BoardCard, { dueOn, note }: Wanted): Promise<readonly string[]> => {
  try {
    const input = { dueOn: dueOn || null, note: note.trim() || null };
    const { gateReviewRequest } = await ask(REQUEST, { initiativeId: card.id, input });
    return gateReviewRequest.userErrors.map(({ message }) => message);
  } catch (error) {
    if (error instanceof AskFailed && error.kind !== 'signed-out') {
      return [error.message];
    }
    throw error;
  }
};

/** Asks for a review of each of several initiatives, one after the other, and tells each refusal. */
export const BulkRequest = ({ cards, onDone }: { cards: readonly BoardCard[]; onDone: () => void }) => {
  const [isOpen, setOpen] = useState(false);
  const [dueOn, setDueOn] = useState('');
  const [note, setNote] = useState('');
  const [done, setDone] = useState(0);
  const all = useMutation({
    mutationFn: async (wanted: Wanted): Promise<Refused[]> => {
      const refused: Refused[] = [];
      for (const [index, card] of wanted.cards.entries()) {
        setDone(index);
        const reasons = await requestOne(card, wanted);
        if (reasons.length > 0) {
          refused.push({ card, reasons });
        }
      }
      return refused;
    },
    onSuccess: (refused, wanted) => {
      notifications.show({
        message: `${countOf(wanted.cards.length - refused.length, 'review')} requested, ${String(refused.length)} refused.`,
      });
      if (refused.length === 0) {
        setOpen(false);
        onDone();
      }
    },
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        disabled={cards.length === 0}
        onClick={() => {
          all.reset();
          setOpen(true);
        }}
      >
        Request review…
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={`Request a review of ${countOf(cards.length, 'initiative')}`}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            all.mutate({ cards, dueOn, note });
          }}
        >
          <Stack gap="sm">
            <TextInput
              type="date"
              label="Due on"
              description="When the gatekeepers should have decided; may stay empty."
              value={dueOn}
              onChange={({ currentTarget }) => {
                setDueOn(currentTarget.value);
              }}
            />
            <Textarea
              label="Note"
              description="What the gatekeepers should know."
              autosize
              minRows={2}
              value={note}
              onChange={({ currentTarget }) => {
                setNote(currentTarget.value);
              }}
            />
            {all.error && (
              <Alert color="red" variant="light" role="alert">
                {all.error.message}
              </Alert>
            )}
            {all.data && all.data.length > 0 && (
              <Alert color="red" variant="light" role="alert" title={`${String(all.data.length)} refused`}>
                <List size="sm">
                  {all.data.map(({ card, reasons }) => (
                    <List.Item key={card.key}>
                      {card.key}: {reasons.join(' ')}
                    </List.Item>
                  ))}
                </List>
              </Alert>
            )}
            <Group justify="space-between">
              <span role="status" className="quiet">
                {all.isPending && `${String(done)} of ${String(cards.length)} done`}
              </span>
              <Button type="submit" loading={all.isPending} disabled={cards.length === 0}>
                Request {countOf(cards.length, 'review')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
};
