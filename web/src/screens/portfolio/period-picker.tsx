import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { dayIn, presetOf, presetPeriod, PRESETS, type Preset } from './period';
import classes from './portfolio.module.css';
import type { Report } from './report';

const WORDS: Readonly<Record<Preset, string>> = {
  'this-quarter': 'This quarter',
  'last-quarter': 'Last quarter',
  'year-to-date': 'Year to date',
};

/** The days a report is of and the day it is known as of; all of it is in the address. */
export const PeriodPicker = ({ report: { period, today, asOf, timeZone } }: { report: Report }) => {
  const navigate = useNavigate({ from: '/p/$portfolioKey' });
  const go = (change: { from?: string; to?: string; asOf?: string }): void => {
    void navigate({
      search: (before) => ({ ...before, ...change, after: undefined }),
      replace: true,
      resetScroll: false,
    });
  };
  const preset = presetOf(period, today);
  return (
    <div className={`${classes.period} no-print`}>
      <SegmentedControl
        size="xs"
        aria-label="Period"
        value={preset ?? 'custom'}
        data={[
          ...PRESETS.map((value) => ({ value, label: WORDS[value] })),
          ...(preset === null ? [{ value: 'custom', label: 'Own days' }] : []),
        ]}
        onChange={(value) => {
          const chosen = PRESETS.find((one) => one === value);
          if (chosen) {
            go(presetPeriod(chosen, today));
          }
        }}
      />
      <DayField
        label="From"
        day={period.from}
        max={period.to}
        onDay={(from) => {
          go({ from, to: period.to });
        }}
      />
      <DayField
        label="To"
        day={period.to}
        min={period.from}
        onDay={(to) => {
          go({ from: period.from, to });
        }}
      />
      <DayField
        label="As known at the end of"
        day={asOf === null ? '' : dayIn(asOf, timeZone)}
        max={today}
        onDay={(day) => {
          go({ asOf: day });
        }}
      />
      {asOf !== null && (
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            go({ asOf: undefined });
          }}
        >
          As of now
        </Button>
      )}
    </div>
  );
};

const DayField = ({
  label,
  day,
  min,
  max,
  onDay,
}: {
  label: string;
  day: string;
  min?: string;
  max?: string;
  onDay: (day: string) => void;
}) => (
  <TextInput
    key={day}
    type="date"
    size="xs"
    label={label}
    defaultValue={day}
    min={min}
    max={max}
    // On leaving the field: while a day is typed it is a day of the year 2, and of 20, and of 202.
    onBlur={({ currentTarget }) => {
      if (currentTarget.value !== '' && currentTarget.value !== day && currentTarget.validity.valid) {
        onDay(currentTarget.value);
      }
    }}
    onKeyDown={({ key, currentTarget }) => {
      if (key === 'Enter') {
        currentTarget.blur();
      }
    }}
  />
);
