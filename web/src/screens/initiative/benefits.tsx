import { Button, Group, Modal, NativeSelect, Stack, Textarea, Title } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { graphql } from '../../api/generated';
import type { BenefitsOfQuery, BenefitsOutcome } from '../../api/generated/graphql';
import { useAnswer, useCommand, type UserError } from '../../api/queries';
import { Anchored } from '../../parts/anchored';
import { failureIn, Refusals } from '../../parts/refusals';
import { dayOf, daysOf } from '../../words/format';
import { wordsOf } from '../../words/labels';
import classes from './initiative.module.css';
import type { Initiative } from './questions';

const BENEFITS = graphql(`
  query BenefitsOf($id: ID!) {
    initiative(id: $id) {
      benefitsReviews {
        id
        dueOn
        milestoneDays
        outcome
        note
        completedAt
        completedBy {
          name
        }
      }
    }
  }
`);

const COMPLETE = graphql(`
  mutation CompleteBenefitsReview($id: ID!, $input: BenefitsReviewCompleteInput!) {
    benefitsReviewComplete(id: $id, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const OUTCOMES = ['ON_COURSE', 'OFF_COURSE', 'NOT_REALISED'] as const satisfies readonly BenefitsOutcome[];

/** Whether it brings what was promised, some time after launch. Nothing before. */
export const BenefitsReviews = ({ initiative }: { initiative: Initiative }) => {
  const { data } = useAnswer(BENEFITS, { id: initiative.id });
  const reviews = data?.initiative?.benefitsReviews ?? [];
  return reviews.length === 0 ? null : (
    <section className={`card ${classes.panel}`} aria-label="Benefits reviews">
      <Title order={2} size="h4">
        Benefits reviews
      </Title>
      <ul className={classes.rows}>
        {reviews.map((review) => (
          <Row key={review.id} of={review} />
        ))}
      </ul>
    </section>
  );
};

type Review = NonNullable<BenefitsOfQuery['initiative']>['benefitsReviews'][number];

const Row = ({ of }: { of: Review }) => {
  const [opened, setOpened] = useState(false);
  return (
    <Anchored as="li" id={of.id} className={classes.row}>
      <span className="glyph" aria-hidden="true">
        {of.outcome === null ? '○' : '●'}
      </span>
      <div className={classes.rowBody}>
        <strong>{daysOf(of.milestoneDays)} in production</strong>
        {of.note !== null && <span>{of.note}</span>}
        <span className={`quiet ${classes.small}`}>
          due {dayOf(of.dueOn)}
          {of.completedBy && ` · ${of.completedBy.name}`}
        </span>
        {of.completedAt === null && (
          <div className={classes.actions}>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setOpened(true);
              }}
            >
              Complete
            </Button>
          </div>
        )}
        {opened && (
          <Complete
            id={of.id}
            onClose={() => {
              setOpened(false);
            }}
          />
        )}
      </div>
      <span className={classes.status}>{of.outcome === null ? 'Open' : wordsOf(of.outcome)}</span>
    </Anchored>
  );
};

const Complete = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const complete = useCommand(COMPLETE);
  const [outcome, setOutcome] = useState<BenefitsOutcome>('ON_COURSE');
  const [note, setNote] = useState('');
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const refused = await complete
      .mutateAsync({ id, input: { outcome, note: note.trim() } })
      .then(({ benefitsReviewComplete }): readonly UserError[] => benefitsReviewComplete.userErrors)
      .catch(failureIn);
    setErrors(refused);
    if (refused.length === 0) {
      onClose();
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="Complete the benefits review"
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <NativeSelect
            label="Outcome"
            data={OUTCOMES.map((value) => ({ value, label: wordsOf(value) }))}
            value={outcome}
            onChange={({ currentTarget }) => {
              setOutcome(OUTCOMES.find((each) => each === currentTarget.value) ?? outcome);
            }}
          />
          <Textarea
            label="What was seen"
            required
            autosize
            minRows={3}
            value={note}
            onChange={({ currentTarget }) => {
              setNote(currentTarget.value);
            }}
          />
          <Refusals of={errors} />
          <Group justify="flex-end">
            <Button type="submit" loading={complete.isPending}>
              Complete
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
