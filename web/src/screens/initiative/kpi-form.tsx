import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { graphql } from '../../api/generated';
import type { KpiClass, KpiDefineInput, KpiDirection, KpiRole } from '../../api/generated/graphql';
import { useCommand, type UserError } from '../../api/queries';
import { failureIn, refusalOf, Refusals } from '../../parts/refusals';
import { wordsOf } from '../../words/labels';
import classes from './initiative.module.css';
import type { Kpi } from './kpi-questions';
import type { Initiative } from './questions';

const DEFINE = graphql(`
  mutation DefineKpi($initiativeId: ID!, $input: KpiDefineInput!) {
    kpiDefine(initiativeId: $initiativeId, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const REVISE = graphql(`
  mutation ReviseKpi($id: ID!, $input: KpiDefineInput!, $reason: String!) {
    kpiRevise(id: $id, input: $input, reason: $reason) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const CLASSES = ['BUSINESS', 'COST', 'MODEL', 'RISK', 'USAGE'] as const satisfies readonly KpiClass[];
const ROLES = ['PRIMARY', 'GUARDRAIL', 'LEADING'] as const satisfies readonly KpiRole[];
const DIRECTIONS = ['INCREASE', 'DECREASE', 'RANGE'] as const satisfies readonly KpiDirection[];
const DIRECTION_WORD: Readonly<Record<KpiDirection, string>> = {
  INCREASE: 'More is better',
  DECREASE: 'Less is better',
  RANGE: 'Within a range',
};

interface Fields {
  readonly name: string;
  readonly unit: string;
  readonly class: KpiClass;
  readonly role: KpiRole;
  readonly direction: KpiDirection;
  readonly ownerId: string;
  readonly dataSource: string;
  readonly target: string;
  readonly targetDate: string;
  readonly rangeLow: string;
  readonly rangeHigh: string;
  readonly baselineValue: string;
  readonly baselineMeasuredOn: string;
  readonly baselineSampleSize: string;
}

const fieldsOf = (kpi: Kpi | null, { owner }: Initiative): Fields => ({
  name: kpi?.name ?? '',
  unit: kpi?.unit ?? '',
  class: kpi?.class ?? 'BUSINESS',
  role: kpi?.role ?? 'PRIMARY',
  direction: kpi?.direction ?? 'INCREASE',
  ownerId: kpi?.owner.id ?? owner.id,
  dataSource: kpi?.dataSource ?? '',
  target: kpi?.target ?? '',
  targetDate: kpi?.targetDate ?? '',
  rangeLow: kpi?.rangeLow ?? '',
  rangeHigh: kpi?.rangeHigh ?? '',
  baselineValue: kpi?.baseline?.value ?? '',
  baselineMeasuredOn: kpi?.baseline?.measuredOn ?? '',
  baselineSampleSize: String(kpi?.baseline?.sampleSize ?? ''),
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const inputOf = (fields: Fields): KpiDefineInput => {
  const isRange = fields.direction === 'RANGE';
  const sample = orNull(fields.baselineSampleSize);
  return {
    ...fields,
    target: isRange ? null : orNull(fields.target),
    targetDate: orNull(fields.targetDate),
    rangeLow: isRange ? orNull(fields.rangeLow) : null,
    rangeHigh: isRange ? orNull(fields.rangeHigh) : null,
    baselineValue: orNull(fields.baselineValue),
    baselineMeasuredOn: orNull(fields.baselineMeasuredOn),
    baselineSampleSize: sample === null ? null : Number(sample),
  };
};

interface Props {
  readonly initiative: Initiative;
  /** The one that is revised; null defines a new one. */
  readonly kpi: Kpi | null;
  readonly onClose: () => void;
}

/** Defines a KPI, or revises one, which takes a reason. */
export const KpiDialog = ({ initiative, kpi, onClose }: Props) => {
  const define = useCommand(DEFINE);
  const revise = useCommand(REVISE);
  const [fields, setFields] = useState(fieldsOf(kpi, initiative));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const put = (changed: Partial<Fields>): void => {
    setFields({ ...fields, ...changed });
  };
  const send = async (): Promise<readonly UserError[]> => {
    const input = inputOf(fields);
    return kpi
      ? (await revise.mutateAsync({ id: kpi.id, input, reason: reason.trim() })).kpiRevise.userErrors
      : (await define.mutateAsync({ initiativeId: initiative.id, input })).kpiDefine.userErrors;
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const refused = await send().catch(failureIn);
    setErrors(refused);
    if (refused.length === 0) {
      onClose();
    }
  };
  const line = (name: keyof Fields, label: string, more: { type?: string; hint?: string; needed?: boolean } = {}) => (
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
  const members = initiative.portfolio.members.map(({ user }) => ({ value: user.id, label: user.name }));
  const owner = kpi?.owner ?? initiative.owner;
  const people = members.some(({ value }) => value === owner.id)
    ? members
    : [{ value: owner.id, label: owner.name }, ...members];
  return (
    <Modal
      opened
      onClose={onClose}
      title={kpi ? `Revise ${kpi.name}` : 'Define a KPI'}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
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
              data={people}
              value={fields.ownerId}
              error={refusalOf(errors, 'ownerId')}
              onChange={({ currentTarget }) => {
                put({ ownerId: currentTarget.value });
              }}
            />
          </div>
          {kpi && (
            <Textarea
              label="Why it is revised"
              required
              autosize
              minRows={2}
              value={reason}
              error={refusalOf(errors, 'reason')}
              onChange={({ currentTarget }) => {
                setReason(currentTarget.value);
              }}
            />
          )}
          <Refusals of={errors} />
          <Group justify="flex-end">
            <Button type="submit" loading={define.isPending || revise.isPending}>
              {kpi ? 'Revise' : 'Define'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
