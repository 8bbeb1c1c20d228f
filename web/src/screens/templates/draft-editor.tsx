import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { TemplateVersionFragment } from '../../api/generated/graphql';
import type { StageDefinitionInput, WorkflowTemplatePublishInput } from '../../api/generated/schema';
import { useCommand } from '../../api/queries';
import { Confirm, failuresOf } from '../../parts/confirm';
import { MayDo } from '../../parts/may';
import { Page } from '../../parts/page';
import { moved } from '../../words/order';
import { draftOf, forgetDraft, keepDraft, keptDraft, NEW_STAGE } from './draft';
import { DraftFile } from './draft-file';
import { useDryRun, useTried } from './dry-run';
import { errorAt } from './errors';
import { Problems, toMend } from './problems';
import { PUBLISH_TEMPLATE } from './queries';
import { StageForm } from './stage-form';
import classes from './templates.module.css';
import { WhatItWouldDo } from './what-it-would-do';

interface Props {
  readonly published: TemplateVersionFragment;
  readonly begin: WorkflowTemplatePublishInput;
  /** The portfolios of whoever looks that follow the template, by key. */
  readonly followers: readonly string[];
  /** A portfolio whoever looks knows of, to try the draft on where none of theirs follows the template. */
  readonly known: string | undefined;
}

/** Edits the next version; what is wrong with it, and what it would do, is told while it is typed. */
export const DraftEditor = ({ published, begin, followers, known }: Props) => {
  const navigate = useNavigate();
  const [draft, setDraft] = useState(begin);
  const [asks, setAsks] = useState(false);
  const [isKept, setIsKept] = useState(keptDraft(published.key) !== null);
  const publish = useCommand(PUBLISH_TEMPLATE);
  const tried = useTried(draft);
  const dryRun = useDryRun(followers[0] ?? known, tried);
  const refused = publish.data?.workflowTemplatePublish.userErrors ?? [];
  const errors = refused.length > 0 ? refused : (dryRun.data?.workflowTemplateDryRun.userErrors ?? []);
  const change = (next: WorkflowTemplatePublishInput): void => {
    setDraft(next);
    publish.reset();
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
          <MayDo
            may={{ allowed: errors.length === 0, reason: `${toMend(errors)} before it can be published.` }}
            variant={errors.length === 0 ? 'filled' : 'default'}
            onClick={() => {
              setAsks(true);
            }}
          >
            Publish
          </MayDo>
        </>
      }
    >
      <Stack maw={980}>
        <Problems of={errors} failures={failuresOf(publish.error)} />
        {followers.map((key) => (
          <WhatItWouldDo key={key} portfolioKey={key} draft={tried} />
        ))}
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
          way stay on their version until somebody moves them. What a move would do to each is told above the draft.
        </Confirm>
      )}
    </Page>
  );
};
