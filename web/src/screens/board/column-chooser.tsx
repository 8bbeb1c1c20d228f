import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { TABLE_COLUMNS } from './table-columns';

/** Which columns there are; kept in this browser. */
export const ColumnChooser = ({
  names,
  onChange,
}: {
  names: readonly string[];
  onChange: (names: string[]) => void;
}) => (
  <Popover position="bottom-start" trapFocus returnFocus>
    <Popover.Target>
      <Button variant="default" size="xs">
        Columns
      </Button>
    </Popover.Target>
    <Popover.Dropdown aria-label="Columns">
      <Stack gap="xs">
        {TABLE_COLUMNS.map(({ name, title }) => (
          <Checkbox
            key={name}
            size="xs"
            label={title}
            checked={names.includes(name)}
            onChange={({ currentTarget }) => {
              onChange(currentTarget.checked ? [...names, name] : names.filter((other) => other !== name));
            }}
          />
        ))}
      </Stack>
    </Popover.Dropdown>
  </Popover>
);
