import { Button, NativeSelect, Stack, TextInput, Title } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { graphql } from '../../api/generated';
import { useAnswer, useCommand, type UserError } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { MayDo } from '../../parts/may';
import { failureIn, refusalOf, Refusals } from '../../parts/refusals';
import { percentOf } from '../../words/format';
import { wordsOf } from '../../words/labels';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';
import { nameOfCriterion, type Initiative } from './questions';

const TICKETS = graphql(`
  query TicketsOf($id: ID!, $portfolioKey: String!) {
    initiative(id: $id) {
      tickets(first: 100) {
        nodes {
          id
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

/** The tickets that count for an initiative and its criteria. */
const TicketsTab = ({ initiative }: TabProps) => {
  const answer = useAnswer(TICKETS, { id: initiative.id, portfolioKey: initiative.portfolio.key });
  const unlink = useCommand(UNLINK);
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const drop = async (ticketKey: string, tool: string, connections: readonly Connection[]): Promise<void> => {
    const connection = connections.find((each) => each.tool === tool);
    setErrors(
      await unlink
        .mutateAsync({ initiativeId: initiative.id, input: { connectionId: connection?.id ?? '', ticketKey } })
        .then(({ ticketUnlink }): readonly UserError[] => ticketUnlink.userErrors)
        .catch(failureIn),
    );
  };
  return (
    <Answered to={answer}>
      {({ initiative: found, portfolio }) => {
        const connections = portfolio?.integrationConnections ?? [];
        const tickets = found?.tickets.nodes ?? [];
        return (
          <Stack gap="md">
            <Refusals of={errors} />
            {tickets.length === 0 ? (
              <p className="quiet">No ticket is linked. Link one below, or by its key in the tool.</p>
            ) : (
              <section className={`card ${classes.panel}`} aria-label="Tickets">
                <ul className={classes.rows}>
                  {tickets.map(({ id, key, title, url, tool, statusCategory, statusName, links, deleted }) => {
                    const link = links.find((each) => each.initiative.id === initiative.id);
                    const isDone = statusCategory === 'DONE';
                    return (
                      <li key={id} className={classes.row}>
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
                            {wordsOf(tool)} · {percentOf(link?.sharePercent)} of it
                            {link &&
                              link.criterionKeys.length > 0 &&
                              ` · for ${link.criterionKeys.map((each) => nameOfCriterion(initiative, each)).join(', ')}`}
                            {deleted && ' · deleted in its tool'}
                          </span>
                          <div className={classes.actions}>
                            <MayDo
                              may={initiative.viewerCan.linkTicket}
                              size="compact-sm"
                              aloud={key}
                              onClick={() => void drop(key, tool, connections)}
                            >
                              Unlink
                            </MayDo>
                          </div>
                        </div>
                        <span className={classes.status}>{statusName ?? wordsOf(statusCategory)}</span>
                      </li>
                    );
                  })}
                </ul>
              </section>
            )}
            <LinkForm initiative={initiative} connections={connections} />
          </Stack>
        );
      }}
    </Answered>
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
