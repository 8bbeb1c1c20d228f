import type { TableRow } from '../access-table.js';
import { STANDINGS } from './callers.js';
import type { Answered } from './rules.js';

const SIGNS: Readonly<Record<Answered, string>> = {
  ALLOWED: 'yes',
  FORBIDDEN: 'no',
  UNKNOWN: '-',
  UNAUTHENTICATED: '401',
};

/** A table of Markdown, laid out as Prettier lays it out. */
const laidOut = (rows: readonly (readonly string[])[]): string => {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [first = '', ...others] = rows.map(line);
  return [first, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...others].join('\n');
};

const section = (title: string, rows: readonly TableRow[]): string =>
  `## ${title}\n\n${laidOut([
    ['What', 'It takes', ...STANDINGS.map(({ name }) => name)],
    ...rows.map(({ name, of, takes }) => [
      `\`${name}\`${of === '' ? '' : `, ${of}`}`,
      takes.told,
      ...STANDINGS.map((standing) => SIGNS[takes.answers(standing)]),
    ]),
  ])}\n`;

const HEAD = `# Who may do what

Every query, mutation, subscription and route, and the fields that answer others otherwise; each cell is asked over HTTP by
\`test/api/access-table.spec.ts\`. Written by that test of \`test/support/access-table.ts\`, and not by hand: after a change
there, \`TOLLGATE_WRITE_ACCESS=1 npx jest --selectProjects api --testPathPatterns access-table\` writes it anew.

\`yes\`: may. \`no\`: FORBIDDEN, or told so. \`-\`: not there, answered exactly as for an id or key of nothing. \`401\`: UNAUTHENTICATED.
Actions such as \`gate:vote\` are those of \`src/domain/access/access.ts\`. The columns: who holds this one role in the portfolio; a
REVIEWER who is OWNER or SPONSOR of the initiative; an INSTANCE ADMIN who is no member; FOREIGN, who holds every role in
another portfolio; who has a token and NO PORTFOLIO; and who has NO TOKEN. What the state of things forbids to those who may,
such as a vote of the owner, is no matter of this table.
`;

/** The whole table for people to read. */
export const matrixOf = (table: Readonly<Record<string, readonly TableRow[]>>): string =>
  [HEAD, ...Object.entries(table).map(([title, rows]) => section(title, rows))].join('\n');
