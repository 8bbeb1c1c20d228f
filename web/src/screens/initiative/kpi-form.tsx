import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { graphql } from '../../api/generated';
import { useCommand, type UserError } from '../../api/queries';
import { failureIn, refusalOf, Refusals } from '../../parts/refusals';
import { fieldsOf, inputOf, type KpiFields } from './kpi-draft';
import { KpiInputs } from './kpi-inputs';
import type { Kpi } from './kpi-questions';
import type { Initiative } from './questions';

const DEFINE = graphql(`
  mutation DefineKpi($initiativeId: ID!, $input: KpiDefineInput!) {
    kpiDefine(initiativeId: $initiativeId, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

const REVISE = graphql(`
  mutation ReviseKpi($id: ID!, $input: KpiDefineInput!, $reason: String!) {
    kpiRevise(id: $id, input: $input, reason: $reason) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

interface Props {
  readonly initiative: Initiative;
  /** The one that is revised; null defines a new one. */
  readonly kpi: Kpi | null;
  readonly onClose: () => void;
}

/** Defines a KPI, or revises one, which takes a reason. */
export const KpiDialog = ({ initiative, kpi, onClose }: Props) => {
  const define = useCommand(DEFINE);
  const revise = useCommand(REVISE);
  const [fields, setFields] = useState(fieldsOf(kpi, initiative));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const put = (changed: Partial<KpiFields>): void => {
    setFields({ ...fields, ...changed });
  };
  const send = async (): Promise<readonly UserError[]> => {
    const input = inputOf(fields);
    return kpi
      ? (await revise.mutateAsync({ id: kpi.id, input, reason: reason.trim() })).kpiRevise.userErrors
      : (await define.mutateAsync({ initiativeId: initiative.id, input })).kpiDefine.userErrors;
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const refused = await send().catch(failureIn);
    setErrors(refused);
    if (refused.length === 0) {
      onClose();
    }
  };
  const members = initiative.portfolio.members.map(({ user }) => ({ value: user.id, label: user.name }));
  const owner = kpi?.owner ?? initiative.owner;
  const people = members.some(({ value }) => value === owner.id)
    ? members
    : [{ value: owner.id, label: owner.name }, ...members];
  return (
    <Modal
      opened
      onClose={onClose}
      title={kpi ? `Revise ${kpi.name}` : 'Define a KPI'}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <KpiInputs fields={fields} errors={errors} people={people} onPut={put} />
          {kpi && (
            <Textarea
              label="Why it is revised"
              required
              autosize
              minRows={2}
              value={reason}
              error={refusalOf(errors, 'reason')}
              onChange={({ currentTarget }) => {
                setReason(currentTarget.value);
              }}
            />
          )}
          <Refusals of={errors} />
          <Group justify="flex-end">
            <Button type="submit" loading={define.isPending || revise.isPending}>
              {kpi ? 'Revise' : 'Define'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
