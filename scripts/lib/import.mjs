import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';

const KINDS = ['initiatives', 'effort'];

const HELP = `Imports initiatives or effort from a CSV file into a running Tollgate.

  npm run import -- [--kind effort] --portfolio KEY --mapping MAPPING.json [--dry-run] [--url http://127.0.0.1:3000] [--token tgt_...] FILE.csv

  --kind       what the rows are: initiatives (where it is left out) or effort
  --portfolio  the key of the portfolio, for instance CLAIMS
  --mapping    how the columns of the file become that, see docs/import.md
  --dry-run    tell what would happen, and change nothing
  --url        where Tollgate runs; http://127.0.0.1:3000 where it is left out
  --token      an API token; the variable TOLLGATE_TOKEN where it is left out

It ends with 0 when every row was taken in, else with 1.`;

const SHOWN_WARNINGS = 100;

/**
 * @typedef {{ line: number, level: string, column: string | null, value: string | null, reason: string }} ReportedRow
 * @typedef {{ rowsRead: number, refused: number, warnings: number, rows: ReportedRow[], truncated: boolean }} Report
 * @typedef {{ kind: string, portfolio: string, mapping: string, file: string, dryRun: boolean, url: string, token: string }} Order
 */

/**
 * Sends a file to the import of a running server and prints its answer. Gives the exit code.
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export const importInitiatives = async (args) => {
  try {
    const order = orderOf(args);
    if (order === null) {
      console.log(HELP);
      return 0;
    }
    const response = await send(order);
    return told(response, order);
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
};

/**
 * @param {string[]} args
 * @returns {Order | null}
 */
const orderOf = (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      kind: { type: 'string', default: 'initiatives' },
      portfolio: { type: 'string' },
      mapping: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      url: { type: 'string', default: 'http://127.0.0.1:3000' },
      token: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    return null;
  }
  const token = values.token || process.env.TOLLGATE_TOKEN;
  const [file, ...more] = positionals;
  const missing = [
    ...(KINDS.includes(values.kind) ? [] : [`--kind must be one of: ${KINDS.join(', ')}.`]),
    ...(values.portfolio ? [] : ['--portfolio is missing.']),
    ...(values.mapping ? [] : ['--mapping is missing.']),
    ...(file ? [] : ['The CSV file is missing.']),
    ...(more.length === 0 ? [] : [`One file at a time, please; ${more.join(' ')} is too much.`]),
    ...(token ? [] : ['An API token is missing: give --token, or set TOLLGATE_TOKEN.']),
  ];
  const { kind, portfolio, mapping } = values;
  if (missing.length > 0 || !portfolio || !mapping || !file || !token) {
    throw new Error(`${missing.join('\n')}\n\n${HELP}`);
  }
  return { kind, portfolio, mapping, file, dryRun: values['dry-run'], url: values.url, token };
};

/**
 * The file goes out as it is read: it need not fit into memory. However long the import takes, its answer is waited for.
 * @param {Order} order
 * @returns {Promise<{ status: number, body: string }>}
 */
const send = async ({ kind, portfolio, mapping, file, dryRun, url, token }) => {
  const fields = { portfolio, mapping: await readFile(mapping, 'utf8'), dryRun: String(dryRun) };
  await access(file);
  const boundary = `tollgate-${randomUUID()}`;
  const target = new URL(`api/imports/${kind}`, url.endsWith('/') ? url : `${url}/`);
  const outgoing = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  /** @type {Promise<import('node:http').IncomingMessage>} */
  const answer = new Promise((resolve, reject) => {
    outgoing.on('response', resolve);
    outgoing.on('error', (error) => {
      reject(new Error('Tollgate could not be reached', { cause: error }));
    });
  });
  const sending = pipeline(Readable.from(form(boundary, fields, file)), outgoing);
  // Who refuses may answer before the file is out, and then does not read on.
  sending.catch(() => undefined);
  const response = await answer;
  return { status: response.statusCode ?? 0, body: await text(response) };
};

/**
 * @param {string} boundary
 * @param {Record<string, string>} fields
 * @param {string} file
 * @returns {AsyncGenerator<Uint8Array>}
 */
async function* form(boundary, fields, file) {
  for (const [name, value] of Object.entries(fields)) {
    yield Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  }
  const fileName = basename(file).replace(/["\r\n]/g, '_');
  yield Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n`,
  );
  for await (const chunk of createReadStream(file)) {
    yield chunk;
  }
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

/**
 * @param {{ status: number, body: string }} response
 * @param {Order} order
 * @returns {number}
 */
const told = ({ status, body }, order) => {
  const answer = parsed(body);
  if (status === 200 && answer) {
    print(/** @type {Report} */ (answer), order);
    return answer.refused > 0 ? 1 : 0;
  }
  if (Array.isArray(answer?.problems)) {
    console.error('Nothing was imported. Correct this, then try again:');
    for (const { place, message } of answer.problems) {
      console.error(`  ${place}: ${message}`);
    }
    return 1;
  }
  console.error(answer?.error?.message ?? `The server answered ${status}: ${body.slice(0, 500)}`);
  return 1;
};

/**
 * @param {Report} report
 * @param {Order} order
 */
const print = (report, { dryRun, file, portfolio }) => {
  const warnings = report.rows.filter(({ level }) => level === 'warning');
  const shown = [...report.rows.filter(({ level }) => level === 'refused'), ...warnings.slice(0, SHOWN_WARNINGS)];
  for (const { line, level, column, value, reason } of shown) {
    const where = column === null ? '' : ` ${column}${value ? ` (${oneLine(value)})` : ''}:`;
    console.log(`line ${line}, ${level}:${where} ${reason}`);
  }
  const hidden = report.refused + report.warnings - shown.length;
  if (report.truncated || warnings.length > SHOWN_WARNINGS) {
    console.log(`... and ${Math.max(hidden, 1)} more.`);
  }
  console.log(
    dryRun ? `A dry run of ${file} into ${portfolio}; nothing was changed.` : `${file} was imported into ${portfolio}.`,
  );
  console.log(`${report.rowsRead} rows read: ${countsOf(report)}; ${report.warnings} warnings.`);
};

/**
 * What came of the rows, in the order of the answer.
 * @param {Report} report
 */
const countsOf = (report) =>
  Object.entries(report)
    .filter(([name, count]) => typeof count === 'number' && name !== 'rowsRead' && name !== 'warnings')
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

/** @param {string} value */
const oneLine = (value) => {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/**
 * @param {string} text
 * @returns {any}
 */
const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** @param {unknown} error */
const messageOf = (error) => {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const cause =
    error.cause instanceof Error
      ? ` (${error.cause.message || ('code' in error.cause ? String(error.cause.code) : '')})`
      : '';
  return cause === '' ? error.message : `${error.message}${cause}. Is it running? Start it, or give --url.`;
};
