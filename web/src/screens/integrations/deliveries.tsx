import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConnectionFragment, DeliveriesQuery } from '../../api/generated/graphql';
import { nextOf, usePages } from '../../api/pages';
import { useCommand } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { AskText } from '../../parts/ask-text';
import { Confirm, failuresOf } from '../../parts/confirm';
import { Listing } from '../../parts/listing';
import { Mark } from '../../parts/mark';
import { More } from '../../parts/more';
import { WhyNot } from '../../parts/permitted';
import { Refusals } from '../../parts/refusals';
import rows from '../../parts/rows.module.css';
import { countOf, momentOf } from '../../words/format';
import type { Right } from './integrations';
import { DELIVERIES, DISMISS_DELIVERY, REPLAY_DELIVERIES, REPLAY_DELIVERY } from './queries';
import { choicesOf, DELIVERY_STATUS, nameIn } from './words';

const HERE = '/p/$portfolioKey/integrations';
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

interface Props {
  readonly portfolioKey: string;
  readonly connection: ConnectionFragment;
  readonly replay: Right;
}

/** What the tool sent, the newest first, with the reason why each stands where it does. */
export const Deliveries = ({ portfolioKey, connection, replay }: Props) => {
  const { status } = useSearch({ from: HERE });
  const navigate = useNavigate();
  const wanted = nameIn(DELIVERY_STATUS, status);
  const answer = usePages(
    DELIVERIES,
    { connectionId: connection.id, status: wanted },
    (found) => found?.inboundDeliveries,
  );
  const [all, setAll] = useState(false);
  const trouble = connection.health.failed + connection.health.quarantined;
  const filter = (
    <NativeSelect
      size="xs"
      aria-label="Status of deliveries"
      value={wanted ?? ''}
      data={[{ value: '', label: 'All' }, ...choicesOf(DELIVERY_STATUS)]}
      onChange={({ currentTarget }) =>
        void navigate({
          to: HERE,
          params: { portfolioKey },
          search: { tab: 'connections', connection: connection.id, status: currentTarget.value || undefined },
          replace: true,
        })
      }
    />
  );
  return (
    <Answered to={answer}>
      {({ nodes }) => (
        <>
          <Listing
            title="Deliveries"
            about={<WhyNot of={replay} />}
            more={<More onMore={nextOf(answer)} busy={answer.isFetchingNextPage} of="deliveries" />}
            empty={wanted === null ? 'Nothing was received yet.' : 'None of this status.'}
            tools={
              <>
                {filter}
                {replay.allowed && trouble > 0 && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      setAll(true);
                    }}
                  >
                    Replay all that failed
                  </Button>
                )}
              </>
            }
          >
            {nodes.map((delivery) => (
              <Line key={delivery.id} delivery={delivery} canReplay={replay.allowed} />
            ))}
          </Listing>
          {all && (
            <ReplayAll
              connection={connection}
              onClose={() => {
                setAll(false);
              }}
            />
          )}
        </>
      )}
    </Answered>
  );
};

type Delivery = DeliveriesQuery['inboundDeliveries']['nodes'][number];

const Line = ({ delivery, canReplay }: { delivery: Delivery; canReplay: boolean }) => {
  const replay = useCommand(REPLAY_DELIVERY);
  const dismiss = useCommand(DISMISS_DELIVERY);
  const { id, eventName, deliveryKey, status, reason, receivedAt, attempts, repetitions, isContentKept, dismissedAt } =
    delivery;
  const isOpen = (status === 'FAILED' || status === 'QUARANTINED') && dismissedAt === null;
  return (
    <li className={rows.row}>
      <div className={rows.main}>
        <strong>{eventName ?? 'Unnamed event'}</strong> <span className="quiet">{deliveryKey}</span>
        {reason !== null && <div>{reason}</div>}
        <div className="quiet">
          {momentOf(receivedAt)} · {countOf(attempts, 'attempt')}
          {repetitions > 0 && ` · came again ${countOf(repetitions, 'time')}`}
        </div>
        {dismissedAt !== null && (
          <div>
            Let be by {delivery.dismissedBy?.name ?? 'somebody'}, {momentOf(dismissedAt)}: {delivery.dismissal}
          </div>
        )}
        <Refusals of={[...(replay.data?.inboundDeliveryReplay.userErrors ?? []), ...failuresOf(replay.error)]} />
      </div>
      <div className={rows.side}>
        <Mark of={DELIVERY_STATUS[status]} />
        {canReplay && isContentKept && (
          <Button
            size="xs"
            variant="default"
            loading={replay.isPending}
            aria-label={`Replay ${eventName ?? deliveryKey}`}
            onClick={() => {
              replay.mutate({ id });
            }}
          >
            Replay
          </Button>
        )}
        {canReplay && isOpen && (
          <AskText
            may={{ allowed: true }}
            does="Let it be"
            aloud={eventName ?? deliveryKey}
            title="Let this delivery be?"
            label="Reason"
            hint="Why nothing is lost by it. The connection no longer counts it as trouble; it stays here, and can be replayed."
            run={async (reason) => (await dismiss.mutateAsync({ id, reason })).inboundDeliveryDismiss.userErrors}
          />
        )}
        {canReplay && !isContentKept && <span className="quiet">Content not kept</span>}
      </div>
    </li>
  );
};

const ReplayAll = ({ connection, onClose }: { connection: ConnectionFragment; onClose: () => void }) => {
  const [since, setSince] = useState(() => new Date(Date.now() - KEPT_DAYS * DAY_MS).toISOString().slice(0, 10));
  const replay = useCommand(REPLAY_DELIVERIES);
  const { count, userErrors = [] } = replay.data?.inboundDeliveriesReplay ?? {};
  if (typeof count === 'number') {
    return (
      <Modal opened onClose={onClose} title="Replayed">
        <progress
          style={{ display: 'block', width: '100%', marginBottom: 12 }}
          aria-label="Applied anew"
          max={Math.max(count, 1)}
          value={count === 0 ? 1 : Math.max(count - connection.health.waiting, 0)}
        />
        <span role="status">
          {connection.health.waiting > 0
            ? `${countOf(count, 'delivery is', 'deliveries are')} applied anew; ${String(connection.health.waiting)} still wait. You may close this: it goes on.`
            : `${countOf(count, 'delivery', 'deliveries')} of the connection ${count === 1 ? 'was' : 'were'} given back to be applied anew, and none waits any more.`}
        </span>
      </Modal>
    );
  }
  return (
    <Confirm
      title={`Replay what failed on ${connection.name}?`}
      verb="Replay"
      isReady={since !== ''}
      busy={replay.isPending}
      errors={userErrors}
      failure={replay.error}
      onClose={onClose}
      onConfirm={() => {
        replay.mutate({ connectionId: connection.id, since: `${since}T00:00:00Z` });
      }}
    >
      All that failed or was quarantined since a day is applied anew, by the settings of today. Those whose content is
      not kept are left out.
      <TextInput
        mt="sm"
        type="date"
        label="Since"
        required
        value={since}
        onChange={({ currentTarget }) => {
          setSince(currentTarget.value);
        }}
      />
    </Confirm>
  );
};
