import { invalid, notFound, staleVersion, type Refusal } from '../basics/result.js';
import { unreadable } from '../basics/text.js';
import { checkMentions, mentionsIn } from './mentions.js';

export const LONGEST_TEXT = 10_000;
/** As often as a comment may be written anew, its first text included. */
export const MOST_VERSIONS = 100;
/** As many mentions may be marked as read at once. */
export const MOST_AT_ONCE = 100;

/** A comment that somebody wants to post. */
export interface CommentDraft {
  readonly initiativeId: string | null;
  readonly reviewId: string | null;
  readonly replyToId: string | null;
  readonly text: string;
}

/** What is commented on: an initiative, or one of its reviews. */
export interface CommentSubject {
  readonly portfolioId: string;
  readonly initiativeId: string;
  readonly reviewId: string | null;
}

/** The place of a comment: what it is on, and the comment it replies to. */
export interface CommentPlace extends Pick<CommentSubject, 'initiativeId' | 'reviewId'> {
  readonly replyToId: string | null;
}

/** How a comment stands that is to be changed. */
export interface StandingComment {
  readonly version: number;
  readonly isDeleted: boolean;
}

/** A text of people holds 1 to 10,000 characters that can be seen, and is kept as it was typed: INVALID otherwise. */
export const checkText = (text: string): readonly Refusal[] => {
  const problem = unreadable('text', text, LONGEST_TEXT);
  return problem === null ? [] : [invalid(['input', 'text'], problem)];
};

const checkWords = (text: string): readonly Refusal[] => [...checkText(text), ...checkMentions(mentionsIn(text))];

/** A comment is on an initiative or on a review, and on one of them only. */
export const namesOneSubject = ({ initiativeId, reviewId }: CommentDraft): boolean =>
  (initiativeId === null) !== (reviewId === null);

/**
 * When a comment may be posted, with every reason against it: its text holds 1 to 10,000 characters and mentions at most 50
 * people, else INVALID. It names one subject, else INVALID, and one that the viewer may know of (`subject` is null where not),
 * else NOT_FOUND. What it replies to is a comment on the same subject, else NOT_FOUND, and no reply itself, else INVALID.
 */
export const mayPost = (
  draft: CommentDraft,
  subject: CommentSubject | null,
  repliedTo: CommentPlace | null,
): readonly Refusal[] => [
  ...checkWords(draft.text),
  ...(namesOneSubject(draft)
    ? [...missing(draft, subject), ...checkReply(draft, subject, repliedTo)]
    : [invalid(['input'], 'Name what is commented on: either initiativeId or reviewId.')]),
];

const missing = ({ initiativeId }: CommentDraft, subject: CommentSubject | null): readonly Refusal[] => {
  if (subject !== null) {
    return [];
  }
  return [
    initiativeId === null
      ? notFound('The review', ['input', 'reviewId'])
      : notFound('The initiative', ['input', 'initiativeId']),
  ];
};

const checkReply = (
  { replyToId }: CommentDraft,
  subject: CommentSubject | null,
  repliedTo: CommentPlace | null,
): readonly Refusal[] => {
  const field = ['input', 'replyToId'];
  if (replyToId === null || subject === null) {
    return [];
  }
  if (repliedTo?.initiativeId !== subject.initiativeId || repliedTo.reviewId !== subject.reviewId) {
    return [notFound('The comment to reply to', field)];
  }
  return repliedTo.replyToId === null
    ? []
    : [invalid(field, `A reply has no replies of its own: reply to the comment it answers, ${repliedTo.replyToId}.`)];
};

/**
 * When the text of a comment may be changed by its author, with every reason against it: the new text is one that could be
 * posted, else INVALID; nobody changed it since `expectedVersion` was read, else STALE_VERSION; it is not deleted and has
 * fewer than 100 versions, else WRONG_STATE.
 */
export const mayEdit = (
  { version, isDeleted }: StandingComment,
  text: string,
  expectedVersion: number,
): readonly Refusal[] => [
  ...checkWords(text),
  ...(version === expectedVersion ? [] : [staleVersion(version, expectedVersion)]),
  ...(isDeleted ? [wrongState('The comment is deleted; write a new one.')] : []),
  ...(version < MOST_VERSIONS
    ? []
    : [wrongState(`The comment was changed ${MOST_VERSIONS} times and stays as it is; write a new one.`)]),
];

const wrongState = (message: string): Refusal => ({ code: 'WRONG_STATE', message, field: ['id'] });

/** 1 to 100 mentions are marked as read at once: INVALID otherwise. */
export const checkMarked = (ids: readonly string[]): readonly Refusal[] =>
  ids.length >= 1 && ids.length <= MOST_AT_ONCE
    ? []
    : [invalid(['ids'], `ids must name 1 to ${MOST_AT_ONCE} comments, and names ${ids.length}.`)];
