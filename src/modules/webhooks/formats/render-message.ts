import { chatTelling } from '../../../domain/webhooks/chat-telling.js';
import type { WebhookFormat } from '../../../domain/webhooks/check-endpoint.js';
import { MESSAGE_TYPES } from '../../../domain/webhooks/event-type.js';
import type { Message } from '../../../domain/webhooks/message.js';
import { slackBody } from './slack.js';
import { teamsBody } from './teams.js';

/** A message as it goes over the wire. */
export interface RenderedMessage {
  readonly contentType: string;
  readonly body: string;
}

const JSON_TYPE = 'application/json';

const subjectOf = ({ data }: Message): string => ('initiative' in data ? data.initiative.key : data.portfolio);

const FORMATS: Readonly<Record<WebhookFormat, (message: Message) => readonly [contentType: string, body: unknown]>> = {
  STANDARD: ({ kind, at, data }) => [JSON_TYPE, { type: MESSAGE_TYPES[kind], timestamp: at, data }],
  CLOUD_EVENTS: (message) => [
    'application/cloudevents+json',
    {
      specversion: '1.0',
      id: message.id,
      source: `/portfolios/${message.data.portfolio}`,
      type: MESSAGE_TYPES[message.kind],
      subject: subjectOf(message),
      time: message.at,
      datacontenttype: JSON_TYPE,
      data: message.data,
    },
  ],
  SLACK: (message) => [JSON_TYPE, slackBody(chatTelling(message))],
  TEAMS: (message) => [JSON_TYPE, teamsBody(chatTelling(message))],
};

/** Writes a message in the format of its endpoint; the same message gives the same bytes at every attempt. */
export const renderMessage = (format: WebhookFormat, message: Message): RenderedMessage => {
  const [contentType, body] = FORMATS[format](message);
  return { contentType, body: JSON.stringify(body) };
};
