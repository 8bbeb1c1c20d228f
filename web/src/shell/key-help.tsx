import { Modal, Switch, Table } from '@mantine/core';
import { useState } from 'react';
import { singleKeys } from './keys';

const KEYS = [
  ['Ctrl K', 'Search, and go anywhere'],
  ['/', 'Filter'],
  ['g b, g t, g p', 'Board, table, portfolio'],
  ['g r, g i', 'Reviews, inbox'],
  ['j k h l', 'Move over the cards'],
  ['Enter', 'Open'],
  ['Space', 'Peek'],
  ['d', 'Decide the gate'],
  ['r', 'Request a review'],
  ['e', 'Hand in evidence'],
  ['c', 'Create an initiative'],
  ['x', 'Select a row'],
  ['[ ]', 'Initiative before, after'],
  ['Ctrl Enter', 'Record what a dialog is about'],
  ['Esc', 'Back'],
] as const;

/** The keys of the board, and the switch that silences those without Ctrl. */
const KeyHelp = ({ onClose }: { onClose: () => void }) => {
  const [on, setOn] = useState(singleKeys.areOn());
  return (
    <Modal opened onClose={onClose} title="Keys">
      <Switch
        label="Single keys"
        description="Off: only keys with Ctrl do something."
        checked={on}
        onChange={({ currentTarget }) => {
          singleKeys.set(currentTarget.checked);
          setOn(currentTarget.checked);
        }}
        mb="md"
      />
      <Table>
        <Table.Tbody>
          {KEYS.map(([keys, what]) => (
            <Table.Tr key={keys}>
              <Table.Td>
                <kbd style={{ whiteSpace: 'nowrap' }}>{keys}</kbd>
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
};

export default KeyHelp;
