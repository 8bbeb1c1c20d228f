import { readFileSync } from 'node:fs';
import { inRoot, tool } from './lib/checkout.mjs';
import { endChildrenOnSignals, run } from './lib/children.mjs';
import { compareSurvivors, listedIn, survivorsIn } from './mutation/survivors.mjs';

const REPORT = inRoot('reports', 'mutation', 'mutation.json');
const LIST = inRoot('docs', 'mutation.md');

/** Holds the list of survivors against those there are: each has a reason, and each reason has its survivor. */
const compare = () => {
  const { unlisted, gone } = compareSurvivors(
    survivorsIn(JSON.parse(readFileSync(REPORT, 'utf8'))),
    listedIn(readFileSync(LIST, 'utf8')),
  );
  for (const { file, line, change } of unlisted) {
    console.log(`survives without a reason in docs/mutation.md, line ${line}:\n| ${file} | ${change} | |`);
  }
  for (const { file, change } of gone) {
    console.log(`is listed in docs/mutation.md and does not survive:\n| ${file} | ${change} |`);
  }
  return unlisted.length + gone.length;
};

endChildrenOnSignals();
const args = process.argv.slice(2);
const code = await run(process.execPath, [tool('@stryker-mutator/core/bin/stryker.js'), 'run', ...args]);
// A run over a part says nothing about the rest.
const isWhole = !args.some((each) => /^(-m|--mutate)\b/.test(each));
process.exitCode = isWhole && code === 0 && compare() > 0 ? 1 : code;
