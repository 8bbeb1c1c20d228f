import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from '../../api/generated';
import { useCommand, type UserError } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { failureIn, refusalOf, Refusals } from '../../parts/refusals';
import { RouteDialog, useBack } from '../../parts/route-dialog';
import { useInitiative, type Initiative } from '../initiative/questions';
import { useCriterion } from './criterion';
import { Guidance } from './guidance';

const REQUEST = graphql(`
  mutation RequestWaiver($initiativeId: ID!, $criterionKey: String!, $input: WaiverRequestInput!) {
    waiverRequest(initiativeId: $initiativeId, criterionKey: $criterionKey, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Asks that a criterion be waived for a while, over the screen of the initiative. */
const Screen = () => {
  const { initiativeKey, criterionKey } = useParams({ from: '/i/$initiativeKey/waiver/$criterionKey' });
  const answer = useInitiative(initiativeKey);
  const criterion = useCriterion(initiativeKey, criterionKey);
  const [dirty, setDirty] = useState(false);
  const back = useBack();
  return (
    <RouteDialog title={`Ask for a waiver · ${criterion?.name ?? criterionKey}`} dirty={dirty} onClose={back}>
      <Answered to={answer}>
        {({ initiativeByKey: initiative }) => (
          <Stack gap="md">
            {criterion === null && <p>The workflow has no criterion {criterionKey}.</p>}
            {criterion && <Guidance of={criterion} />}
            {initiative && criterion && (
              <Form initiative={initiative} criterionKey={criterionKey} onTyped={setDirty} onDone={back} />
            )}
          </Stack>
        )}
      </Answered>
    </RouteDialog>
  );
};

interface Props {
  readonly initiative: Initiative;
  readonly criterionKey: string;
  readonly onTyped: (typed: boolean) => void;
  readonly onDone: () => void;
}

const EMPTY = { reason: '', compensatingControl: '', expiresOn: '' };

const Form = ({ initiative, criterionKey, onTyped, onDone }: Props) => {
  const request = useCommand(REQUEST);
  const [input, setInput] = useState(EMPTY);
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const may = initiative.viewerCan.requestWaiver;
  const put = (changed: Partial<typeof EMPTY>): void => {
    setInput({ ...input, ...changed });
    onTyped(true);
  };
  const send = async (): Promise<void> => {
    const gaps = Object.entries(input).flatMap(([name, value]) =>
      value.trim() === '' ? [{ code: 'INVALID', message: 'This is needed.', field: ['input', name] }] : [],
    );
    setErrors(gaps);
    if (gaps.length > 0 || !may.allowed || request.isPending) {
      return;
    }
    const refused = await request
      .mutateAsync({ initiativeId: initiative.id, criterionKey, input })
      .then(({ waiverRequest }): readonly UserError[] => waiverRequest.userErrors)
      .catch(failureIn);
    setErrors(refused);
    if (refused.length === 0) {
      notifications.show({
        color: 'teal',
        title: 'The waiver is asked for',
        message: 'Gatekeepers find it in their inbox.',
        closeButtonProps: { 'aria-label': 'Close' },
      });
      onDone();
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void send();
        }
      }}
    >
      <Stack gap="sm">
        {!may.allowed && <p style={{ margin: 0 }}>{may.reason}</p>}
        <Textarea
          label="Reason"
          description="Why it cannot be met now."
          required
          autosize
          minRows={2}
          value={input.reason}
          error={refusalOf(errors, 'reason')}
          onChange={({ currentTarget }) => {
            put({ reason: currentTarget.value });
          }}
        />
        <Textarea
          label="Compensating control"
          description="What is done instead, until it is met."
          required
          autosize
          minRows={2}
          value={input.compensatingControl}
          error={refusalOf(errors, 'compensatingControl')}
          onChange={({ currentTarget }) => {
            put({ compensatingControl: currentTarget.value });
          }}
        />
        <TextInput
          type="date"
          label="Until"
          min={initiative.portfolio.today}
          description="At most 90 days ahead."
          required
          value={input.expiresOn}
          error={refusalOf(errors, 'expiresOn')}
          onChange={({ currentTarget }) => {
            put({ expiresOn: currentTarget.value });
          }}
        />
        <Refusals of={errors.filter(({ field }) => !field || field.length < 2)} title="Not asked for" />
        <Group justify="flex-end">
          <Button type="submit" loading={request.isPending} disabled={!may.allowed}>
            Ask for the waiver
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

export default Screen;
