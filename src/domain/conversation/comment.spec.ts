import { describe, expect, it } from '@jest/globals';
import {
  checkMarked,
  checkText,
  mayEdit,
  mayPost,
  namesOneSubject,
  type CommentDraft,
  type CommentPlace,
} from './comment.js';

const draft = (other: Partial<CommentDraft> = {}): CommentDraft => ({
  initiativeId: 'initiative',
  reviewId: null,
  replyToId: null,
  text: 'Well done.',
  ...other,
});
const subject = { portfolioId: 'portfolio', initiativeId: 'initiative', reviewId: null };
const place = (other: Partial<CommentPlace> = {}): CommentPlace => ({
  initiativeId: 'initiative',
  reviewId: null,
  replyToId: null,
  ...other,
});
const told = (refusals: readonly { code: string; field?: readonly string[] }[]): string[] =>
  refusals.map(({ code, field }) => `${code} ${(field ?? []).join('.')}`);

describe('a text of people', () => {
  it('holds 1 to 10,000 characters that can be seen', () => {
    expect(told(checkText('x'.repeat(10_000)))).toEqual([]);
    expect(told(checkText('x'.repeat(10_001)))).toEqual(['INVALID input.text']);
    expect(told(checkText(' \n\u200b'))).toEqual(['INVALID input.text']);
  });
});

describe('a new comment', () => {
  it('is on an initiative or on a review, and on one only', () => {
    expect(namesOneSubject(draft())).toBe(true);
    expect(namesOneSubject(draft({ initiativeId: null, reviewId: 'review' }))).toBe(true);
    expect(told(mayPost(draft({ initiativeId: null }), null, null))).toEqual(['INVALID input']);
    expect(told(mayPost(draft({ reviewId: 'review' }), null, null))).toEqual(['INVALID input']);
  });

  it('is on something that is there', () => {
    expect(mayPost(draft(), subject, null)).toEqual([]);
    expect(told(mayPost(draft(), null, null))).toEqual(['NOT_FOUND input.initiativeId']);
    expect(told(mayPost(draft({ initiativeId: null, reviewId: 'review' }), null, null))).toEqual([
      'NOT_FOUND input.reviewId',
    ]);
  });

  it('replies to a comment on the same, which is no reply', () => {
    const reply = draft({ replyToId: 'comment' });
    expect(mayPost(reply, subject, place())).toEqual([]);
    expect(told(mayPost(reply, subject, null))).toEqual(['NOT_FOUND input.replyToId']);
    expect(told(mayPost(reply, subject, place({ initiativeId: 'another' })))).toEqual(['NOT_FOUND input.replyToId']);
    expect(told(mayPost(reply, subject, place({ reviewId: 'review' })))).toEqual(['NOT_FOUND input.replyToId']);
    expect(mayPost(reply, subject, place({ replyToId: 'first' }))).toEqual([
      {
        code: 'INVALID',
        field: ['input', 'replyToId'],
        message: 'A reply has no replies of its own: reply to the comment it answers, first.',
      },
    ]);
  });

  it('is refused for all reasons at once', () => {
    const text = `${'@p@example.org '.repeat(10)}${'x'.repeat(10_000)}`;
    expect(told(mayPost(draft({ text, replyToId: 'comment' }), subject, null))).toEqual([
      'INVALID input.text',
      'NOT_FOUND input.replyToId',
    ]);
    const many = Array.from({ length: 51 }, (_, index) => `@p${index}@example.org`).join(' ');
    expect(told(mayPost(draft({ text: many }), null, null))).toEqual([
      'INVALID input.text',
      'NOT_FOUND input.initiativeId',
    ]);
  });
});

describe('a comment that stands', () => {
  it('is changed by whoever saw the text that stands', () => {
    expect(mayEdit({ version: 3, isDeleted: false }, 'Better', 3)).toEqual([]);
    expect(mayEdit({ version: 3, isDeleted: false }, 'Better', 2)).toMatchObject([
      { code: 'STALE_VERSION', currentVersion: 3 },
    ]);
  });

  it('is not changed once it is deleted or has 100 versions, for all reasons at once', () => {
    expect(mayEdit({ version: 99, isDeleted: false }, 'Better', 99)).toEqual([]);
    expect(told(mayEdit({ version: 100, isDeleted: true }, ' ', 1))).toEqual([
      'INVALID input.text',
      'STALE_VERSION input.expectedVersion',
      'WRONG_STATE id',
      'WRONG_STATE id',
    ]);
  });
});

describe('mentions that were read', () => {
  it('are marked 1 to 100 at once', () => {
    expect(told(checkMarked([]))).toEqual(['INVALID ids']);
    expect(told(checkMarked(Array.from({ length: 100 }, String)))).toEqual([]);
    expect(told(checkMarked(Array.from({ length: 101 }, String)))).toEqual(['INVALID ids']);
  });
});
