import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, tool } from './checkout.mjs';
import { Failed, run } from './children.mjs';
import { step } from './progress.mjs';
import { alone, noteWorker } from './setup-lock.mjs';

const SERVER = [
  'src',
  'migrations',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'package.json',
  'package-lock.json',
];
const BOARD = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.mjs',
  'web/precompress.mjs',
  'web/postcss.config.mjs',
  'web/tsconfig.json',
  'package.json',
  'package-lock.json',
];

/**
 * What is built, of what, by which program. A build empties its folder first, and the stamp in it: one that was broken off does
 * not count.
 * @typedef {{ name: string, inputs: string[], folder: string[], result: string[], program: string, args: string[] }} Target
 * @type {readonly [server: Target, board: Target]}
 */
const TARGETS = [
  {
    name: 'building',
    inputs: SERVER,
    folder: ['dist'],
    result: ['src', 'main.js'],
    program: '@nestjs/cli/bin/nest.js',
    args: ['build'],
  },
  {
    name: 'building the board',
    inputs: BOARD,
    folder: ['web', 'dist'],
    result: ['index.html'],
    program: 'vite/bin/vite.js',
    args: ['build', '--config', 'web/vite.config.mjs', '--logLevel', 'warn'],
  },
];

/**
 * @param {string} path
 * @returns {string[]}
 */
const filesIn = (path) =>
  statSync(inRoot(path)).isDirectory()
    ? readdirSync(inRoot(path), { withFileTypes: true })
        .flatMap((entry) =>
          entry.isDirectory() || !entry.name.includes('.spec.') ? filesIn(join(path, entry.name)) : [],
        )
        .sort()
    : [path];

/**
 * What a build is made from: the contents, for a checkout of another commit sets times as it likes.
 * @param {Target} target
 */
const inputs = (target) => {
  const hash = createHash('sha256');
  for (const file of target.inputs.flatMap(filesIn)) {
    const content = readFileSync(inRoot(file));
    hash.update(`${file} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
};

/** @param {Target} target */
const stampOf = ({ folder }) => inRoot(...folder, '.built-from');

/** @param {Target} target */
const isBuilt = (target) => {
  try {
    const wanted = inputs(target);
    return readFileSync(stampOf(target), 'utf8') === wanted && existsSync(inRoot(...target.folder, ...target.result));
  } catch {
    return false;
  }
};

/** @param {readonly Target[]} targets */
const build = async (targets) => {
  for (const target of targets.filter((target) => !isBuilt(target))) {
    const from = inputs(target);
    await step(target.name, async () => {
      const code = await run(process.execPath, [tool(target.program), ...target.args], { onStart: noteWorker });
      if (code !== 0) {
        throw new Failed();
      }
      writeFileSync(stampOf(target), from);
    });
  }
};

/** @param {readonly Target[]} targets */
const ensure = async (targets) => {
  if (!targets.every(isBuilt)) {
    await alone(() => build(targets));
  }
};

/** Compiles the server and the board, unless what lies there was made from just these sources. */
export const ensureBuilt = () => ensure(TARGETS);

/** The same for the board alone: its tests run the server from its sources. */
export const ensureBoardBuilt = () => ensure([TARGETS[1]]);
