import { Button, Group, TextInput } from '@mantine/core';
import type { CriterionDefinitionInput, GateDefinitionInput } from '../../api/generated/schema';
import type { UserError } from '../../api/queries';
import { moved } from '../../words/order';
import { CriterionForm } from './criterion-form';
import { NEW_CRITERION } from './draft';
import { errorAt } from './errors';
import { WholeNumber } from './fields';
import classes from './templates.module.css';

interface Props {
  readonly gate: GateDefinitionInput;
  readonly path: readonly (string | number)[];
  readonly errors: readonly UserError[];
  readonly onChange: (gate: GateDefinitionInput) => void;
}

/** The gate at the exit of a stage: how it is decided, and what it asks for. */
export const GateForm = ({ gate, path, errors, onChange }: Props) => {
  const errorOf = (field: string): string | undefined => errorAt(errors, ...path, field);
  const changeCriteria = (criteria: readonly CriterionDefinitionInput[]): void => {
    onChange({ ...gate, criteria: [...criteria] });
  };
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          label="Name of the gate"
          value={gate.name}
          error={errorOf('name')}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...gate, name: value });
          }}
        />
        <TextInput
          label="Key of the gate"
          value={gate.key}
          error={errorOf('key')}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...gate, key: value });
          }}
        />
        <WholeNumber
          label="Votes to decide"
          value={gate.quorum}
          error={errorOf('quorum')}
          onChange={(quorum) => {
            onChange({ ...gate, quorum });
          }}
        />
        <WholeNumber
          label="Sent back at most"
          description="Empty: 2 times."
          value={gate.recycleLimit}
          error={errorOf('recycleLimit')}
          onChange={(recycleLimit) => {
            onChange({ ...gate, recycleLimit });
          }}
        />
        <WholeNumber
          label="Decided within days"
          description="Empty: nobody counts."
          value={gate.slaDays}
          error={errorOf('slaDays')}
          onChange={(slaDays) => {
            onChange({ ...gate, slaDays });
          }}
        />
      </div>
      {errorOf('criteria') !== undefined && (
        <p role="alert" className="tone-bad">
          {errorOf('criteria')}
        </p>
      )}
      {gate.criteria.map((criterion, index) => (
        <CriterionForm
          // The place of a criterion is what it is: two new ones are alike in all else.
          key={index}
          criterion={criterion}
          place={index}
          count={gate.criteria.length}
          path={[...path, 'criteria', index]}
          errors={errors}
          onChange={(one) => {
            changeCriteria(gate.criteria.with(index, one));
          }}
          onMove={(by) => {
            changeCriteria(moved(gate.criteria, index, by));
          }}
          onRemove={() => {
            changeCriteria(gate.criteria.filter((_, other) => other !== index));
          }}
        />
      ))}
      <Group mt="sm">
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            changeCriteria([...gate.criteria, NEW_CRITERION]);
          }}
        >
          Add a criterion to {gate.name === '' ? 'the gate' : gate.name}
        </Button>
      </Group>
    </>
  );
};
