import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, tool } from './checkout.mjs';
import { Failed, run } from './children.mjs';
import { step } from './progress.mjs';
import { alone, noteWorker } from './setup-lock.mjs';

const INPUTS = [
  'src',
  'migrations',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'package.json',
  'package-lock.json',
];
const STAMP = inRoot('dist', '.built-from');
const PROGRAM = inRoot('dist', 'src', 'main.js');

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

/** What a build is made from: the contents, for a checkout of another commit sets times as it likes. */
const inputs = () => {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap(filesIn)) {
    const content = readFileSync(inRoot(file));
    hash.update(`${file} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
};

/** @param {string} wanted */
const isBuilt = (wanted) => {
  try {
    return readFileSync(STAMP, 'utf8') === wanted && existsSync(PROGRAM);
  } catch {
    return false;
  }
};

const build = async () => {
  const from = inputs();
  if (isBuilt(from)) {
    return;
  }
  await step('building', async () => {
    // The compiler empties dist first, and the stamp with it: a build that was broken off does not count.
    const code = await run(process.execPath, [tool('@nestjs/cli/bin/nest.js'), 'build'], { onStart: noteWorker });
    if (code !== 0) {
      throw new Failed();
    }
    writeFileSync(STAMP, from);
  });
};

/** Compiles the server into dist, unless what lies there was made from just these sources. */
export const ensureBuilt = async () => {
  if (!isBuilt(inputs())) {
    await alone(build);
  }
};
