import { Stack } from '@mantine/core';
import { graphql } from '../../api/generated';
import type { TicketsOfQuery } from '../../api/generated/graphql';
import { useList } from '../../api/pages';
import { useAnswer } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { More } from '../../parts/more';
import { percentOf } from '../../words/format';
import { wordsOf } from '../../words/labels';
import { TOOL } from '../integrations/words';
import classes from './initiative.module.css';
import type { TabProps } from './initiative';
import { LinkForm, type Connection } from './link-ticket';
import { nameOfCriterion, type Initiative } from './questions';
import { Unlink } from './unlink-ticket';

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
            <p className="quiet">
              No ticket is linked.
              {data && connections.length > 0 && ' Link one below, or by its key in the tool.'}
            </p>
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

export default TicketsTab;
