import { Button, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { graphql } from '../../api/generated';
import type { TicketsOfQuery } from '../../api/generated/graphql';
import { useList } from '../../api/pages';
import { useAnswer, useCommand, type UserError } from '../../api/queries';
import { Confirm } from '../../parts/confirm';
import { Answered } from '../../parts/answered';
import { MayDo } from '../../parts/may';
import { More } from '../../parts/more';
import { failureIn, refusalOf, Refusals } from '../../parts/refusals';
import { percentOf } from '../../words/format';
import { wordsOf } from '../../words/labels';
import { TOOL } from '../integrations/words';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';
import { nameOfCriterion, type Initiative } from './questions';

const TICKETS = graphql(`
  query TicketsOf($id: ID!, $after: String) {
    initiative(id: $id) {
      tickets(first: 50, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          connectionId
          key
          title
          url
          tool
          statusCategory
          statusName
          deleted
          links {
            sharePercent
            criterionKeys
            initiative {
              id
            }
          }
        }
      }
    }
  }
`);

const CONNECTIONS = graphql(`
  query ConnectionsOf($portfolioKey: String!) {
    portfolio(key: $portfolioKey) {
      integrationConnections {
        id
        name
        tool
      }
    }
  }
`);

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

const UNLINK = graphql(`
  mutation UnlinkTicket($initiativeId: ID!, $input: TicketUnlinkInput!) {
    ticketUnlink(initiativeId: $initiativeId, input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

interface Connection {
  readonly id: string;
  readonly name: string;
  readonly tool: string;
}

type Ticket = NonNullable<TicketsOfQuery['initiative']>['tickets']['nodes'][number];

/** The tickets that count for an initiative and its criteria. */
const TicketsTab = ({ initiative }: TabProps) => {
  const { answer, more } = useList(TICKETS, { id: initiative.id }, (told) => told?.initiative?.tickets);
  const { data } = useAnswer(CONNECTIONS, { portfolioKey: initiative.portfolio.key });
  const connections = data?.portfolio?.integrationConnections ?? [];
  return (
    <Stack gap="md">
      <Answered to={answer}>
        {(tickets) =>
          tickets.length === 0 ? (
            <p className="quiet">No ticket is linked. Link one below, or by its key in the tool.</p>
          ) : (
            <section className={`card ${classes.panel}`} aria-label="Tickets">
              <ul className={classes.rows}>
                {tickets.map((ticket) => (
                  <Row key={ticket.id} of={ticket} initiative={initiative} connections={connections} />
                ))}
              </ul>
              <More {...more} of="tickets" />
            </section>
          )
        }
      </Answered>
      {data && <LinkForm initiative={initiative} connections={connections} />}
    </Stack>
  );
};

interface RowProps {
  readonly of: Ticket;
  readonly initiative: Initiative;
  readonly connections: readonly Connection[];
}

const Row = ({ of, initiative, connections }: RowProps) => {
  const { key, title, url, tool, statusCategory, statusName, deleted } = of;
  const link = of.links.find((each) => each.initiative.id === initiative.id);
  const isDone = statusCategory === 'DONE';
  // Two sites of one tool may know the same key.
  const connection = connections.find(({ id }) => id === of.connectionId);
  const word = tool === 'GENERIC' ? 'another tool' : TOOL[tool].word;
  const place = connection ? `${word} (${connection.name})` : word;
  return (
    <li className={classes.row}>
      <span className={`glyph ${isDone ? 'tone-good' : 'tone-none'}`} aria-hidden="true">
        {isDone ? '✓' : '○'}
      </span>
      <div className={classes.rowBody}>
        <span>
          {url === null ? (
            key
          ) : (
            <a href={url} rel="noreferrer noopener" target="_blank">
              {key}
            </a>
          )}{' '}
          {title}
        </span>
        <span className={`quiet ${classes.small}`}>
          {place} · {percentOf(link?.sharePercent)} of it
          {link &&
            link.criterionKeys.length > 0 &&
            ` · for ${link.criterionKeys.map((each) => nameOfCriterion(initiative, each)).join(', ')}`}
          {deleted && ' · deleted in its tool'}
        </span>
        <div className={classes.actions}>
          <Unlink ticket={of} place={place} initiative={initiative} />
        </div>
      </div>
      <span className={classes.status}>{statusName ?? wordsOf(statusCategory)}</span>
    </li>
  );
};

/** Asks first: criteria and effort lose what the ticket brought them. */
const Unlink = ({ ticket, place, initiative }: { ticket: Ticket; place: string; initiative: Initiative }) => {
  const unlink = useCommand(UNLINK);
  const [asks, setAsks] = useState(false);
  const input = { connectionId: ticket.connectionId, ticketKey: ticket.key };
  return (
    <>
      <MayDo
        may={initiative.viewerCan.linkTicket}
        size="compact-sm"
        aloud={`${ticket.key} of ${place}`}
        onClick={() => {
          setAsks(true);
        }}
      >
        Unlink
      </MayDo>
      {asks && (
        <Confirm
          title={`Unlink ${ticket.key} of ${place}?`}
          verb="Unlink"
          busy={unlink.isPending}
          errors={unlink.data?.ticketUnlink.userErrors ?? []}
          failure={unlink.error}
          onConfirm={() => {
            unlink.mutate(
              { initiativeId: initiative.id, input },
              {
                onSuccess: ({ ticketUnlink }) => {
                  setAsks(ticketUnlink.userErrors.length > 0);
                },
              },
            );
          }}
          onClose={() => {
            setAsks(false);
          }}
        >
          It counts no more for {initiative.key}: neither for its criteria nor for its effort. In {place} nothing
          changes, and it can be linked again.
        </Confirm>
      )}
    </>
  );
};

const LinkForm = ({ initiative, connections }: { initiative: Initiative; connections: readonly Connection[] }) => {
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

export default TicketsTab;
