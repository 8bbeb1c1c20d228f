import { listed } from '../gates/criteria/wording.js';
import type { Message, MessageData } from './message.js';

/** What is said of a message in a chat: plain text throughout; whoever shows it escapes it. */
export interface ChatTelling {
  readonly title: string;
  /** Paragraphs; words of people stand in paragraphs of their own. */
  readonly paragraphs: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Where on the board to go; null for a test. */
  readonly link: { readonly label: string; readonly url: string } | null;
}

const named = ({ key, name }: { key: string; name: string }): string => `${key} ${name}`;

const by = (actor: string | null): ChatTelling['facts'] => (actor === null ? [] : [['By', actor]]);

const moves = ({ from, to }: { from: string; to: string }): string => (from === to ? to : `${from} → ${to}`);

const open = (url: string, label = 'Open the initiative'): ChatTelling['link'] => ({ label, url });

const TELLERS: { readonly [Kind in Message['kind']]: (data: MessageData[Kind]) => ChatTelling } = {
  GATE_DECIDED: ({ initiative, gate, outcome, rationale, conditions, stage, status, actor }) => ({
    title: `${outcome} at gate ${gate}: ${named(initiative)}`,
    paragraphs: [
      rationale,
      ...(conditions.length === 0
        ? []
        : [`Conditions: ${conditions.map(({ text, dueOn }) => `${text} (due ${dueOn})`).join('; ')}`]),
    ],
    facts: [['Stage', moves(stage)], ['Status', moves(status)], ...by(actor)],
    link: open(initiative.url),
  }),
  GATE_REVIEW_REQUESTED: ({ initiative, gate, dueOn, note, decideUrl, actor }) => ({
    title: `Review requested at gate ${gate}: ${named(initiative)}`,
    paragraphs: note === null ? [] : [note],
    facts: [...(dueOn === null ? [] : [['Due', dueOn] as const]), ...by(actor)],
    link: open(decideUrl, 'Vote'),
  }),
  STAGE_CHANGED: ({ initiative, stage, actor }) => ({
    title: `${named(initiative)} moved to ${stage.to}`,
    paragraphs: [],
    facts: [['Stage', moves(stage)], ...by(actor)],
    link: open(initiative.url),
  }),
  CRITERION_CHANGED: ({ initiative, gate, criteria, actor }) => ({
    title: `Criteria of gate ${gate} changed: ${named(initiative)}`,
    paragraphs: [],
    facts: [...criteria.map(({ criterion, ...change }) => [criterion, moves(change)] as const), ...by(actor)],
    link: open(initiative.url),
  }),
  CONDITION_BREACHED: ({ initiative, text, dueOn, status }) => ({
    title: `Condition breached: ${named(initiative)}`,
    paragraphs: [text],
    facts: [
      ['Was due', dueOn],
      ['Status', moves(status)],
    ],
    link: open(initiative.url),
  }),
  INITIATIVE_CREATED: ({ initiative, stage, actor }) => ({
    title: `New initiative: ${named(initiative)}`,
    paragraphs: [],
    facts: [['Stage', stage], ...by(actor)],
    link: open(initiative.url),
  }),
  FINDING_RAISED: ({ initiative, code, level, message }) => ({
    title: `${level} ${code}: ${named(initiative)}`,
    paragraphs: [message],
    facts: [],
    link: open(initiative.url),
  }),
  EFFORT_OFF_TARGET: ({ portfolio, from, to, headline, categories, url }) => ({
    title: `Effort of ${portfolio} is off target: ${listed(categories.map(({ category }) => category))}`,
    paragraphs: [headline],
    facts: [
      ['Period', `${from} to ${to}`],
      ...categories.map(
        ({ category, percent, targetPercent, verdict }) =>
          [category, `${percent} % (target ${targetPercent} %, ${verdict})`] as const,
      ),
    ],
    link: open(url, 'Open the portfolio'),
  }),
  PING: ({ portfolio, text }) => ({
    title: `Test of the webhooks of ${portfolio}`,
    paragraphs: [text],
    facts: [],
    link: null,
  }),
};

export const chatTelling = ({ kind, data }: Message): ChatTelling => TELLERS[kind](data as never);
