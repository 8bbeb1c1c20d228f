import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { TemplateVersionFragment } from '../../api/generated/graphql';
import type { StageDefinitionInput, WorkflowTemplatePublishInput } from '../../api/generated/schema';
import { useCommand } from '../../api/queries';
import { Confirm, failuresOf } from '../../parts/confirm';
import { Page } from '../../parts/page';
import { Refusals } from '../../parts/refusals';
import { moved } from '../../words/order';
import { draftOf, forgetDraft, keepDraft, keptDraft, NEW_STAGE } from './draft';
import { DraftFile } from './draft-file';
import { errorAt } from './errors';
import { PUBLISH_TEMPLATE } from './queries';
import { StageForm } from './stage-form';
import classes from './templates.module.css';

interface Props {
  readonly published: TemplateVersionFragment;
  readonly begin: WorkflowTemplatePublishInput;
  /** The portfolios of whoever looks that follow the template, by key. */
  readonly followers: readonly string[];
}

/** Edits the next version; what is wrong with it is told at its fields once it was to be published. */
export const DraftEditor = ({ published, begin, followers }: Props) => {
  const navigate = useNavigate();
  const [draft, setDraft] = useState(begin);
  const [asks, setAsks] = useState(false);
  const [isKept, setIsKept] = useState(keptDraft(published.key) !== null);
  const publish = useCommand(PUBLISH_TEMPLATE);
  const errors = publish.data?.workflowTemplatePublish.userErrors ?? [];
  const change = (next: WorkflowTemplatePublishInput): void => {
    setDraft(next);
    keepDraft(published.key, next);
    setIsKept(true);
  };
  const changeStages = (stages: readonly StageDefinitionInput[]): void => {
    change({ ...draft, stages: [...stages] });
  };
  const forget = (): void => {
    forgetDraft(published.key);
    setIsKept(false);
    publish.reset();
  };
  const send = (): void => {
    publish.mutate(
      { input: draft },
      {
        onSettled: () => {
          setAsks(false);
        },
        onSuccess: ({ workflowTemplatePublish: { template } }) => {
          if (template) {
            forgetDraft(published.key);
            void navigate({ to: '/templates/$templateKey', params: { templateKey: template.key } });
          }
        },
      },
    );
  };
  const next = published.version + 1;
  return (
    <Page
      title={`Edit ${published.name}`}
      under={
        isKept
          ? `A draft of version ${String(next)}, kept in this browser.`
          : `As version ${String(published.version)} says. What you change becomes version ${String(next)}.`
      }
      tools={
        <>
          <DraftFile draft={draft} templateKey={published.key} onRead={change} />
          <Button
            variant="default"
            disabled={!isKept}
            onClick={() => {
              setDraft(draftOf(published));
              forget();
            }}
          >
            Discard the draft
          </Button>
          <Button
            onClick={() => {
              setAsks(true);
            }}
          >
            Publish
          </Button>
        </>
      }
    >
      <Stack maw={980}>
        {errors.length > 0 && (
          <Alert color="red" variant="light" role="alert" title="Not published">
            {errors.length === 1 ? 'One thing is' : `${String(errors.length)} things are`} to be mended. Each is told at
            its field; stages and criteria that have one are open.
          </Alert>
        )}
        <Refusals
          of={[
            ...errors.filter(({ field }) => field === null || field.at(-1) === 'stages'),
            ...failuresOf(publish.error),
          ]}
        />
        <TextInput
          label="Name of the template"
          value={draft.name}
          error={errorAt(errors, 'name')}
          onChange={({ currentTarget: { value } }) => {
            change({ ...draft, name: value });
          }}
        />
        <ol className={classes.stages}>
          {draft.stages.map((stage, index) => (
            <StageForm
              // The place of a stage is what it is: two new ones are alike in all else.
              key={index}
              stage={stage}
              place={index}
              count={draft.stages.length}
              errors={errors}
              onChange={(one) => {
                changeStages(draft.stages.with(index, one));
              }}
              onMove={(by) => {
                changeStages(moved(draft.stages, index, by));
              }}
              onRemove={() => {
                changeStages(draft.stages.filter((_, other) => other !== index));
              }}
            />
          ))}
        </ol>
        <Group>
          <Button
            variant="default"
            onClick={() => {
              changeStages([...draft.stages, NEW_STAGE]);
            }}
          >
            Add a stage
          </Button>
        </Group>
      </Stack>
      {asks && (
        <Confirm
          title={`Publish version ${String(next)}?`}
          verb="Publish"
          busy={publish.isPending}
          onClose={() => {
            setAsks(false);
          }}
          onConfirm={send}
        >
          A published version never changes. New initiatives of{' '}
          {followers.length === 0 ? 'the portfolios that follow it' : followers.join(', ')} begin with it; those under
          way stay on their version until somebody moves them. What a move would do to each stands on the page of the
          template as soon as it is published.
        </Confirm>
      )}
    </Page>
  );
};
