import type { ChatTelling } from '../../../domain/webhooks/chat-telling.js';
import { cutTo } from '../../../domain/webhooks/message.js';

/** A card of Teams must stay below 28 KB. */
const LONGEST_TEXT = 3_000;
const LONGEST_TITLE = 150;
const MOST_FACTS = 20;

/** Text in which nothing is Markdown: cards show a subset of it in text blocks and facts. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]()#~|<>]/g, '\\$&')
    .replace(/^(\s*)([-+])/gm, '$1\\$2')
    .replace(/^(\s*\d+)\./gm, '$1\\.');

const block = (text: string, longest: number, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'TextBlock',
  text: plainMarkdown(cutTo(text, longest)),
  wrap: true,
  ...more,
});

/** The body of a Teams Workflows webhook: an Adaptive Card 1.4 in its envelope. */
export const teamsBody = ({ title, paragraphs, facts, link }: ChatTelling): Readonly<Record<string, unknown>> => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          block(title, LONGEST_TITLE, { size: 'Large', weight: 'Bolder' }),
          ...paragraphs.map((text) => block(text, LONGEST_TEXT)),
          ...(facts.length === 0
            ? []
            : [
                {
                  type: 'FactSet',
                  facts: facts
                    .slice(0, MOST_FACTS)
                    .map(([name, value]) => ({ title: plainMarkdown(name), value: plainMarkdown(value) })),
                },
              ]),
        ],
        actions: link === null ? [] : [{ type: 'Action.OpenUrl', title: link.label, url: link.url }],
      },
    },
  ],
});
