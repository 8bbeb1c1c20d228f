import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand, type UserError } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { failureIn, refusalOf, Refusals } from '../../parts/refusals';
import { RouteDialog, useBack } from '../../parts/route-dialog';
import { wayOf } from '../initiative/head';
import { useInitiative, type Initiative } from '../initiative/questions';
import { REQUEST_REVIEW } from './questions';
import { Readiness } from './readiness';

/** Asks the gatekeepers for a decision, over the screen of the initiative. */
const Screen = () => {
  const { initiativeKey } = useParams({ from: '/i/$initiativeKey/request-review' });
  const answer = useInitiative(initiativeKey);
  const [dirty, setDirty] = useState(false);
  const back = useBack();
  return (
    <RouteDialog title={`Request review · ${initiativeKey}`} dirty={dirty} onClose={back}>
      <Answered to={answer}>
        {({ initiativeByKey: initiative }) =>
          initiative ? <Form initiative={initiative} onTyped={setDirty} onDone={back} /> : null
        }
      </Answered>
    </RouteDialog>
  );
};

interface Props {
  readonly initiative: Initiative;
  readonly onTyped: (typed: boolean) => void;
  readonly onDone: () => void;
}

const Form = ({ initiative, onTyped, onDone }: Props) => {
  const request = useCommand(REQUEST_REVIEW);
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const may = initiative.viewerCan.requestReview;
  const submit = async (): Promise<void> => {
    const refused = await request
      .mutateAsync({
        initiativeId: initiative.id,
        input: { note: note.trim() === '' ? null : note.trim(), dueOn: dueOn === '' ? null : dueOn },
      })
      .then(({ gateReviewRequest }): readonly UserError[] => gateReviewRequest.userErrors)
      .catch(failureIn);
    setErrors(refused);
    if (refused.length === 0) {
      notifications.show({
        color: 'teal',
        title: 'The review is requested',
        message: `Gatekeepers find ${initiative.key} in their inbox.`,
        closeButtonProps: { 'aria-label': 'Close' },
      });
      onDone();
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && may.allowed) {
          event.preventDefault();
          void submit();
        }
      }}
    >
      <Stack gap="sm">
        <div>
          <strong>{initiative.name}</strong>, {wayOf(initiative)}
        </div>
        <Readiness initiative={initiative} />
        {!may.allowed && <p style={{ margin: 0 }}>{may.reason}</p>}
        <Textarea
          label="What to say to the gatekeepers"
          autosize
          minRows={3}
          value={note}
          data-autofocus
          error={refusalOf(errors, 'note')}
          onChange={({ currentTarget }) => {
            setNote(currentTarget.value);
            onTyped(currentTarget.value.trim() !== '');
          }}
        />
        <TextInput
          type="date"
          label="To be decided by"
          min={initiative.portfolio.today}
          description="As the gate usually takes, when left empty."
          value={dueOn}
          error={refusalOf(errors, 'dueOn')}
          onChange={({ currentTarget }) => {
            setDueOn(currentTarget.value);
          }}
        />
        <Refusals of={errors} title="Not requested" />
        <Group justify="flex-end">
          <Button type="submit" loading={request.isPending} disabled={!may.allowed}>
            Request review
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

export default Screen;
