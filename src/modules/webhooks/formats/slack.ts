import type { KnownBlock } from '@slack/types';
import type { ChatTelling } from '../../../domain/webhooks/chat-telling.js';
import { cutTo } from '../../../domain/webhooks/message.js';

/** The limits of Block Kit, in characters. */
const LONGEST_HEADER = 150;
const LONGEST_SECTION = 3_000;
const LONGEST_FIELD = 2_000;
const MOST_FIELDS = 10;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

/** Text for mrkdwn of at most so many characters: nothing in it is a mention or a link, and no escape is cut in two. */
export const mrkdwn = (text: string, longest: number): string => {
  const whole = escaped(text);
  if (whole.length <= longest) {
    return whole;
  }
  let cut = '';
  for (const sign of text) {
    const next = escaped(sign);
    if (cut.length + next.length >= longest) {
      break;
    }
    cut += next;
  }
  return `${cut}…`;
};

const field = ([label, value]: readonly [string, string]) => ({
  type: 'mrkdwn' as const,
  text: mrkdwn(`*${label}*\n${value}`, LONGEST_FIELD),
});

/** The body of a Slack incoming webhook: Block Kit, and its title as text for notifications. */
export const slackBody = ({ title, paragraphs, facts, link }: ChatTelling): { text: string; blocks: KnownBlock[] } => ({
  text: mrkdwn(title, LONGEST_SECTION),
  blocks: [
    { type: 'header', text: { type: 'plain_text', text: cutTo(title, LONGEST_HEADER), emoji: false } },
    ...paragraphs.map((text): KnownBlock => ({
      type: 'section',
      text: { type: 'mrkdwn', text: mrkdwn(text, LONGEST_SECTION) },
    })),
    ...(facts.length === 0
      ? []
      : [{ type: 'section', fields: facts.slice(0, MOST_FIELDS).map(field) } satisfies KnownBlock]),
    ...(link === null
      ? []
      : [
          {
            type: 'actions',
            elements: [{ type: 'button', text: { type: 'plain_text', text: link.label, emoji: false }, url: link.url }],
          } satisfies KnownBlock,
        ]),
  ],
});
