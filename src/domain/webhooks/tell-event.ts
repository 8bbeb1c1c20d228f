import type { FindingCode, FindingLevel } from '../findings/finding.js';
import { cutTo, told, type Change, type MessageData, type Telling, type ToldInitiative } from './message.js';

const MOST_CONDITIONS = 10;
const LONGEST_CONDITION = 300;

/** An event of the audit trail, as far as it is told, with the names that are told for its ids. */
export interface ToldEvent {
  readonly action: string;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly sequence: number;
  readonly portfolio: string;
  readonly actor: string | null;
  /** Null for an event that concerns no initiative. */
  readonly initiative: ToldInitiative | null;
}

type Head = Omit<MessageData['STAGE_CHANGED'], 'stage' | 'reason'>;

interface Decided {
  readonly gateKey: string;
  readonly outcome: string;
  readonly rationale: string;
  readonly conditions: readonly {
    readonly text: string;
    readonly dueOn: string;
    readonly criterionKey: string | null;
  }[];
  readonly stage: Change<string>;
  readonly status: Change<string>;
  readonly snapshotSha256: string;
}

const moved = (head: Head, stage: Change<string> | undefined, reason: string): readonly Telling[] =>
  stage === undefined || stage.from === stage.to ? [] : [{ kind: 'STAGE_CHANGED', data: { ...head, stage, reason } }];

/** What is told of each action; the changes are those its command writes. */
const TELLERS: Readonly<Record<string, (head: Head, changes: never) => readonly Telling[]>> = {
  'gate.decided': (head, { gateKey, outcome, rationale, conditions, stage, status, snapshotSha256 }: Decided) => [
    {
      kind: 'GATE_DECIDED',
      data: {
        ...head,
        gate: gateKey,
        outcome,
        rationale: told(rationale),
        conditions: conditions.slice(0, MOST_CONDITIONS).map(({ text, dueOn, criterionKey }) => ({
          text: cutTo(text, LONGEST_CONDITION),
          dueOn,
          criterion: criterionKey,
        })),
        stage,
        status,
        snapshotSha256,
      },
    },
    ...moved(head, stage, 'GATE_DECISION'),
  ],
  'gateReview.requested': (
    head,
    { gateKey, dueOn, note }: { gateKey: string; dueOn: string | null; note: string | null },
  ) => [
    {
      kind: 'GATE_REVIEW_REQUESTED',
      data: {
        ...head,
        gate: gateKey,
        dueOn,
        note: note === null ? null : told(note),
        decideUrl: `${head.initiative.url}/decide`,
      },
    },
  ],
  'gateCondition.breached': (
    head,
    { text, dueOn, status }: { text: string; dueOn: string; status: Change<string> },
  ) => [{ kind: 'CONDITION_BREACHED', data: { ...head, text: told(text), dueOn, status } }],
  'initiative.created': (head, { stage, visits, isImported = false }: Created) => [
    {
      kind: 'INITIATIVE_CREATED',
      data: { ...head, stage: stage ?? visits?.at(-1)?.stageKey ?? '', imported: isImported },
    },
  ],
  'initiative.updated': (head, { stage }: { stage?: Change<string> }) => moved(head, stage, 'IMPORT'),
  'finding.raised': (head, { code, level, message }: { code: FindingCode; level: FindingLevel; message: string }) => [
    { kind: 'FINDING_RAISED', data: { ...head, code, level, message: told(message) } },
  ],
  'initiative.templateMigrated': (head, { stage }: { stage: Change<string> }) =>
    moved(head, stage, 'TEMPLATE_MIGRATION'),
};

interface Created {
  readonly stage?: string;
  readonly visits?: readonly { readonly stageKey: string }[];
  readonly isImported?: boolean;
}

/**
 * What an event of an initiative is told as, without what has to be found out (criteria, shares of effort): nothing, one or
 * two messages, in this order. Texts of people are cut, and at most ten conditions are told.
 */
export const tellEvent = ({ action, changes, initiative, ...head }: ToldEvent): readonly Telling[] => {
  const { sequence, portfolio, actor } = head;
  return initiative === null
    ? []
    : (TELLERS[action]?.({ sequence, portfolio, actor, initiative }, changes as never) ?? []);
};
