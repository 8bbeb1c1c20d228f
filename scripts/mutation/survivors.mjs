/** @typedef {{ file: string, line: number, change: string }} Survivor */
/** @typedef {{ file: string, change: string, reason: string }} Listed */
/** @typedef {{ line: number, column: number }} Position */
/** @typedef {{ status: string, replacement?: string, location: { start: Position, end: Position } }} Mutant */
/** @typedef {{ files: Record<string, { source: string, mutants: Mutant[] }> }} Report */

const LONGEST_PART = 100;
const FOLDER = 'src/domain/';

/** @param {string} code */
const inOneLine = (code) => {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_PART ? line : `${line.slice(0, LONGEST_PART - 1)}…`;
};

/**
 * Code as a table of Markdown can hold it: its backticks fenced, its bars escaped.
 * @param {string} code
 */
const asCode = (code) => {
  const line = inOneLine(code).replaceAll('|', '\\|');
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
};

/**
 * @param {string} source
 * @param {Mutant['location']} location
 */
const textAt = (source, { start, end }) => {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join('\n');
};

/**
 * The mutants no test has killed, as rows of the table: the file under src/domain, and what was changed into what.
 * @param {Report} report
 * @returns {Survivor[]}
 */
export const survivorsIn = (report) =>
  Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location, replacement = '' }) => ({
        file: file.slice(FOLDER.length),
        line: location.start.line,
        change: `${asCode(textAt(source, location))} → ${asCode(replacement)}`,
      })),
  );

/**
 * The rows of the tables in a text: those of three columns whose first is a file.
 * @param {string} markdown
 * @returns {Listed[]}
 */
export const listedIn = (markdown) =>
  markdown.split('\n').flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, file = '', change = '', reason = ''] = cells;
    return cells.length === 5 && file.endsWith('.ts') ? [{ file, change, reason }] : [];
  });

/**
 * Which survivors nobody gave a reason for, and which reasons are for none.
 * @param {readonly Survivor[]} survivors
 * @param {readonly Listed[]} listed
 */
export const compareSurvivors = (survivors, listed) => {
  /** @param {Survivor | Listed} row */
  const key = ({ file, change }) => `${file} ${change}`;
  const reasons = new Set(listed.filter(({ reason }) => reason !== '').map(key));
  const found = new Set(survivors.map(key));
  return {
    unlisted: survivors.filter((survivor) => !reasons.has(key(survivor))),
    gone: listed.filter((row) => !found.has(key(row))),
  };
};
