import { Button, NativeSelect, TextInput, Title } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { graphql } from '../../api/generated';
import { useCommand, type UserError } from '../../api/queries';
import { failureIn, refusalOf, Refusals } from '../../parts/refusals';
import classes from './initiative.module.css';
import type { Initiative } from './questions';

const LINK = graphql(`
  mutation LinkTicket($initiativeId: ID!, $input: TicketLinkInput!) {
    ticketLink(initiativeId: $initiativeId, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

/** A connection as a ticket is found by it. */
export interface Connection {
  readonly id: string;
  readonly name: string;
  readonly tool: string;
}

/** Links a ticket by its key in the tool, for a criterion or for effort only. */
export const LinkForm = ({
  initiative,
  connections,
}: {
  initiative: Initiative;
  connections: readonly Connection[];
}) => {
  const link = useCommand(LINK);
  const [connectionId, setConnection] = useState('');
  const [ticketKey, setKey] = useState('');
  const [criterionKey, setCriterion] = useState('');
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const may = initiative.viewerCan.linkTicket;
  const criteria = initiative.template.stages
    .flatMap(({ exitGate }) => exitGate?.criteria ?? [])
    .filter(({ kind }) => kind === 'TICKETS_DONE');
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const refused = await link
      .mutateAsync({
        initiativeId: initiative.id,
        input: {
          connectionId: connectionId === '' ? (connections[0]?.id ?? '') : connectionId,
          ticketKey: ticketKey.trim(),
          criterionKey: criterionKey === '' ? null : criterionKey,
        },
      })
      .then(({ ticketLink }): readonly UserError[] => ticketLink.userErrors)
      .catch(failureIn);
    setErrors(refused);
    if (refused.length === 0) {
      setKey('');
    }
  };
  if (connections.length === 0) {
    return <p className="quiet">The portfolio has no connection to a ticket tool yet; an admin can make one.</p>;
  }
  return (
    <section className={`card ${classes.panel}`}>
      <Title order={2} size="h5">
        Link a ticket
      </Title>
      {!may.allowed && <p>{may.reason}</p>}
      <form onSubmit={(event) => void submit(event)}>
        <div className={classes.form}>
          <NativeSelect
            label="Connection"
            data={connections.map(({ id, name }) => ({ value: id, label: name }))}
            value={connectionId}
            onChange={({ currentTarget }) => {
              setConnection(currentTarget.value);
            }}
          />
          <TextInput
            label="Key of the ticket"
            required
            value={ticketKey}
            error={refusalOf(errors, 'ticketKey')}
            onChange={({ currentTarget }) => {
              setKey(currentTarget.value);
            }}
          />
          <NativeSelect
            label="For a criterion"
            data={[
              { value: '', label: 'None, for effort only' },
              ...criteria.map(({ key, name }) => ({ value: key, label: name })),
            ]}
            value={criterionKey}
            error={refusalOf(errors, 'criterionKey')}
            onChange={({ currentTarget }) => {
              setCriterion(currentTarget.value);
            }}
          />
          <Button
            type="submit"
            variant="default"
            loading={link.isPending}
            disabled={!may.allowed}
            style={{ alignSelf: 'end' }}
          >
            Link
          </Button>
        </div>
      </form>
      <Refusals of={errors} />
    </section>
  );
};
