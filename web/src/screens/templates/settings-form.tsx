import { Checkbox, TextInput } from '@mantine/core';
import type { CriterionKind } from '../../api/generated/schema';
import type { UserError } from '../../api/queries';
import { errorAt } from './errors';
import { WholeNumber } from './fields';
import { SETTINGS, settingsOf, type Setting } from './settings';

interface Props {
  readonly kind: CriterionKind;
  readonly settings: unknown;
  readonly path: readonly (string | number)[];
  readonly errors: readonly UserError[];
  readonly onChange: (settings: Readonly<Record<string, unknown>>) => void;
}

/** The thresholds of a kind of criterion; nothing for a kind that takes none. */
export const SettingsForm = ({ kind, settings, path, errors, onChange }: Props) => {
  const given = settingsOf(settings);
  const set = (name: string, value: unknown): void => {
    const others = Object.entries(given).filter(([other]) => other !== name);
    onChange(Object.fromEntries(value === null || value === '' ? others : [...others, [name, value]]));
  };
  return (
    <>
      {(SETTINGS[kind] ?? []).map((setting) => (
        <Threshold
          key={setting.name}
          setting={setting}
          value={given[setting.name]}
          error={errorAt(errors, ...path, setting.name)}
          onChange={(value) => {
            set(setting.name, value);
          }}
        />
      ))}
      {errorAt(errors, ...path) !== undefined && (
        <p role="alert" className="tone-bad">
          {errorAt(errors, ...path)}
        </p>
      )}
    </>
  );
};

interface ThresholdProps {
  readonly setting: Setting;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
}

const Threshold = ({ setting: { label, is }, value, error, onChange }: ThresholdProps) => {
  switch (is) {
    case 'number':
      return (
        <WholeNumber label={label} value={typeof value === 'number' ? value : null} error={error} onChange={onChange} />
      );
    case 'flag':
      return (
        <Checkbox
          mt={30}
          label={label}
          checked={value !== false}
          error={error}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.checked);
          }}
        />
      );
    case 'text':
      return (
        <TextInput
          label={label}
          value={typeof value === 'string' ? value : ''}
          error={error}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
          }}
        />
      );
  }
};
