import { Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CriterionDefinitionInput, RiskTier } from '../../api/generated/schema';
import type { UserError } from '../../api/queries';
import { CRITERION_KIND, wordsOf } from '../../words/labels';
import { errorAt, hasErrorIn } from './errors';
import { PlaceButtons, WholeNumber } from './fields';
import { SettingsForm } from './settings-form';
import classes from './templates.module.css';

const TIERS: readonly RiskTier[] = ['MINIMAL', 'LIMITED', 'HIGH'];
const isKind = (text: string): text is keyof typeof CRITERION_KIND => Object.hasOwn(CRITERION_KIND, text);

interface Props {
  readonly criterion: CriterionDefinitionInput;
  readonly place: number;
  readonly count: number;
  readonly path: readonly (string | number)[];
  readonly errors: readonly UserError[];
  readonly onChange: (criterion: CriterionDefinitionInput) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One criterion of the draft, folded until it is looked at; one that is wrong is open. */
export const CriterionForm = ({ criterion, place, count, path, errors, onChange, onMove, onRemove }: Props) => {
  const [isOpened, setIsOpened] = useState(criterion.name === '');
  const isWrong = hasErrorIn(errors, ...path);
  const errorOf = (field: string): string | undefined => errorAt(errors, ...path, field);
  const what = criterion.name === '' ? `criterion ${String(place + 1)}` : criterion.name;
  const tiers = criterion.riskTiers ?? TIERS;
  return (
    <details
      className={classes.criterion}
      open={isOpened || isWrong}
      onToggle={({ currentTarget }) => {
        setIsOpened(currentTarget.open);
      }}
    >
      <summary>
        <strong>{what}</strong>{' '}
        <span className="quiet">
          {CRITERION_KIND[criterion.kind]} · {criterion.weight === 'SHOULD_MEET' ? 'should be met' : 'must be met'}
          {criterion.veto === true && ' · veto'}
        </span>
        {isWrong && <span className="tone-bad"> ✕ to be mended</span>}
      </summary>
      <div className={classes.fields} style={{ marginTop: 12 }}>
        <TextInput
          label="Name of the criterion"
          value={criterion.name}
          error={errorOf('name')}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...criterion, name: value });
          }}
        />
        <TextInput
          label="Key of the criterion"
          value={criterion.key}
          error={errorOf('key')}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ...criterion, key: value });
          }}
        />
        <NativeSelect
          label="Looks at"
          value={criterion.kind}
          error={errorOf('kind')}
          data={Object.entries(CRITERION_KIND).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) => {
            // The thresholds are of the kind: those of the one before are none of this one.
            onChange({ ...criterion, kind: isKind(value) ? value : criterion.kind, settings: {} });
          }}
        />
        <NativeSelect
          label="Weight"
          value={criterion.weight ?? 'MUST_MEET'}
          error={errorOf('weight')}
          data={[
            { value: 'MUST_MEET', label: 'Must be met' },
            { value: 'SHOULD_MEET', label: 'Should be met' },
          ]}
          onChange={({ currentTarget: { value } }) => {
            const weight = value === 'SHOULD_MEET' ? 'SHOULD_MEET' : 'MUST_MEET';
            onChange({ ...criterion, weight, veto: weight === 'MUST_MEET' && criterion.veto === true });
          }}
        />
        <WholeNumber
          label="Holds for days"
          description="Empty: for good."
          value={criterion.validForDays}
          error={errorOf('validForDays')}
          onChange={(validForDays) => {
            onChange({ ...criterion, validForDays });
          }}
        />
        <SettingsForm
          kind={criterion.kind}
          settings={criterion.settings}
          path={[...path, 'settings']}
          errors={errors}
          onChange={(settings) => {
            onChange({ ...criterion, settings });
          }}
        />
      </div>
      <Textarea
        mt="sm"
        label="Guidance"
        description="What is expected, in plain words."
        autosize
        minRows={2}
        value={criterion.guidance}
        error={errorOf('guidance')}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ...criterion, guidance: value });
        }}
      />
      <Textarea
        mt="sm"
        label="Example of good evidence"
        autosize
        minRows={1}
        value={criterion.example ?? ''}
        error={errorOf('example')}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ...criterion, example: value === '' ? null : value });
        }}
      />
      <Group mt="sm" gap="lg">
        <Checkbox
          label="Veto: no condition can cover it"
          checked={criterion.veto === true}
          disabled={criterion.weight === 'SHOULD_MEET'}
          error={errorOf('veto')}
          onChange={({ currentTarget: { checked } }) => {
            onChange({ ...criterion, veto: checked });
          }}
        />
        <Checkbox.Group
          label="Asked of risk"
          value={[...tiers]}
          error={errorOf('riskTiers')}
          onChange={(chosen) => {
            const next = TIERS.filter((tier) => chosen.includes(tier));
            onChange({ ...criterion, riskTiers: next.length === TIERS.length ? null : next });
          }}
        >
          <Group gap="md" mt={4}>
            {TIERS.map((tier) => (
              <Checkbox key={tier} value={tier} label={wordsOf(tier)} />
            ))}
          </Group>
        </Checkbox.Group>
      </Group>
      <Group gap="xs" mt="sm">
        <PlaceButtons what={what} place={place} count={count} onMove={onMove} onRemove={onRemove} />
      </Group>
    </details>
  );
};
