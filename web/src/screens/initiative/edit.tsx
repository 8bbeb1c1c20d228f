import { Button, Group, Modal, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { graphql } from '../../api/generated';
import type { InitiativeUpdateInput } from '../../api/generated/graphql';
import { useCommand, type UserError } from '../../api/queries';
import { MayDo } from '../../parts/may';
import { refusalOf, Refusals } from '../../parts/refusals';
import { INVESTMENT_CLASS, wordsOf } from '../../words/labels';
import classes from './initiative.module.css';
import type { Initiative } from './questions';

const UPDATE = graphql(`
  mutation UpdateInitiative($id: ID!, $input: InitiativeUpdateInput!) {
    initiativeUpdate(id: $id, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

type Fields = Required<Omit<InitiativeUpdateInput, 'expectedVersion'>>;

const fieldsOf = (initiative: Initiative): Fields => ({
  name: initiative.name,
  problem: initiative.problem,
  ownerId: initiative.owner.id,
  sponsorId: initiative.sponsor?.id ?? null,
  investmentClass: initiative.investmentClass,
  riskTier: initiative.riskTier,
  valueThesis: initiative.valueThesis,
  solutionType: initiative.solutionType ?? null,
  businessUnit: initiative.businessUnit ?? null,
  defaultCategoryKey: initiative.defaultCategoryKey ?? null,
});

/** Changes what is said of an initiative; only what was changed is sent, and never over somebody else's change. */
export const EditInitiative = ({ initiative }: { initiative: Initiative }) => {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <MayDo
        may={initiative.viewerCan.update}
        onClick={() => {
          setOpened(true);
        }}
      >
        Edit
      </MayDo>
      <Modal
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
        title={`Edit ${initiative.key}`}
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close' }}
        transitionProps={{ duration: 0 }}
      >
        <Form
          initiative={initiative}
          onDone={() => {
            setOpened(false);
          }}
        />
      </Modal>
    </>
  );
};

const Form = ({ initiative, onDone }: { initiative: Initiative; onDone: () => void }) => {
  const update = useCommand(UPDATE);
  const [base, setBase] = useState(initiative);
  const [fields, setFields] = useState(fieldsOf(initiative));
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const put = (changed: Partial<Fields>): void => {
    setFields((now) => ({ ...now, ...changed }));
  };
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const before: Readonly<Record<string, unknown>> = fieldsOf(base);
    const changed = Object.fromEntries(Object.entries(fields).filter(([name, value]) => before[name] !== value));
    const { initiativeUpdate } = await update.mutateAsync({
      id: initiative.id,
      input: { ...changed, expectedVersion: base.version },
    });
    setErrors(initiativeUpdate.userErrors);
    if (initiativeUpdate.userErrors.length === 0) {
      onDone();
    }
  };
  const isStale = errors.some(({ code }) => code === 'STALE_VERSION');
  const people = initiative.portfolio.members.map(({ user }) => ({ value: user.id, label: user.name }));
  const known = (person: Initiative['owner'] | null | undefined) =>
    person && !people.some(({ value }) => value === person.id) ? [{ value: person.id, label: person.name }] : [];
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Refusals of={errors} />
        {isStale && (
          <Button
            variant="default"
            onClick={() => {
              // What was typed stays; it is now a change of the newest state.
              setBase(initiative);
              setErrors([]);
            }}
          >
            Keep my text and change the newest version
          </Button>
        )}
        {update.error && <Refusals of={[{ code: 'FAILED', message: update.error.message }]} />}
        <TextInput
          label="Name"
          value={fields.name ?? ''}
          data-autofocus
          error={refusalOf(errors, 'name')}
          onChange={({ currentTarget }) => {
            put({ name: currentTarget.value });
          }}
        />
        <Textarea
          label="Problem"
          autosize
          minRows={3}
          value={fields.problem ?? ''}
          error={refusalOf(errors, 'problem')}
          onChange={({ currentTarget }) => {
            put({ problem: currentTarget.value });
          }}
        />
        <div className={classes.form}>
          <NativeSelect
            label="Owner"
            data={[...known(initiative.owner), ...people]}
            value={fields.ownerId ?? ''}
            error={refusalOf(errors, 'ownerId')}
            onChange={({ currentTarget }) => {
              put({ ownerId: currentTarget.value });
            }}
          />
          <NativeSelect
            label="Sponsor"
            data={[{ value: '', label: 'Nobody' }, ...known(initiative.sponsor), ...people]}
            value={fields.sponsorId ?? ''}
            error={refusalOf(errors, 'sponsorId')}
            onChange={({ currentTarget }) => {
              put({ sponsorId: currentTarget.value === '' ? null : currentTarget.value });
            }}
          />
          <NativeSelect
            label="Investment class"
            data={CLASSES.map((value) => ({ value, label: INVESTMENT_CLASS[value] }))}
            value={fields.investmentClass ?? ''}
            onChange={({ currentTarget }) => {
              put({ investmentClass: CLASSES.find((each) => each === currentTarget.value) ?? null });
            }}
          />
          <NativeSelect
            label="Risk tier"
            data={RISKS.map(told)}
            value={fields.riskTier ?? ''}
            onChange={({ currentTarget }) => {
              put({ riskTier: RISKS.find((each) => each === currentTarget.value) ?? null });
            }}
          />
          <NativeSelect
            label="What it is worth"
            data={THESES.map(told)}
            value={fields.valueThesis ?? ''}
            onChange={({ currentTarget }) => {
              put({ valueThesis: THESES.find((each) => each === currentTarget.value) ?? null });
            }}
          />
          <NativeSelect
            label="Type of solution"
            data={[{ value: '', label: 'Not said' }, ...TYPES.map(told)]}
            value={fields.solutionType ?? ''}
            onChange={({ currentTarget }) => {
              put({ solutionType: TYPES.find((each) => each === currentTarget.value) ?? null });
            }}
          />
          <TextInput
            label="Business unit"
            value={fields.businessUnit ?? ''}
            error={refusalOf(errors, 'businessUnit')}
            onChange={({ currentTarget }) => {
              put({ businessUnit: currentTarget.value === '' ? null : currentTarget.value });
            }}
          />
        </div>
        <Group justify="flex-end">
          <Button type="submit" loading={update.isPending}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

const CLASSES = ['CORE', 'ADJACENT', 'TRANSFORMATIONAL'] as const;
const RISKS = ['MINIMAL', 'LIMITED', 'HIGH'] as const;
const THESES = ['COST', 'EXPERIENCE', 'GROWTH', 'PRODUCTIVITY', 'RISK_REDUCTION'] as const;
const TYPES = ['AGENT', 'CHAT_ASSISTANT', 'DECISION_SERVICE', 'PLATFORM_CAPABILITY', 'WORKFLOW_EMBEDDED'] as const;
const told = (value: string) => ({ value, label: wordsOf(value) });
