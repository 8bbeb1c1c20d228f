import type { Instant } from '../basics/instant.js';
import type { FindingCode, FindingLevel } from '../findings/finding.js';
import type { CriterionStatus } from '../gates/gate.js';
import type { MessageKind } from './event-type.js';

/** The initiative a message is about, with where it stands on the board. */
export interface ToldInitiative {
  readonly key: string;
  readonly name: string;
  readonly url: string;
}

interface OfPortfolio {
  /** The key of the portfolio. */
  readonly portfolio: string;
  /** Who did it; null where nobody is known. */
  readonly actor: string | null;
  /** The number of the event in its audit chain: it grows with every event of an initiative, and several messages may share it. */
  readonly sequence: number;
}
interface OfInitiative extends OfPortfolio {
  readonly initiative: ToldInitiative;
}

/** What was and what is. */
export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** What each kind of message tells. */
export interface MessageData {
  readonly GATE_DECIDED: OfInitiative & {
    readonly gate: string;
    readonly outcome: string;
    readonly rationale: string;
    readonly conditions: readonly {
      readonly text: string;
      readonly dueOn: string;
      readonly criterion: string | null;
    }[];
    readonly stage: Change<string>;
    readonly status: Change<string>;
    readonly snapshotSha256: string;
  };
  readonly GATE_REVIEW_REQUESTED: OfInitiative & {
    readonly gate: string;
    readonly dueOn: string | null;
    readonly note: string | null;
    /** Where it is voted on. */
    readonly decideUrl: string;
  };
  readonly STAGE_CHANGED: OfInitiative & { readonly stage: Change<string>; readonly reason: string };
  readonly CRITERION_CHANGED: OfInitiative & {
    readonly gate: string;
    readonly criteria: readonly ({ readonly criterion: string } & Change<CriterionStatus>)[];
  };
  readonly CONDITION_BREACHED: OfInitiative & {
    readonly text: string;
    readonly dueOn: string;
    readonly status: Change<string>;
  };
  readonly INITIATIVE_CREATED: OfInitiative & { readonly stage: string; readonly imported: boolean };
  readonly FINDING_RAISED: OfInitiative & {
    readonly code: FindingCode;
    readonly level: FindingLevel;
    readonly message: string;
  };
  readonly EFFORT_OFF_TARGET: OfPortfolio & {
    readonly from: string;
    readonly to: string;
    readonly url: string;
    readonly headline: string;
    readonly categories: readonly {
      readonly category: string;
      readonly percent: string;
      readonly targetPercent: string;
      readonly verdict: string;
    }[];
  };
  readonly PING: { readonly portfolio: string; readonly text: string };
}

/** A message as every format is made of it. */
export type Message = {
  readonly [Kind in MessageKind]: {
    readonly id: string;
    readonly kind: Kind;
    readonly at: Instant;
    readonly data: MessageData[Kind];
  };
}[MessageKind];

/** A message before it has an id. */
export type Telling = {
  readonly [Kind in MessageKind]: { readonly kind: Kind; readonly data: MessageData[Kind] };
}[MessageKind];

/** Texts that people wrote are told up to this length, so that a message stays below 20 KB. */
const LONGEST_TOLD = 2_000;

/** The beginning of a text, with an ellipsis where something was cut off; never half a character. */
export const cutTo = (text: string, longest: number): string => {
  if (text.length <= longest) {
    return text;
  }
  const cut = text.slice(0, longest - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
};

/** A text of people as it is told. */
export const told = (text: string): string => cutTo(text, LONGEST_TOLD);
