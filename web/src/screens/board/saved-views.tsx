import { ActionIcon, Button, Group, Popover, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './board.module.css';
import type { Search } from './view';

interface SavedView {
  readonly name: string;
  readonly search: Search;
}

const placeOf = (portfolioKey: string): string => `tollgate-views-${portfolioKey}`;

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';

const isSaved = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'search' in value &&
  typeof value.search === 'object' &&
  value.search !== null &&
  Object.values(value.search).every(isText);

const savedOf = (portfolioKey: string): SavedView[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(placeOf(portfolioKey)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSaved) : [];
  } catch {
    return [];
  }
};

interface Props {
  readonly portfolioKey: string;
  readonly search: Search;
  readonly onOpen: (search: Search) => void;
}

/** Views under names of their own, kept in this browser: each is an address. */
export const SavedViews = ({ portfolioKey, search, onOpen }: Props) => {
  const [views, setViews] = useState(() => savedOf(portfolioKey));
  const [name, setName] = useState('');
  const [isOpen, setOpen] = useState(false);
  const keep = (next: SavedView[]) => {
    localStorage.setItem(placeOf(portfolioKey), JSON.stringify(next));
    setViews(next);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          Saved views
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Saved views">
        <Stack gap="xs">
          {views.length === 0 && (
            <span className="quiet">None yet. A view is its filters, its order and its kind.</span>
          )}
          {views.map((view) => (
            <Group key={view.name} justify="space-between" wrap="nowrap">
              <button
                type="button"
                className={classes.order}
                onClick={() => {
                  setOpen(false);
                  onOpen(view.search);
                }}
              >
                {view.name}
              </button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={`Forget ${view.name}`}
                onClick={() => {
                  keep(views.filter((other) => other.name !== view.name));
                }}
              >
                <span aria-hidden="true">✕</span>
              </ActionIcon>
            </Group>
          ))}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const called = name.trim();
              if (called !== '') {
                keep([...views.filter((other) => other.name !== called), { name: called, search }]);
                setName('');
              }
            }}
          >
            <Group gap="xs" align="end" wrap="nowrap">
              <TextInput
                size="xs"
                label="Save this view as"
                value={name}
                maxLength={60}
                onChange={({ currentTarget }) => {
                  setName(currentTarget.value);
                }}
              />
              <Button type="submit" size="xs" variant="default">
                Save
              </Button>
            </Group>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
