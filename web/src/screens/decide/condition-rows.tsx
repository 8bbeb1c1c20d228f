import { Button, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UserError } from '../../api/queries';
import { daysAfter } from '../../words/format';
import { nameOfCriterion, type Initiative } from '../initiative/questions';
import classes from '../initiative/initiative.module.css';
import { usualDueOn, type ConditionDraft } from './draft';
import type { ToCover } from './questions';

interface Props {
  readonly conditions: readonly ConditionDraft[];
  /** What has to be covered, each with what would clear it: a hint for the words. */
  readonly toCover: readonly ToCover[];
  readonly initiative: Initiative;
  readonly errors: readonly UserError[];
  readonly onChange: (conditions: readonly ConditionDraft[]) => void;
}

/** What has to be done after a conditional go: what, who, by when, and for which criterion. */
export const ConditionRows = ({ conditions, toCover, initiative, errors, onChange }: Props) => {
  const put = (index: number, changed: Partial<ConditionDraft>): void => {
    onChange(conditions.map((condition, at) => (at === index ? { ...condition, ...changed } : condition)));
  };
  const errorAt = (index: number, name: string): string | undefined =>
    errors.find(({ field }) => field?.join('.').endsWith(`conditions.${String(index)}.${name}`))?.message;
  const people = peopleOf(initiative);
  const hintFor = (key: string | null): string => {
    if (key === null) {
      return 'So that anybody can tell whether it is done.';
    }
    const remedy = toCover.find((each) => each.key === key)?.remedy ?? null;
    return `For ${nameOfCriterion(initiative, key)}.${remedy === null ? '' : ` What would clear it: ${remedy}`}`;
  };
  return (
    <Stack gap="sm" role="group" aria-label="Conditions">
      <Text fw={600} size="sm">
        Conditions
      </Text>
      {conditions.map((condition, index) => {
        const nth = `Condition ${String(index + 1)}`;
        return (
          <div key={index} className={`card ${classes.panel}`}>
            <div className={classes.form}>
              <Textarea
                className={classes.wide}
                label={`${nth}: what has to be done`}
                description={hintFor(condition.criterionKey)}
                autosize
                required
                value={condition.text}
                error={errorAt(index, 'text')}
                onChange={({ currentTarget }) => {
                  put(index, { text: currentTarget.value });
                }}
              />
              <NativeSelect
                label={`${nth}: who`}
                data={people}
                value={condition.ownerId}
                error={errorAt(index, 'ownerId')}
                onChange={({ currentTarget }) => {
                  put(index, { ownerId: currentTarget.value });
                }}
              />
              <TextInput
                type="date"
                label={`${nth}: by when`}
                required
                min={daysAfter(initiative.portfolio.today, 1)}
                value={condition.dueOn}
                error={errorAt(index, 'dueOn')}
                onChange={({ currentTarget }) => {
                  put(index, { dueOn: currentTarget.value });
                }}
              />
              <Button
                variant="default"
                size="compact-sm"
                style={{ alignSelf: 'end', justifySelf: 'start' }}
                aria-label={`Remove condition ${String(index + 1)}`}
                onClick={() => {
                  onChange(conditions.filter((_, at) => at !== index));
                }}
              >
                Remove
              </Button>
            </div>
          </div>
        );
      })}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'start' }}
        onClick={() => {
          onChange([
            ...conditions,
            {
              text: '',
              ownerId: initiative.owner.id,
              dueOn: usualDueOn(initiative.portfolio.today),
              criterionKey: null,
            },
          ]);
        }}
      >
        Add a condition
      </Button>
    </Stack>
  );
};

/** The members, and the owner, who need not be one. */
const peopleOf = ({ owner, portfolio }: Initiative) => {
  const members = portfolio.members.map(({ user }) => ({ value: user.id, label: user.name }));
  return members.some(({ value }) => value === owner.id)
    ? members
    : [{ value: owner.id, label: owner.name }, ...members];
};
