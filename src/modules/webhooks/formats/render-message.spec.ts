import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '../../../domain/basics/instant.js';
import { WEBHOOK_FORMATS } from '../../../domain/webhooks/check-endpoint.js';
import type { Message, MessageData } from '../../../domain/webhooks/message.js';
import { renderMessage } from './render-message.js';
import { mrkdwn } from './slack.js';
import { plainMarkdown } from './teams.js';

const HEAD = {
  portfolio: 'CLAIMS',
  actor: 'Grace',
  sequence: 12,
  initiative: { key: 'CLAIMS-7', name: 'Triage <&>', url: 'https://tollgate.example.org/i/CLAIMS-7' },
};
const moved = { from: 'poc', to: 'pilot' };
const DATA: { readonly [Kind in keyof MessageData]: MessageData[Kind] } = {
  GATE_DECIDED: {
    ...HEAD,
    gate: 'g2',
    outcome: 'CONDITIONAL_GO',
    rationale: 'Good & cheap.',
    conditions: [{ text: 'Train the team', dueOn: '2026-04-01', criterion: null }],
    stage: moved,
    status: { from: 'ACTIVE', to: 'ACTIVE' },
    snapshotSha256: 'abc',
  },
  GATE_REVIEW_REQUESTED: { ...HEAD, gate: 'g2', dueOn: null, note: null, decideUrl: `${HEAD.initiative.url}/decide` },
  STAGE_CHANGED: { ...HEAD, stage: moved, reason: 'IMPORT' },
  CRITERION_CHANGED: { ...HEAD, actor: null, gate: 'g2', criteria: [{ criterion: 'a', from: 'MET', to: 'STALE' }] },
  CONDITION_BREACHED: { ...HEAD, text: 'Train', dueOn: '2026-04-01', status: { from: 'ACTIVE', to: 'ON_HOLD' } },
  INITIATIVE_CREATED: { ...HEAD, stage: 'intake', imported: false },
  FINDING_RAISED: { ...HEAD, code: 'POC_TRAP', level: 'CRITICAL', message: 'It has been a PoC for 171 days.' },
  EFFORT_OFF_TARGET: {
    portfolio: 'CLAIMS',
    actor: 'Grace',
    sequence: 3,
    from: '2026-01-01',
    to: '2026-03-31',
    url: 'https://tollgate.example.org/p/CLAIMS?tab=effort',
    headline: 'People are 50.0 points under their target.',
    categories: [{ category: 'People', percent: '20.0', targetPercent: '70', verdict: 'UNDER' }],
  },
  PING: { portfolio: 'CLAIMS', text: 'Works.' },
};
const message = (kind: keyof MessageData): Message =>
  ({ id: 'an-id', kind, at: '2026-03-02T09:00:00.000Z' as Instant, data: DATA[kind] }) as Message;
const KINDS = Object.keys(DATA) as (keyof MessageData)[];

describe('a message', () => {
  it.each(WEBHOOK_FORMATS)('is written as %s', (format) => {
    const written = KINDS.map((kind) => {
      const { contentType, body } = renderMessage(format, message(kind));
      return { kind, contentType, body: JSON.parse(body) as unknown };
    });
    expect(written).toMatchSnapshot();
  });

  it('tells a chat the first condition and what it is due, and a review its note', () => {
    const body = (data: Message['data'], kind: Message['kind']): string =>
      renderMessage('SLACK', { ...message(kind), data } as Message).body;
    expect(body(DATA.GATE_DECIDED, 'GATE_DECIDED')).toContain('Train the team (due 2026-04-01)');
    expect(body({ ...DATA.GATE_DECIDED, conditions: [] }, 'GATE_DECIDED')).not.toContain('Conditions');
    const review = { ...DATA.GATE_REVIEW_REQUESTED, dueOn: '2026-04-01', note: 'Look.' };
    expect(body(review, 'GATE_REVIEW_REQUESTED')).toMatch(/Look\..*2026-04-01/);
  });
});

describe('text for Slack', () => {
  it('holds no mention, no link and no half of an escape, and keeps its limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '&', 'a', '漢', '😀', '!') }),
        fc.integer({ min: 6, max: 40 }),
        (text, longest) => {
          const written = mrkdwn(text, longest);
          expect(written.length).toBeLessThanOrEqual(longest);
          expect(written).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
          expect(written.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});

describe('text for Teams', () => {
  it('shows every sign of Markdown as itself', () => {
    expect(plainMarkdown('*a* _b_ [c](d) `e` # f ~g~ <h> | \\')).toBe(
      '\\*a\\* \\_b\\_ \\[c\\]\\(d\\) \\`e\\` \\# f \\~g\\~ \\<h\\> \\| \\\\',
    );
    expect(plainMarkdown('- one\n+ two\n 3. three\nA-b 1.5')).toBe('\\- one\n\\+ two\n 3\\. three\nA-b 1.5');
  });
});
