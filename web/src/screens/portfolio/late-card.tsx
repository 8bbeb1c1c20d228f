import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer, useCommand } from '../../api/queries';
import { Refusals } from '../../parts/refusals';
import { countOf, dayOf, decimalOf } from '../../words/format';
import { Card, Twin } from './card';
import { ACCEPT_LATE, LATE, REFUSE_LATE } from './questions-entries';
import type { Report } from './report';

/** Effort that came for days that were closed already: somebody takes it in or refuses it. Nothing where nothing waits. */
export const LateCard = ({ report }: { report: Report }) => {
  const { data } = useAnswer(LATE, { portfolioKey: report.portfolioKey });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const accept = useCommand(ACCEPT_LATE);
  const refuse = useCommand(REFUSE_LATE);
  const late = data?.portfolio?.lateEffort.nodes ?? [];
  const errors = [
    ...(accept.data?.effortLateAccept.userErrors ?? []),
    ...(refuse.data?.effortLateRefuse.userErrors ?? []),
  ];
  const failure = accept.error ?? refuse.error;
  if (late.length === 0) {
    return null;
  }
  const ids = late.map(({ id }) => id).filter((id) => chosen.includes(id));
  const settled = (given: readonly unknown[]): void => {
    if (given.length === 0) {
      setChosen([]);
      setReason('');
    }
  };
  return (
    <Card
      id="late"
      about="Late effort"
      title={`${countOf(late.length, 'entry waits', 'entries wait')} to be settled: their days are closed`}
      caption="Taken in, it counts in the figures of days that are out already; refused, it never counts."
      isWide
    >
      <Twin
        label="Late effort"
        head={['Day', 'Initiative', 'Who', 'From', 'Person-days']}
        texts={[1, 2, 3]}
        rows={late.map(({ id, workedOn, initiative, person, source, kind, personDays }) => ({
          key: id,
          cells: [
            <Checkbox
              key="day"
              label={dayOf(workedOn)}
              checked={chosen.includes(id)}
              disabled={!report.canSettle}
              onChange={({ currentTarget }) => {
                setChosen(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id));
              }}
            />,
            <Link key="initiative" to="/i/$initiativeKey" params={{ initiativeKey: initiative.key }}>
              {initiative.key} {initiative.name}
            </Link>,
            person ?? '–',
            kind === 'DELETE' ? `${source}: to be taken back` : source,
            decimalOf(personDays),
          ],
        }))}
      />
      {report.canSettle ? (
        <Group mt="sm" align="flex-end" className="no-print">
          <TextInput
            label="Reason"
            description="Needed to refuse"
            value={reason}
            onChange={({ currentTarget }) => {
              setReason(currentTarget.value);
            }}
          />
          <Button
            disabled={ids.length === 0}
            loading={accept.isPending}
            onClick={() => {
              accept.mutate(
                { portfolioKey: report.portfolioKey, ids, reason: reason || null },
                {
                  onSuccess: ({ effortLateAccept }) => {
                    settled(effortLateAccept.userErrors);
                  },
                },
              );
            }}
          >
            Take in {ids.length > 0 && ids.length}
          </Button>
          <Button
            variant="default"
            disabled={ids.length === 0}
            loading={refuse.isPending}
            onClick={() => {
              refuse.mutate(
                { portfolioKey: report.portfolioKey, ids, reason },
                {
                  onSuccess: ({ effortLateRefuse }) => {
                    settled(effortLateRefuse.userErrors);
                  },
                },
              );
            }}
          >
            Refuse {ids.length > 0 && ids.length}
          </Button>
        </Group>
      ) : (
        <p className="quiet">Settling it takes a program manager or an admin of this portfolio.</p>
      )}
      <Refusals of={errors} />
      {failure && (
        <div role="alert" className="tone-bad">
          {failure.message}
        </div>
      )}
    </Card>
  );
};
