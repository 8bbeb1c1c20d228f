/** Somebody who can be called on. */
export interface Mentionable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const BEGUN = /(?:^|\s)@([^\s@]*)$/;
const MOST = 6;

/** What stands between the last @ and the cursor, where a mention is begun there; else null. */
export const begunMention = (text: string, cursor: number): string | null =>
  BEGUN.exec(text.slice(0, cursor))?.[1] ?? null;

/** Whose name or address begins so, a word of the name counting as a beginning; at most six, by name. */
export const mentionsOf = (people: readonly Mentionable[], begun: string): readonly Mentionable[] => {
  const wanted = begun.toLowerCase();
  return people
    .filter(({ name, email }) => [email, ...name.split(/\s+/)].some((word) => word.toLowerCase().startsWith(wanted)))
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .slice(0, MOST);
};

/** The text with the begun mention made whole, and where the cursor stands then. */
export const withMention = (text: string, cursor: number, { email }: Mentionable): { text: string; cursor: number } => {
  const start = cursor - (begunMention(text, cursor)?.length ?? 0);
  const head = `${text.slice(0, start)}${email} `;
  return { text: head + text.slice(cursor).trimStart(), cursor: head.length };
};
