/** @typedef {{ file: string, line: number, change: string }} Survivor */
/** @typedef {{ file: string, change: string, reason: string }} Listed */
/** @typedef {{ line: number, column: number }} Position */
/** @typedef {{ status: string, replacement?: string, location: { start: Position, end: Position } }} Mutant */
/** @typedef {{ files: Record<string, { source: string, mutants: Mutant[] }> }} Report */

const LONGEST_PART = 160;
/** A part that is shorter could stand anywhere, so the line it stands in is told with it. */
const TELLING_PART = 30;
const FOLDER = 'src/domain/';

/** @param {string} code */
const inOneLine = (code) => {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_PART ? line : `${line.slice(0, LONGEST_PART - 1)}…`;
};

/**
 * Code as a table of Markdown can hold it: its backticks fenced by more of them, its bars escaped.
 * @param {string} code
 */
const asCode = (code) => {
  const line = inOneLine(code).replaceAll('|', '\\|');
  const ticks = line.match(/`+/g);
  if (!ticks) {
    return `\`${line}\``;
  }
  const fence = '`'.repeat(Math.max(...ticks.map(({ length }) => length)) + 1);
  return `${fence} ${line} ${fence}`;
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
 * @param {string} source
 * @param {Mutant} mutant
 */
const changeIn = (source, { location, replacement = '' }) => {
  const part = textAt(source, location);
  const where = part.length < TELLING_PART ? ` in ${asCode(String(source.split('\n')[location.start.line - 1]))}` : '';
  return `${asCode(part)} → ${asCode(replacement)}${where}`;
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
      .map((mutant) => ({
        file: file.slice(FOLDER.length),
        line: mutant.location.start.line,
        change: changeIn(source, mutant),
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
