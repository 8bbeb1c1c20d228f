import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConnectionFragment } from '../../api/generated/graphql';
import { TextLink } from '../../parts/links';
import { Listing } from '../../parts/listing';
import { Mark } from '../../parts/mark';
import { WhyNot } from '../../parts/permitted';
import rows from '../../parts/rows.module.css';
import { agoOf } from '../../words/format';
import { Connection } from './connection';
import { CreateConnection } from './create-connection';
import type { Right } from './integrations';
import { CONNECTION_STATUS, TOOL } from './words';

const HERE = '/p/$portfolioKey/integrations';

interface Props {
  readonly portfolioKey: string;
  readonly connections: readonly ConnectionFragment[];
  readonly manage: Right;
  readonly replay: Right;
}

/** The connections to ticketing tools and how each is doing; the one in the address with all its parts. */
export const Connections = ({ portfolioKey, connections, manage, replay }: Props) => {
  const { connection: opened } = useSearch({ from: HERE });
  const [creates, setCreates] = useState(false);
  const current = connections.find(({ id }) => id === opened);
  return (
    <>
      {current ? (
        <Connection portfolioKey={portfolioKey} connection={current} manage={manage} replay={replay} />
      ) : (
        <Listing
          title="Connections to ticketing tools"
          count={connections.length}
          about={<WhyNot of={manage} />}
          empty={
            manage.allowed
              ? 'No tool is connected. Create a connection, and enter its address and secret in the tool.'
              : 'No tool is connected.'
          }
          tools={
            manage.allowed && (
              <Button
                size="xs"
                onClick={() => {
                  setCreates(true);
                }}
              >
                Create a connection
              </Button>
            )
          }
        >
          {connections.map(({ id, name, tool, health, lastDeliveryAt, lastReconcileAt }) => (
            <li key={id} className={rows.row}>
              <div className={rows.main}>
                <TextLink to={HERE} params={{ portfolioKey }} search={{ tab: 'connections', connection: id }}>
                  {name}
                </TextLink>{' '}
                <span className="quiet">{TOOL[tool].word}</span>
                <div>{health.message}</div>
                <div className="quiet">
                  {lastDeliveryAt === null ? 'nothing received yet' : `last delivery ${agoOf(lastDeliveryAt)}`} ·{' '}
                  {lastReconcileAt === null ? 'never reconciled' : `reconciled ${agoOf(lastReconcileAt)}`}
                </div>
              </div>
              <div className={rows.side}>
                <Mark of={CONNECTION_STATUS[health.status]} />
              </div>
            </li>
          ))}
        </Listing>
      )}
      {creates && (
        <CreateConnection
          portfolioKey={portfolioKey}
          onClose={() => {
            setCreates(false);
          }}
        />
      )}
    </>
  );
};
