// Spaces that can be seen by nobody: a name made only of these is blank.
const INVISIBLE = /[\s\u200B-\u200F\u2028\u2029\u2060\uFEFF]/gu;

/** What a text holds that PostgreSQL cannot keep as it was sent: NUL or half of a surrogate pair. Null when all is well. */
export const unstorable = (text: string): string | null =>
  text.includes('\u0000') || !text.isWellFormed()
    ? 'holds characters that cannot be stored (NUL, or half of a surrogate pair)'
    : null;

/** The text in normal form C without space at its ends; what is made only of invisible characters becomes empty. */
export const tidy = (text: string): string => {
  const trimmed = text.normalize('NFC').trim();
  return trimmed.replace(INVISIBLE, '') === '' ? '' : trimmed;
};

/** The number of characters as a person counts them: code points. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** Does the text hold something that can be seen, in at most `longest` characters? */
export const isReadable = (text: string, longest: number): boolean => tidy(text) !== '' && lengthOf(text) <= longest;

/** What is wrong with a text that must hold something: it is blank, or longer than `longest` characters. Null when all is well. */
export const unreadable = (name: string, text: string, longest: number): string | null =>
  isReadable(text, longest) ? null : `${name} must hold 1 to ${longest} characters that can be seen.`;
