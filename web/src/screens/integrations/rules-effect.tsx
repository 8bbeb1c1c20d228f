import { Table, Title } from '@mantine/core';
import type { RulesEffectFragment } from '../../api/generated/graphql';
import { countOf, dayOf, decimalOf, percentOf } from '../../words/format';

type Shares = RulesEffectFragment['before'];

/** What rules would change: how many entries, the split before and after, and the first of the entries. */
export const RulesEffect = ({ of }: { of: RulesEffectFragment }) => (
  <section className="card" style={{ padding: 14 }} aria-live="polite">
    <Title order={3} size="h5">
      {of.changedEntries === 0
        ? 'No entry of an open period would change'
        : `${countOf(of.changedEntries, 'entry', 'entries')} of open periods would change`}
    </Title>
    {of.closedEntries > 0 && (
      <p>
        {countOf(of.closedEntries, 'entry', 'entries')} of closed periods would be classified otherwise and are left as
        they are.
      </p>
    )}
    {!of.isFinished && <p>Not all entries were looked at yet; a job does the rest.</p>}
    <Table mt="sm" captionSide="top">
      <Table.Caption>Effort by category, before and by these rules</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Category</Table.Th>
          <Table.Th>Before</Table.Th>
          <Table.Th>After</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {(of.after?.shares ?? []).map(({ category, percent }) => (
          <Table.Tr key={category.key}>
            <Table.Td>{category.name}</Table.Td>
            <Table.Td>{percentOf(shareOf(of.before, category.key))}</Table.Td>
            <Table.Td>{percentOf(percent)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
    {of.changes.length > 0 && (
      <details>
        <summary>The first {countOf(of.changes.length, 'entry', 'entries')}</summary>
        <ul>
          {of.changes.map(({ entry, categoryKey, ruleName }) => (
            <li key={entry.id}>
              {dayOf(entry.workedOn)}, {entry.initiative.key}, {decimalOf(entry.personDays)} person-days:{' '}
              {entry.categoryKey ?? 'uncategorised'} becomes {categoryKey ?? 'uncategorised'}
              {ruleName !== null && ` by ${ruleName}`}
            </li>
          ))}
        </ul>
      </details>
    )}
  </section>
);

const shareOf = (split: Shares, key: string): string | null | undefined =>
  split?.shares.find(({ category }) => category.key === key)?.percent;
