import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { StageDefinitionInput } from '../../api/generated/schema';
import type { UserError } from '../../api/queries';
import { STAGE_CATEGORY } from '../../words/labels';
import { NEW_GATE } from './draft';
import { errorAt } from './errors';
import { PlaceButtons, WholeNumber } from './fields';
import { GateForm } from './gate-form';
import classes from './templates.module.css';

const CATEGORIES = ['INTAKE', 'POC', 'PILOT', 'PRODUCTION'] as const;

interface Props {
  readonly stage: StageDefinitionInput;
  readonly place: number;
  readonly count: number;
  readonly errors: readonly UserError[];
  readonly onChange: (stage: StageDefinitionInput) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One stage of the draft with the gate at its exit. */
export const StageForm = ({ stage, place, count, errors, onChange, onMove, onRemove }: Props) => {
  const errorOf = (field: string): string | undefined => errorAt(errors, 'stages', place, field);
  const what = stage.name === '' ? `stage ${String(place + 1)}` : stage.name;
  const isLast = place === count - 1;
  return (
    <li className="card">
      <div className={classes.head}>
        <Group justify="space-between" mb="sm">
          <strong>
            {place + 1}. {what}
          </strong>
          <Group gap="xs">
            <PlaceButtons what={what} place={place} count={count} onMove={onMove} onRemove={onRemove} />
          </Group>
        </Group>
        <div className={classes.fields}>
          <TextInput
            label="Name of the stage"
            value={stage.name}
            error={errorOf('name')}
            onChange={({ currentTarget: { value } }) => {
              onChange({ ...stage, name: value });
            }}
          />
          <TextInput
            label="Key of the stage"
            value={stage.key}
            error={errorOf('key')}
            onChange={({ currentTarget: { value } }) => {
              onChange({ ...stage, key: value });
            }}
          />
          <NativeSelect
            label="Kind of work"
            value={stage.category}
            error={errorOf('category')}
            data={CATEGORIES.map((value) => ({ value, label: STAGE_CATEGORY[value] }))}
            onChange={({ currentTarget: { value } }) => {
              onChange({ ...stage, category: CATEGORIES.find((one) => one === value) ?? stage.category });
            }}
          />
          <WholeNumber
            label="Time box, days"
            description="Empty: no limit."
            value={stage.timeBoxDays}
            error={errorOf('timeBoxDays')}
            onChange={(timeBoxDays) => {
              onChange({ ...stage, timeBoxDays });
            }}
          />
          <WholeNumber
            label="Initiatives at once"
            description="Empty: no limit."
            value={stage.wipLimit}
            error={errorOf('wipLimit')}
            onChange={(wipLimit) => {
              onChange({ ...stage, wipLimit });
            }}
          />
        </div>
      </div>
      <div className={classes.gate}>
        {errorOf('exitGate') !== undefined && (
          <p role="alert" className="tone-bad">
            {errorOf('exitGate')}
          </p>
        )}
        {stage.exitGate ? (
          <GateForm
            gate={stage.exitGate}
            path={['stages', place, 'exitGate']}
            errors={errors}
            onChange={(exitGate) => {
              onChange({ ...stage, exitGate });
            }}
          />
        ) : (
          <p className="quiet">{isLast ? 'The last stage: no gate leads further.' : 'No gate leads on from here.'}</p>
        )}
        <Group mt="sm">
          {stage.exitGate ? (
            isLast && (
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  onChange({ ...stage, exitGate: null });
                }}
              >
                Remove the gate of {what}
              </Button>
            )
          ) : (
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                onChange({ ...stage, exitGate: NEW_GATE });
              }}
            >
              Add a gate to {what}
            </Button>
          )}
        </Group>
      </div>
    </li>
  );
};
