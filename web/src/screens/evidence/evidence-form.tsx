import { Button, Group, Stack, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { graphql } from '../../api/generated';
import { useCommand, type UserError } from '../../api/queries';
import { failureIn, Refusals } from '../../parts/refusals';
import classes from '../initiative/initiative.module.css';
import { useKpis } from '../initiative/kpi-questions';
import type { Initiative } from '../initiative/questions';
import { emptyDraft, emptyValues, gapsIn, inputOf, type Draft, type Values } from './draft';
import type { EvidenceForm, Rows } from './fields';
import { FormField } from './form-field';

const SUBMIT = graphql(`
  mutation SubmitEvidence($initiativeId: ID!, $criterionKey: String!, $input: EvidenceInput!) {
    evidenceSubmit(initiativeId: $initiativeId, criterionKey: $criterionKey, input: $input) {
      evidence {
        id
        status
      }
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
  readonly criterion: { readonly key: string; readonly name: string };
  readonly form: EvidenceForm;
  readonly onTyped: (typed: boolean) => void;
  readonly onDone: () => void;
}

export const HandIn = ({ initiative, criterion, form, onTyped, onDone }: Props) => {
  const submit = useCommand(SUBMIT);
  const { data } = useKpis(initiative.id);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(form, initiative.portfolio.today));
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const may = initiative.viewerCan.submitEvidence;
  const put = (changed: Partial<Draft>): void => {
    setDraft((now) => ({ ...now, ...changed }));
    onTyped(true);
  };
  const send = async (): Promise<void> => {
    const gaps = gapsIn(form, draft);
    setErrors(gaps);
    if (gaps.length > 0 || !may.allowed || submit.isPending) {
      return;
    }
    const refused = await submit
      .mutateAsync({ initiativeId: initiative.id, criterionKey: criterion.key, input: inputOf(form, draft) })
      .then(({ evidenceSubmit }): readonly UserError[] => evidenceSubmit.userErrors)
      .catch(failureIn);
    setErrors(refused);
    if (refused.length === 0) {
      notifications.show({
        color: 'teal',
        title: 'Handed in',
        message: `${criterion.name}: somebody else reviews it now.`,
        closeButtonProps: { 'aria-label': 'Close' },
      });
      onDone();
    }
  };
  const errorAt = (...path: string[]): string | undefined =>
    errors.find(({ field }) => field?.join('.') === ['input', form.input, ...path].join('.'))?.message;
  const kpis = data?.initiative?.kpis ?? [];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void send();
        }
      }}
    >
      <Stack gap="md">
        {!may.allowed && <p style={{ margin: 0 }}>{may.reason}</p>}
        <div className={classes.form}>
          {form.fields.map((field) => (
            <FormField
              key={field.name}
              of={field}
              value={draft.values[field.name]}
              error={errorAt(field.name)}
              kpis={kpis}
              onChange={(value) => {
                put({ values: { ...draft.values, [field.name]: value } });
              }}
            />
          ))}
        </div>
        {form.rows && (
          <RowsOf
            rows={form.rows}
            today={initiative.portfolio.today}
            values={draft.rows}
            errorAt={errorAt}
            kpis={kpis}
            onChange={(rows) => {
              put({ rows });
            }}
          />
        )}
        <Refusals of={errors} title="Not handed in" />
        <Group justify="flex-end">
          <Button type="submit" loading={submit.isPending} disabled={!may.allowed}>
            Hand in
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

interface RowsProps {
  readonly rows: Rows;
  readonly today: string;
  readonly values: readonly Values[];
  readonly errorAt: (...path: string[]) => string | undefined;
  readonly kpis: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (values: readonly Values[]) => void;
}

const RowsOf = ({ rows, today, values, errorAt, kpis, onChange }: RowsProps) => (
  <Stack gap="sm" role="group" aria-label={rows.many}>
    <Title order={3} size="h5">
      {rows.many}
    </Title>
    {values.map((row, index) => {
      const nth = `${rows.one} ${String(index + 1)}`;
      return (
        <div key={index} className={`card ${classes.panel}`}>
          <div className={classes.form}>
            {rows.fields.map((field) => (
              <FormField
                key={field.name}
                of={field}
                before={`${nth}: `}
                value={row[field.name]}
                error={errorAt(rows.name, String(index), field.name)}
                kpis={kpis}
                onChange={(value) => {
                  onChange(values.map((each, at) => (at === index ? { ...each, [field.name]: value } : each)));
                }}
              />
            ))}
            <Button
              variant="default"
              size="compact-sm"
              style={{ alignSelf: 'end', justifySelf: 'start' }}
              aria-label={`Remove ${nth.toLowerCase()}`}
              onClick={() => {
                onChange(values.filter((_, at) => at !== index));
              }}
            >
              Remove
            </Button>
          </div>
        </div>
      );
    })}
    <Button
      variant="default"
      size="xs"
      style={{ alignSelf: 'start' }}
      onClick={() => {
        onChange([...values, emptyValues(rows.fields, today)]);
      }}
    >
      {`Add: ${rows.one.toLowerCase()}`}
    </Button>
  </Stack>
);
