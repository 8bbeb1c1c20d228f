import { Button, Group, NativeSelect, Stack, Textarea, Title } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { graphql } from '../../api/generated';
import type { Health } from '../../api/generated/graphql';
import { useList } from '../../api/pages';
import { useCommand, type UserError } from '../../api/queries';
import { Anchored } from '../../parts/anchored';
import { Answered } from '../../parts/answered';
import { Mark } from '../../parts/mark';
import { More } from '../../parts/more';
import { failureIn, Refusals } from '../../parts/refusals';
import { plainly } from '../../words/finding-codes';
import { agoOf } from '../../words/format';
import { HEALTH } from '../../words/labels';
import classes from './initiative.module.css';
import type { Initiative } from './questions';

const UPDATES = graphql(`
  query StatusUpdatesOf($id: ID!, $after: String) {
    initiative(id: $id) {
      statusUpdates(first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          health
          text
          postedAt
          postedBy {
            name
          }
        }
      }
    }
  }
`);

const POST = graphql(`
  mutation PostStatusUpdate($initiativeId: ID!, $input: StatusUpdateInput!) {
    statusUpdatePost(initiativeId: $initiativeId, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const CHOICES = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK'] as const satisfies readonly Health[];

/** How people say it is doing, beside what the figures say. */
export const StatusUpdates = ({ initiative }: { initiative: Initiative }) => {
  const { answer, more } = useList(UPDATES, { id: initiative.id }, (told) => told?.initiative?.statusUpdates);
  return (
    <section className={`card ${classes.panel}`} aria-label="Status updates">
      <Title order={2} size="h4">
        Status updates
      </Title>
      <p>
        By the figures: <Mark of={HEALTH[initiative.health]} />{' '}
        <span className="quiet">{plainly(initiative.healthReason)}</span>
      </p>
      {initiative.viewerCan.postStatusUpdate.allowed ? (
        <Form initiativeId={initiative.id} />
      ) : (
        <p className="quiet">{initiative.viewerCan.postStatusUpdate.reason}</p>
      )}
      <Answered to={answer}>
        {(updates) =>
          updates.length > 0 ? (
            <>
              <ul className={classes.rows}>
                {updates.map(({ id, health, text, postedAt, postedBy }) => (
                  <Anchored key={id} as="li" id={id} className={classes.thread}>
                    <Mark of={HEALTH[health]} />
                    <div className={classes.quote}>{text}</div>
                    <div className={`quiet ${classes.small}`}>
                      {postedBy.name}, {agoOf(postedAt)}
                    </div>
                  </Anchored>
                ))}
              </ul>
              <More {...more} of="updates" />
            </>
          ) : (
            <p className="quiet">No update yet.</p>
          )
        }
      </Answered>
    </section>
  );
};

const Form = ({ initiativeId }: { initiativeId: string }) => {
  const post = useCommand(POST);
  const [health, setHealth] = useState<Health>('ON_TRACK');
  const [text, setText] = useState('');
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const refused = await post
      .mutateAsync({ initiativeId, input: { health, text: text.trim() } })
      .then(({ statusUpdatePost }): readonly UserError[] => statusUpdatePost.userErrors)
      .catch(failureIn);
    setErrors(refused);
    if (refused.length === 0) {
      setText('');
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap={6}>
        <NativeSelect
          label="How it is doing"
          data={CHOICES.map((value) => ({ value, label: HEALTH[value].word }))}
          value={health}
          onChange={({ currentTarget }) => {
            setHealth(CHOICES.find((each) => each === currentTarget.value) ?? health);
          }}
        />
        <Textarea
          label="In a few sentences"
          required
          autosize
          minRows={2}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
        <Refusals of={errors} />
        <Group justify="flex-end">
          <Button type="submit" size="xs" variant="default" loading={post.isPending} disabled={text.trim() === ''}>
            Post update
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
