import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { WebhookMessagesQuery } from '../../api/generated/graphql';
import { nextOf, usePages } from '../../api/pages';
import { useCommand } from '../../api/queries';
import { Answered } from '../../parts/answered';
import { failuresOf } from '../../parts/confirm';
import { Mark } from '../../parts/mark';
import { Refusals } from '../../parts/refusals';
import { More } from '../../parts/more';
import rows from '../../parts/rows.module.css';
import { countOf, momentOf } from '../../words/format';
import { MESSAGES, RESEND } from './webhooks-queries';
import { choicesOf, EVENT, MESSAGE_STATUS, nameIn } from './words';

type Message = NonNullable<WebhookMessagesQuery['webhookEndpoint']>['messages']['nodes'][number];

/** What an endpoint was and is to be told, the newest first, each to be sent again. */
export const Messages = ({ id }: { id: string }) => {
  const [status, setStatus] = useState<keyof typeof MESSAGE_STATUS | null>(null);
  const answer = usePages(MESSAGES, { id, status }, (found) => found?.webhookEndpoint?.messages);
  return (
    <div style={{ flexBasis: '100%' }}>
      <NativeSelect
        size="xs"
        maw={200}
        aria-label="Status of messages"
        value={status ?? ''}
        data={[{ value: '', label: 'All messages' }, ...choicesOf(MESSAGE_STATUS)]}
        onChange={({ currentTarget }) => {
          setStatus(nameIn(MESSAGE_STATUS, currentTarget.value));
        }}
      />
      <Answered to={answer}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <p className="quiet">No messages{status === null ? ' yet' : ' of this status'}.</p>
          ) : (
            <>
              <ul className={rows.rows}>
                {nodes.map((message) => (
                  <Line key={message.id} message={message} />
                ))}
              </ul>
              <More onMore={nextOf(answer)} busy={answer.isFetchingNextPage} of="messages" />
            </>
          )
        }
      </Answered>
    </div>
  );
};

const Line = ({ message: { id, eventType, occurredAt, dueAt, failures, status, attempts } }: { message: Message }) => {
  const resend = useCommand(RESEND);
  const [last] = attempts.nodes;
  return (
    <li className={rows.row}>
      <div className={rows.main}>
        {EVENT[eventType]} <span className="quiet">{momentOf(occurredAt)}</span>
        {failures > 0 && (
          <div>
            {countOf(failures, 'attempt')} failed
            {last && `, the last: ${last.error ?? `answered ${String(last.status)}`}`}
            {dueAt !== null && `. Tried again ${momentOf(dueAt)}`}
          </div>
        )}
        <Refusals of={[...(resend.data?.webhookMessageResend.userErrors ?? []), ...failuresOf(resend.error)]} />
      </div>
      <div className={rows.side}>
        <Mark of={MESSAGE_STATUS[status]} />
        <Button
          size="xs"
          variant="default"
          loading={resend.isPending}
          aria-label={`Resend ${EVENT[eventType]} of ${momentOf(occurredAt)}`}
          onClick={() => {
            resend.mutate({ id });
          }}
        >
          Resend
        </Button>
      </div>
    </li>
  );
};
