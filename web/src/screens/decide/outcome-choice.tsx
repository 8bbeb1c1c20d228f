import { Radio, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { GateOutcome } from '../../api/generated/graphql';
import { countOf } from '../../words/format';
import { OUTCOME } from '../../words/labels';
import { EFFECT, outcomeNamed, OUTCOMES } from './outcomes';
import type { Choices } from './questions';

interface Props {
  readonly choices: Choices;
  readonly mayDecide: boolean;
  readonly value: GateOutcome | null;
  readonly error: string | undefined;
  readonly onChoose: (outcome: GateOutcome) => void;
}

/** The five outcomes; none is chosen beforehand, and those that would be refused say why, and what would make them possible. */
export const OutcomeChoice = ({ choices: { against, outvoted }, mayDecide, value, error, onChoose }: Props) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where the dialog was open before the answer came, the keyboard starts here too.
    if (!(document.activeElement instanceof HTMLTextAreaElement)) {
      place.current?.querySelector<HTMLInputElement>('input:not(:disabled)')?.focus();
    }
  }, []);
  return (
    <Radio.Group
      label="Outcome"
      required
      value={value}
      error={error}
      onChange={(name) => {
        const outcome = outcomeNamed(name);
        if (outcome) {
          onChoose(outcome);
        }
      }}
    >
      <Stack gap={8} mt={4} ref={place}>
        {OUTCOMES.map((outcome) => {
          const reasons = against[outcome];
          return (
            <Radio
              key={outcome}
              value={outcome}
              label={OUTCOME[outcome]}
              disabled={reasons.length > 0}
              data-autofocus={outcome === firstOf(against) || undefined}
              description={
                reasons.length > 0
                  ? `Not now. ${whyNot(reasons)}`
                  : `${EFFECT[outcome]}${mayDecide ? onlyVoteFor(outvoted[outcome]) : ''}`
              }
              styles={{
                label: reasons.length > 0 ? { color: 'var(--quiet)' } : {},
                description: { color: 'var(--quiet)', fontSize: 13 },
              }}
            />
          );
        })}
      </Stack>
    </Radio.Group>
  );
};

/** What stands against an outcome; criteria that are not met stand above with their reasons, and are only counted. */
const whyNot = (reasons: Choices['against'][GateOutcome]): string => {
  const others = reasons.filter(({ code }) => code !== 'CRITERION_UNMET').map(({ message }) => message);
  const unmet = reasons.length - others.length;
  const counted = `${countOf(unmet, 'required criterion is', 'required criteria are')} not met, as told above.`;
  return [...(unmet > 0 ? [counted] : []), ...others].join(' ');
};

const onlyVoteFor = (outvoted: string | null): string =>
  outvoted === null ? '' : ` You can vote for it, and not decide it: ${outvoted}`;

const firstOf = (against: Choices['against']): GateOutcome | undefined =>
  OUTCOMES.find((outcome) => against[outcome].length === 0);
