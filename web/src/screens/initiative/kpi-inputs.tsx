import { NativeSelect, TextInput } from '@mantine/core';
import type { KpiClass, KpiDirection, KpiRole } from '../../api/generated/graphql';
import type { UserError } from '../../api/queries';
import { refusalOf } from '../../parts/refusals';
import { wordsOf } from '../../words/labels';
import classes from './initiative.module.css';
import type { KpiFields } from './kpi-draft';

const CLASSES = ['BUSINESS', 'COST', 'MODEL', 'RISK', 'USAGE'] as const satisfies readonly KpiClass[];
const ROLES = ['PRIMARY', 'GUARDRAIL', 'LEADING'] as const satisfies readonly KpiRole[];
const DIRECTIONS = ['INCREASE', 'DECREASE', 'RANGE'] as const satisfies readonly KpiDirection[];
const DIRECTION_WORD: Readonly<Record<KpiDirection, string>> = {
  INCREASE: 'More is better',
  DECREASE: 'Less is better',
  RANGE: 'Within a range',
};

interface Props {
  readonly fields: KpiFields;
  readonly errors: readonly UserError[];
  /** Who may answer for it. */
  readonly people: readonly { readonly value: string; readonly label: string }[];
  readonly onPut: (changed: Partial<KpiFields>) => void;
}

/** What a KPI is made of: what it measures, where it is to come to, and from where. */
export const KpiInputs = ({ fields, errors, people, onPut: put }: Props) => {
  const line = (
    name: keyof KpiFields,
    label: string,
    more: { type?: string; hint?: string; needed?: boolean } = {},
  ) => (
    <TextInput
      label={label}
      type={more.type ?? 'text'}
      description={more.hint}
      required={more.needed ?? false}
      value={fields[name]}
      error={refusalOf(errors, name)}
      onChange={({ currentTarget }) => {
        put({ [name]: currentTarget.value });
      }}
    />
  );
  return (
    <div className={classes.form}>
      {line('name', 'Name', { needed: true })}
      {line('unit', 'Unit', { needed: true, hint: 'minutes, %, EUR' })}
      <NativeSelect
        label="Class"
        data={CLASSES.map((value) => ({ value, label: wordsOf(value) }))}
        value={fields.class}
        error={refusalOf(errors, 'class')}
        onChange={({ currentTarget }) => {
          put({ class: CLASSES.find((each) => each === currentTarget.value) ?? fields.class });
        }}
      />
      <NativeSelect
        label="Role"
        data={ROLES.map((value) => ({ value, label: wordsOf(value) }))}
        value={fields.role}
        error={refusalOf(errors, 'role')}
        onChange={({ currentTarget }) => {
          put({ role: ROLES.find((each) => each === currentTarget.value) ?? fields.role });
        }}
      />
      <NativeSelect
        label="Direction"
        data={DIRECTIONS.map((value) => ({ value, label: DIRECTION_WORD[value] }))}
        value={fields.direction}
        error={refusalOf(errors, 'direction')}
        onChange={({ currentTarget }) => {
          put({ direction: DIRECTIONS.find((each) => each === currentTarget.value) ?? fields.direction });
        }}
      />
      {fields.direction === 'RANGE' ? (
        <>
          {line('rangeLow', 'Not below')}
          {line('rangeHigh', 'Not above')}
        </>
      ) : (
        line('target', 'Target')
      )}
      {line('targetDate', 'To be reached by', { type: 'date' })}
      {line('baselineValue', 'Baseline')}
      {line('baselineMeasuredOn', 'Baseline measured on', { type: 'date' })}
      {line('baselineSampleSize', 'Cases in the baseline')}
      {line('dataSource', 'Where it comes from', { needed: true })}
      <NativeSelect
        label="Who answers for it"
        data={[...people]}
        value={fields.ownerId}
        error={refusalOf(errors, 'ownerId')}
        onChange={({ currentTarget }) => {
          put({ ownerId: currentTarget.value });
        }}
      />
    </div>
  );
};
