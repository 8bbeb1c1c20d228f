import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { GateOutcome } from '../../api/generated/graphql';
import type { UserError } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { failureIn, refusalOf, Refusals } from '../../parts/refusals';
import { wayOf } from '../initiative/head';
import type { Initiative } from '../initiative/questions';
import { Votes } from '../initiative/review';
import { ConditionRows } from './condition-rows';
import { conditionsFor, gapsIn, type Draft } from './draft';
import { OutcomeChoice } from './outcome-choice';
import { useChoices } from './questions';
import { Readiness } from './readiness';
import { Reason } from './reason';
import { useRecord } from './record';
import { Stale } from './stale';
import type { Standing } from './standing';

/** As typed: conditions are those proposed until one is touched. */
type Typed = Omit<Draft, 'conditions'> & { readonly conditions: Draft['conditions'] | null };

interface Props {
  readonly initiative: Initiative;
  readonly standing: Standing;
  readonly viewerId: string;
  readonly wanted: GateOutcome | null;
  readonly onTyped: (typed: boolean) => void;
  readonly onDone: () => void;
}

export const DecideForm = ({ initiative, standing, viewerId, wanted, onTyped, onDone }: Props) => {
  const { answer, choices } = useChoices(initiative);
  const { record, castVote, busy } = useRecord(initiative);
  const [typed, setTyped] = useState<Typed>({ outcome: wanted, rationale: '', recycleTo: '', conditions: null });
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  // What was on the screen when it was opened, or when it was last looked at anew.
  const [base, setBase] = useState(() => ({ version: initiative.version, since: Date.now() }));
  const isStale = !busy && (initiative.version !== base.version || errors.some(({ code }) => code === 'STALE_VERSION'));
  const review = initiative.gate?.currentReview;
  const quorum = initiative.gate?.definition.quorum ?? 1;

  // An address may ask for an outcome that would be refused: it is not chosen then.
  const isRefused = typed.outcome !== null && (choices?.against[typed.outcome].length ?? 0) > 0;
  const draft: Draft = {
    ...typed,
    outcome: isRefused ? null : typed.outcome,
    conditions:
      typed.conditions ?? conditionsFor(choices?.toCover ?? [], initiative.owner.id, initiative.portfolio.today),
  };
  const outvoted = draft.outcome === null ? null : (choices?.outvoted[draft.outcome] ?? null);
  const put = (changed: Partial<Typed>): void => {
    const next = { ...typed, ...changed };
    setTyped(next);
    onTyped(next.rationale.trim() !== '' || next.conditions !== null);
  };
  const send = async (way: typeof record): Promise<void> => {
    const refused = await way(draft, base.version).catch(failureIn);
    setErrors(refused);
    if (refused.length === 0) {
      onDone();
    }
  };
  const submit = (): void => {
    const gaps = gapsIn(draft, outvoted);
    setErrors(gaps);
    if (gaps.length === 0 && !busy && standing.mayDecide) {
      void send(record);
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          submit();
        }
      }}
    >
      <Stack gap="sm">
        <div>
          <Text fw={700}>{initiative.name}</Text>
          <span className="quiet">{wayOf(initiative)}</span>
        </div>
        {isStale && (
          <Stale
            initiativeId={initiative.id}
            viewerId={viewerId}
            since={base.since}
            onReload={() => {
              setBase({ version: initiative.version, since: Date.now() });
              setErrors([]);
              void answer.refetch();
            }}
          />
        )}
        <Readiness initiative={initiative} />
        {review && (quorum > 1 || review.votes.length > 0) && <Votes review={review} quorum={quorum} />}
        {standing.requestsFirst && (
          <Text size="sm" className="quiet">
            No review is open: recording requests one in your name, and decides it.
          </Text>
        )}
        <Answered to={answer}>
          {() =>
            choices && (
              <OutcomeChoice
                choices={choices}
                mayDecide={standing.mayDecide}
                value={draft.outcome}
                error={refusalOf(errors, 'outcome')}
                onChoose={(outcome) => {
                  put({ outcome });
                }}
              />
            )
          }
        </Answered>
        {draft.outcome === 'CONDITIONAL_GO' && (
          <ConditionRows
            conditions={draft.conditions}
            toCover={choices?.toCover ?? []}
            initiative={initiative}
            errors={errors}
            onChange={(conditions) => {
              put({ conditions });
            }}
          />
        )}
        {draft.outcome === 'RECYCLE' && (
          <NativeSelect
            label="Back to"
            required
            value={draft.recycleTo}
            error={refusalOf(errors, 'recycleToStageKey')}
            data={[{ value: '', label: 'Choose a stage' }, ...stagesBack(initiative)]}
            onChange={({ currentTarget }) => {
              put({ recycleTo: currentTarget.value });
            }}
          />
        )}
        <Reason
          draft={draft}
          error={refusalOf(errors, 'rationale')}
          onChange={(rationale) => {
            put({ rationale });
          }}
        />
        <Refusals of={errors.filter(({ code }) => code !== 'STALE_VERSION')} title="Not recorded" />
        {!standing.mayDecide && review && (
          <Text size="sm" className="quiet">
            You can vote, and not decide: {review.viewerCan.decide.reason}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          {standing.mayVote && (
            <Button
              variant="default"
              loading={busy}
              onClick={() => {
                void send(castVote);
              }}
            >
              {voteWord(draft.outcome, !!review?.votes.some(({ voter }) => voter.id === viewerId))}
            </Button>
          )}
          {standing.mayDecide && (
            <Button type="submit" loading={busy} disabled={outvoted !== null} aria-keyshortcuts="Control+Enter">
              Record decision
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
};

const voteWord = (outcome: GateOutcome | null, again: boolean): string => {
  const what = outcome === null ? 'Abstain' : 'Only vote';
  return again ? `${what} (replaces my vote)` : what;
};

const stagesBack = ({ template, stage }: Initiative) =>
  template.stages
    .filter(({ position }) => position <= stage.position)
    .map(({ key, name }) => ({ value: key, label: key === stage.key ? `${name} (once more)` : name }));
