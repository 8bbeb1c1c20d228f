import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { graphql } from '../../api/generated';
import { useCommand, type UserError } from '../../api/queries';
import { failureIn, refusalOf, Refusals } from '../../parts/refusals';
import type { Kpi } from './kpi-questions';

const MEASURE = graphql(`
  mutation Measure($measurements: [KpiMeasurementInput!]!) {
    kpiMeasurementsRecord(measurements: $measurements) {
      recorded
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** Records what was measured, by hand. */
export const MeasureDialog = ({ kpi, today, onClose }: { kpi: Kpi; today: string; onClose: () => void }) => {
  const measure = useCommand(MEASURE);
  const [value, setValue] = useState('');
  const [measuredOn, setMeasuredOn] = useState(today);
  const [source, setSource] = useState('by hand');
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const refused = await measure
      .mutateAsync({ measurements: [{ kpiId: kpi.id, value: value.trim(), measuredOn, source: source.trim() }] })
      .then(({ kpiMeasurementsRecord }): readonly UserError[] => kpiMeasurementsRecord.userErrors)
      .catch(failureIn);
    setErrors(refused);
    if (refused.length === 0) {
      onClose();
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Record a measurement of ${kpi.name}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <TextInput
            label={`Value, ${kpi.unit}`}
            required
            inputMode="decimal"
            data-autofocus
            value={value}
            error={refusalOf(errors, 'value')}
            onChange={({ currentTarget }) => {
              setValue(currentTarget.value);
            }}
          />
          <TextInput
            type="date"
            label="Measured on"
            required
            value={measuredOn}
            error={refusalOf(errors, 'measuredOn')}
            onChange={({ currentTarget }) => {
              setMeasuredOn(currentTarget.value);
            }}
          />
          <TextInput
            label="Source"
            required
            value={source}
            error={refusalOf(errors, 'source')}
            onChange={({ currentTarget }) => {
              setSource(currentTarget.value);
            }}
          />
          <Refusals of={errors} />
          <Group justify="flex-end">
            <Button type="submit" loading={measure.isPending}>
              Record
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
