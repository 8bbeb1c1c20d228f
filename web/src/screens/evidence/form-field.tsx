import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { wordsOf } from '../../words/labels';
import classes from '../initiative/initiative.module.css';
import type { Value } from './draft';
import type { Field, FieldKind } from './fields';

interface Props {
  readonly of: Field;
  /** Tells rows apart: "Signal 2: ". */
  readonly before?: string;
  readonly value: Value | undefined;
  readonly error: string | undefined;
  readonly kpis: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (value: Value) => void;
}

const TYPES: Readonly<Partial<Record<FieldKind, string>>> = { date: 'date', moment: 'datetime-local', url: 'url' };
const MODES: Readonly<Partial<Record<FieldKind, 'decimal' | 'numeric'>>> = { decimal: 'decimal', whole: 'numeric' };

export const FormField = ({ of, before = '', value, error, kpis, onChange }: Props) => {
  const { label, kind, optional = false, hint, choices = [] } = of;
  const text = typeof value === 'string' ? value : '';
  const common = { label: `${before}${label}`, description: hint, error, required: !optional };
  if (kind === 'flag') {
    return (
      <Checkbox
        label={common.label}
        description={hint}
        error={error}
        checked={value === true}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked);
        }}
      />
    );
  }
  if (kind === 'choice' || kind === 'kpi') {
    return (
      <NativeSelect
        {...common}
        value={text}
        data={
          kind === 'kpi'
            ? [{ value: '', label: 'None' }, ...kpis.map(({ id, name }) => ({ value: id, label: name }))]
            : choices.map((choice) => ({ value: choice, label: wordsOf(choice) }))
        }
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
      />
    );
  }
  if (kind === 'text') {
    return (
      <Textarea
        {...common}
        className={classes.wide}
        autosize
        minRows={2}
        value={text}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={TYPES[kind] ?? 'text'}
      inputMode={MODES[kind]}
      value={text}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
    />
  );
};
