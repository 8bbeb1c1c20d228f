import { Button, TextInput } from '@mantine/core';

interface NumberProps {
  readonly label: string;
  readonly value: number | null | undefined;
  readonly error: string | undefined;
  readonly description?: string;
  readonly onChange: (value: number | null) => void;
}

/** A whole number, or nothing. */
export const WholeNumber = ({ label, value, error, description, onChange }: NumberProps) => (
  <TextInput
    label={label}
    inputMode="numeric"
    value={value ?? ''}
    error={error}
    description={description}
    inputWrapperOrder={['label', 'input', 'description', 'error']}
    onChange={({ currentTarget }) => {
      const digits = currentTarget.value.replace(/\D/g, '').slice(0, 6);
      onChange(digits === '' ? null : Number(digits));
    }}
  />
);

interface PlaceProps {
  /** What is moved, for those who hear the buttons. */
  readonly what: string;
  readonly place: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Moves one of a list up and down, and takes it out. */
export const PlaceButtons = ({ what, place, count, onMove, onRemove }: PlaceProps) => (
  <>
    <Button
      size="xs"
      variant="default"
      disabled={place === 0}
      aria-label={`Move ${what} up`}
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
      aria-label={`Move ${what} down`}
      onClick={() => {
        onMove(1);
      }}
    >
      Down
    </Button>
    <Button size="xs" variant="default" disabled={count === 1} aria-label={`Remove ${what}`} onClick={onRemove}>
      Remove
    </Button>
  </>
);
