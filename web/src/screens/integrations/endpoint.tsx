import { Button } from '@mantine/core';
import { useState } from 'react';
import type { EndpointFragment } from '../../api/generated/graphql';
import { useCommand } from '../../api/queries';
import { Confirm, failuresOf } from '../../parts/confirm';
import { Mark } from '../../parts/mark';
import { Refusals } from '../../parts/refusals';
import rows from '../../parts/rows.module.css';
import { ShownOnce } from '../../parts/shown-once';
import { countOf, momentOf } from '../../words/format';
import { Messages } from './messages';
import { PING, ROTATE_ENDPOINT, UPDATE_ENDPOINT } from './webhooks-queries';
import { EVENT, FORMAT } from './words';

/** One receiver: how it is doing, what it is told, and what may be done with it. */
export const Endpoint = ({ endpoint }: { endpoint: EndpointFragment }) => {
  const [shows, setShows] = useState(false);
  const [rotates, setRotates] = useState(false);
  const ping = useCommand(PING);
  const update = useCommand(UPDATE_ENDPOINT);
  const { id, url, format, events, enabled, notice, pendingMessages } = endpoint;
  const pinged = ping.data?.webhookEndpointPing;
  return (
    <li className={rows.row}>
      <div className={rows.main}>
        <strong>{url}</strong> <span className="quiet">{FORMAT[format]}</span>
        <div className="quiet">{events.map((event) => EVENT[event]).join(' · ')}</div>
        {notice !== null && <div className="tone-bad">{notice}</div>}
        {pendingMessages > 0 && <div>{countOf(pendingMessages, 'message')} wait for it.</div>}
      </div>
      <div className={rows.side}>
        <Standing of={endpoint} />
        <Button
          size="xs"
          variant="default"
          loading={ping.isPending}
          onClick={() => {
            ping.mutate({ id });
          }}
        >
          Ping
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setRotates(true);
          }}
        >
          Rotate the secret
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={update.isPending}
          onClick={() => {
            update.mutate({ id, input: { enabled: !enabled } });
          }}
        >
          {enabled ? 'Disable' : 'Enable'}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-expanded={shows}
          onClick={() => {
            setShows(!shows);
          }}
        >
          Messages
        </Button>
      </div>
      <div role="status" style={{ flexBasis: '100%' }}>
        {pinged && pinged.userErrors.length === 0 && (
          <Mark
            quiet
            of={
              pinged.delivered === true
                ? {
                    word: `Answered ${String(pinged.status)} in ${String(pinged.durationMs)} ms`,
                    glyph: '✓',
                    tone: 'good',
                  }
                : {
                    word: pinged.error ?? `Answered ${String(pinged.status)}, which is no success`,
                    glyph: '■',
                    tone: 'bad',
                  }
            }
          />
        )}
      </div>
      <Refusals
        of={[
          ...(pinged?.userErrors ?? []),
          ...(update.data?.webhookEndpointUpdate.userErrors ?? []),
          ...failuresOf(ping.error ?? update.error),
        ]}
      />
      {shows && <Messages id={id} />}
      {rotates && (
        <Rotate
          endpoint={endpoint}
          onClose={() => {
            setRotates(false);
          }}
        />
      )}
    </li>
  );
};

const Standing = ({ of: { enabled, disabledReason, failingSince } }: { of: EndpointFragment }) => {
  if (!enabled) {
    const why = { BY_HAND: 'Disabled by hand', FAILING: 'Disabled: it failed for five days', GONE: 'Disabled: gone' };
    return <Mark of={{ word: disabledReason === null ? 'Disabled' : why[disabledReason], glyph: '–', tone: 'none' }} />;
  }
  return failingSince === null ? (
    <Mark of={{ word: 'Works', glyph: '●', tone: 'good' }} />
  ) : (
    <Mark of={{ word: `Fails since ${momentOf(failingSince)}`, glyph: '■', tone: 'bad' }} />
  );
};

const Rotate = ({ endpoint: { id, url }, onClose }: { endpoint: EndpointFragment; onClose: () => void }) => {
  const rotate = useCommand(ROTATE_ENDPOINT);
  const made = rotate.data?.webhookEndpointRotateSecret;
  return typeof made?.secret === 'string' ? (
    <ShownOnce title="New secret" label="Secret of its messages" secret={made.secret} onClose={onClose} />
  ) : (
    <Confirm
      title="Rotate the secret?"
      verb="Rotate"
      busy={rotate.isPending}
      errors={made?.userErrors ?? []}
      failure={rotate.error}
      onClose={onClose}
      onConfirm={() => {
        rotate.mutate({ id });
      }}
    >
      Messages to {url} are signed by the old secret and the new one for a while, so that the receiver can change over.
    </Confirm>
  );
};
