import { oneLine } from '../fields.js';
import type { Report } from '../mapping-fields.js';

/** Columns that each hold a whole worklog, as Jira exports them, and where what is in them goes. */
export interface WorklogColumns {
  readonly indexes: readonly number[];
  readonly name: string;
}

const PARTS = ['comment', 'started', 'author', 'seconds'] as const;
const WORKLOG = /^(.*);([^;]*);([^;]*);([^;]*)$/s;

/** `worklogs`: finds all columns of that name; null where the part is left out. */
export const readWorklogColumns = (
  input: unknown,
  header: readonly string[],
  report: Report,
): WorklogColumns | null => {
  if (input === undefined || input === null) {
    return null;
  }
  const name = typeof input === 'string' ? oneLine(input) : '';
  const indexes = header.flatMap((each, index) => (oneLine(each) === name ? [index] : []));
  if (name === '' || indexes.length === 0) {
    report(['worklogs'], `worklogs must be the name of a column; the file has no column "${name}".`);
    return null;
  }
  return { indexes, name };
};

/** The columns that a row has besides its own once its worklogs are taken apart. */
export const worklogHeader = ({ name }: WorklogColumns): readonly string[] => PARTS.map((part) => `${name}.${part}`);

/**
 * Takes a row apart into one for each worklog in it: the cells of the row, then comment, start, author and seconds. A
 * comment may hold semicolons. What is no worklog is a row without these four, which is refused for what is missing. A
 * row without worklogs is none.
 */
export const unfoldWorklogs = (cells: readonly string[], { indexes }: WorklogColumns): readonly (readonly string[])[] =>
  indexes
    .map((index) => cells[index] ?? '')
    .filter((cell) => cell.trim() !== '')
    .map((cell) => {
      const [, ...parts] = WORKLOG.exec(cell) ?? ['', '', '', '', ''];
      return [...cells, ...parts.map((part) => part.trim())];
    });
