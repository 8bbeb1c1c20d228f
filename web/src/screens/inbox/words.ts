import type { InboxKind } from '../../api/generated/schema';

/** What waits, as what is to be done about it. */
export const INBOX_KIND: Readonly<Record<InboxKind, string>> = {
  ANSWER_MENTION: 'Answer a mention',
  CLOSE_CONDITION: 'Close a condition',
  DECIDE: 'Decide at the gate',
  DECIDE_WAIVER: 'Decide a waiver',
  RESUBMIT_EVIDENCE: 'Hand in evidence anew',
  REVIEW_BENEFITS: 'Review the benefits',
  REVIEW_EVIDENCE: 'Review evidence',
  SETTLE_LATE_EFFORT: 'Settle late effort',
  VOTE: 'Vote at the gate',
};
