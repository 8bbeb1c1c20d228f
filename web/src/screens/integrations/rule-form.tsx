import { Button, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ClassificationRuleInput } from '../../api/generated/schema';
import type { UserError } from '../../api/queries';
import { refusalOf } from '../../parts/refusals';
import type { RulesPortfolio } from './rules';

interface Props {
  readonly rule: ClassificationRuleInput;
  readonly place: number;
  readonly count: number;
  readonly portfolio: RulesPortfolio;
  readonly errors: readonly UserError[];
  readonly onChange: (rule: ClassificationRuleInput) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

const LISTS = [
  ['projectKeys', 'Projects'],
  ['ticketTypes', 'Ticket types'],
  ['labels', 'Labels'],
  ['components', 'Components'],
] as const;

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** One rule: its conditions and what work that meets them is. */
export const RuleForm = ({ rule, place, count, portfolio, errors, onChange, onMove, onRemove }: Props) => {
  const legend = `Rule ${String(place + 1)}`;
  return (
    <fieldset className="card" style={{ padding: 14, margin: 0 }}>
      <legend>{legend}</legend>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        <TextInput
          label="Name"
          value={rule.name}
          error={refusalOf(errors, 'name')}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...rule, name: value });
          }}
        />
        <NativeSelect
          label="Is of category"
          value={rule.categoryKey ?? ''}
          error={refusalOf(errors, 'categoryKey')}
          data={[
            { value: '', label: 'No category' },
            ...portfolio.allocationScheme.categories.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...rule, categoryKey: value === '' ? null : value });
          }}
        />
        <TextInput
          label="Belongs to initiative"
          description="By key; it links tickets."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={rule.initiativeKey ?? ''}
          error={refusalOf(errors, 'initiativeKey')}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...rule, initiativeKey: value.trim() === '' ? null : value.trim() });
          }}
        />
        <NativeSelect
          label="Came in by"
          value={rule.connectionId ?? ''}
          error={refusalOf(errors, 'connectionId')}
          data={[
            { value: '', label: 'Any connection' },
            ...portfolio.integrationConnections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...rule, connectionId: value === '' ? null : value });
          }}
        />
        {LISTS.map(([field, label]) => (
          <ListField
            key={field}
            label={label}
            list={rule[field] ?? []}
            error={refusalOf(errors, field)}
            onChange={(list) => {
              onChange({ ...rule, [field]: list });
            }}
          />
        ))}
      </SimpleGrid>
      <Group gap="xs" mt="sm">
        <Button
          size="xs"
          variant="default"
          disabled={place === 0}
          aria-label={`Move ${legend} up`}
          onClick={() => {
            onMove(-1);
          }}
        >
          Up
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={place === count - 1}
          aria-label={`Move ${legend} down`}
          onClick={() => {
            onMove(1);
          }}
        >
          Down
        </Button>
        <Button size="xs" variant="default" aria-label={`Remove ${legend}`} onClick={onRemove}>
          Remove
        </Button>
      </Group>
    </fieldset>
  );
};

/** Names with commas between them. The text is kept as it is typed, or a comma would be gone as soon as it stands there. */
const ListField = ({
  label,
  list,
  error,
  onChange,
}: {
  label: string;
  list: readonly string[];
  error: string | undefined;
  onChange: (list: string[]) => void;
}) => {
  const [text, setText] = useState(list.join(', '));
  const isOfList = listOf(text).join() === list.join();
  return (
    <TextInput
      label={label}
      description="Any of these, with commas; empty: no condition."
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={isOfList ? text : list.join(', ')}
      error={error}
      onChange={({ currentTarget: { value } }) => {
        setText(value);
        onChange(listOf(value));
      }}
    />
  );
};
