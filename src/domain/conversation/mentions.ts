import { invalid, type Refusal } from '../basics/result.js';
import { outsideCode } from './outside-code.js';

/** Somebody a text calls on: by a user id, as the board writes it, or by an e-mail address, as people type it. */
export interface Mention {
  readonly by: 'ID' | 'EMAIL';
  /** The id or address in small letters. */
  readonly key: string;
  /** As it stands in the text. */
  readonly typed: string;
}

/** Somebody who can be called on. */
export interface Mentionable {
  readonly id: string;
  readonly email: string;
}

/** Whom a text calls on, and which of its mentions mean nobody who can be called on. */
export interface ResolvedMentions {
  readonly userIds: readonly string[];
  readonly unresolved: readonly string[];
}

export const MOST_MENTIONS = 50;

// What may stand before a mention: nothing, space, or what opens or separates. Not a letter or digit, as in an address; not a slash or
// an equals sign, as in a link; not a backslash, by which Markdown takes a character as it is.
const BEFORE = String.raw`(?<=^|[\s(\["'*_~>,;‘“„«–—])`;
const PERSON = String.raw`\{([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\}`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`;
const ADDRESS = String.raw`([\p{L}\p{N}.!#$%&'*+/=?^_~-]{1,64}@(?:${LABEL}\.)+${LABEL})(?![\p{L}\p{N}@]|[.-][\p{L}\p{N}])`;
const MENTION = new RegExp(`${BEFORE}@(?:${PERSON}|${ADDRESS})`, 'giu');

const mentionIn = ([typed, id, email = '']: RegExpExecArray): Mention =>
  id === undefined ? { by: 'EMAIL', key: email.toLowerCase(), typed } : { by: 'ID', key: id.toLowerCase(), typed };

/**
 * Whom a text mentions, each once, in the order they are mentioned: `@{user id}` or `@` before a whole e-mail address, at the
 * beginning of a word. What stands in code, in a link, behind a backslash, or is an address of its own (`ada@example.org`)
 * mentions nobody.
 */
export const mentionsIn = (text: string): readonly Mention[] => {
  const found = new Map<string, Mention>();
  for (const mention of [...outsideCode(text).matchAll(MENTION)].map(mentionIn)) {
    found.set(mention.key, found.get(mention.key) ?? mention);
  }
  return [...found.values()];
};

/** Finds the people a text mentions among those who can be mentioned; whoever is mentioned in two ways is there once. */
export const resolveMentions = (mentions: readonly Mention[], people: readonly Mentionable[]): ResolvedMentions => {
  const found = mentions.map(({ by, key, typed }) => ({
    typed,
    id: people.find(({ id, email }) => key === (by === 'ID' ? id : email))?.id ?? null,
  }));
  return {
    userIds: [...new Set(found.map(({ id }) => id).filter((id) => id !== null))],
    unresolved: found.filter(({ id }) => id === null).map(({ typed }) => typed),
  };
};

/** A text mentions at most 50 people: INVALID otherwise. */
export const checkMentions = (mentions: readonly Mention[]): readonly Refusal[] =>
  mentions.length <= MOST_MENTIONS
    ? []
    : [
        invalid(
          ['input', 'text'],
          `text mentions ${mentions.length} people; at most ${MOST_MENTIONS} can be called on at once.`,
        ),
      ];
