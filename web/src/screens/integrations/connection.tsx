import { Group, Loader, Stack, Title } from '@mantine/core';
import type { ConnectionFragment } from '../../api/generated/graphql';
import { useWatched } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { TextLink } from '../../parts/links';
import { Listing } from '../../parts/listing';
import { Mark } from '../../parts/mark';
import { WhyNot } from '../../parts/permitted';
import rows from '../../parts/rows.module.css';
import { Copyable } from '../../parts/shown-once';
import { agoOf, countOf, momentOf } from '../../words/format';
import { wordsOf } from '../../words/labels';
import { ConnectionActs } from './connection-acts';
import { Deliveries } from './deliveries';
import type { Right } from './integrations';
import { PULL_RUNS } from './queries';
import { CONNECTION_STATUS, TOOL } from './words';

interface Props {
  readonly portfolioKey: string;
  readonly connection: ConnectionFragment;
  readonly manage: Right;
  readonly replay: Right;
}

/** One connection: how it is doing and what to do about it, where the tool sends to, what came and what was asked for. */
export const Connection = ({ portfolioKey, connection, manage, replay }: Props) => {
  const { id, name, tool, health, webhookPath, lastDeliveryAt, lastReconcileAt, foundByReconcile } = connection;
  return (
    <>
      <TextLink to="/p/$portfolioKey/integrations" params={{ portfolioKey }} search={{ tab: 'connections' }}>
        All connections
      </TextLink>
      <section className="card" style={{ padding: 16, margin: '8px 0 24px' }}>
        <Stack gap="sm">
          <Group gap="md">
            <Title order={2} size="h3">
              {name}
            </Title>
            <Mark of={CONNECTION_STATUS[health.status]} />
            <span className="quiet">{TOOL[tool].word}</span>
          </Group>
          <div>{health.message}</div>
          <div className="quiet">
            {lastDeliveryAt === null ? 'Nothing received yet' : `Last delivery ${agoOf(lastDeliveryAt)}`} ·{' '}
            {lastReconcileAt === null ? 'never reconciled' : `reconciled ${agoOf(lastReconcileAt)}`} ·{' '}
            {countOf(foundByReconcile, 'change')} found that no webhook told · {health.waiting} waiting ·{' '}
            {health.failed} failed · {health.quarantined} quarantined
          </div>
          {connection.previousSecretUntil !== null && (
            <div className="quiet">
              The secret before the last rotation holds until {momentOf(connection.previousSecretUntil)}.
            </div>
          )}
          <Copyable label="Address of the hook" text={`${window.location.origin}${webhookPath}`} />
          {manage.allowed ? <ConnectionActs connection={connection} /> : <WhyNot of={manage} />}
        </Stack>
      </section>
      <PullRuns id={id} />
      <Deliveries portfolioKey={portfolioKey} connection={connection} replay={replay} />
    </>
  );
};

const PullRuns = ({ id }: { id: string }) => {
  const answer = useWatched(
    PULL_RUNS,
    { id },
    ({ integrationConnection }) => integrationConnection?.pullRuns.some(({ endedAt }) => endedAt === null) ?? false,
  );
  return (
    <Answered to={answer}>
      {({ integrationConnection }) => (
        <Listing
          title="The tool was asked"
          about="What was read from the tool itself: backfills, and reconciles that find what no webhook told."
          empty="The tool was never asked. It takes a credential."
        >
          {(integrationConnection?.pullRuns ?? []).map((run) => (
            <li key={run.id} className={rows.row}>
              <div className={rows.main}>
                {wordsOf(run.kind)} <span className="quiet">{momentOf(run.startedAt)}</span>
                {run.failure !== null && <div>{run.failure}</div>}
              </div>
              <div className={rows.side}>
                <span>{countOf(run.changed, 'change')}</span>
                <span>{run.found} found</span>
                {run.endedAt === null && <Loader size="xs" aria-hidden />}
                <strong role="status">{wordsOf(run.status)}</strong>
              </div>
            </li>
          ))}
        </Listing>
      )}
    </Answered>
  );
};
