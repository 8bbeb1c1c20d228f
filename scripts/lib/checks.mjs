import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, tool } from './checkout.mjs';
import { run } from './children.mjs';
import { step } from './progress.mjs';

/** @typedef {{ name: string, args: string[], read?: (file: string) => string }} Check */

/**
 * Prints what ESLint found, and counts the warnings.
 * @param {string} file
 */
const readLint = (file) => {
  /** @type {import('eslint').ESLint.LintResult[]} */
  const results = JSON.parse(readFileSync(file, 'utf8'));
  let warnings = 0;
  for (const { filePath, messages } of results) {
    for (const { line, column, message, ruleId, severity } of messages) {
      warnings += severity === 1 ? 1 : 0;
      const where = `${relative(ROOT, filePath)}:${line ?? 0}:${column ?? 0}`;
      console.log(`${where} ${severity === 1 ? 'warning' : 'error'} ${message} ${ruleId ?? ''}`);
    }
  }
  return `${results.length} files, ${warnings} warnings`;
};

/**
 * The longest first.
 * @type {readonly [Check, ...Check[]]}
 */
export const CHECKS = [
  { name: 'lint', args: [tool('eslint/bin/eslint.js'), '.', '--format=json'], read: readLint },
  { name: 'format', args: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.'] },
  { name: 'types', args: [tool('typescript/bin/tsc'), '--project', 'tsconfig.json', '--noEmit'] },
  {
    name: 'types of the domain',
    args: [tool('typescript/bin/tsc'), '--project', 'src/domain/tsconfig.json', '--noEmit'],
  },
  { name: 'types of the board', args: [tool('typescript/bin/tsc'), '--project', 'web/tsconfig.json', '--noEmit'] },
  {
    name: "types of the board's tests",
    args: [tool('typescript/bin/tsc'), '--project', 'web/test/tsconfig.json', '--noEmit'],
  },
  {
    name: "the board's questions, made of the schema",
    args: [tool('@graphql-codegen/cli/esm/bin.js'), '--config', 'web/codegen.mjs', '--check'],
  },
  {
    name: 'rooms',
    args: [tool('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', '--config', '.dependency-cruiser.cjs'],
  },
];

/**
 * Runs one check, which counts as one: passed or failed.
 * @param {Check} check
 * @param {string} folder for what the program reports
 */
export const runCheck = async ({ name, args, read }, folder) => {
  const file = join(folder, 'report.json');
  const code = await step(name, () => run(process.execPath, read ? [...args, `--output-file=${file}`] : args));
  let note;
  try {
    note = read?.(file);
  } catch (error) {
    note = `it left no report: ${error instanceof Error ? error.message : String(error)}`;
  }
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, ...(note ? { note } : {}) };
};
