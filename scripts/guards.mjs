import { parseArgs } from 'node:util';
import { endChildrenOnSignals } from './lib/children.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { step } from './lib/progress.mjs';
import { copyOfCheckout, turnOff } from './guards/copy.mjs';
import { GUARDS } from './guards/list.mjs';
import { outcomeOf, unprovable } from './guards/outcome.mjs';
import { trySpecs } from './guards/try-specs.mjs';

const HELP = `Turns each guard off in turn, in a copy of the sources, and sees whether the test fails that stands for it.

  npm run guards                      # all of them, one at a time
  npm run guards -- --only "a token"  # those whose name holds this
  npm run guards -- --list            # what they are, and by which test they are proved
  npm run guards -- --why             # with the first line of each failure

It ends with 1 where a guard was off and no test failed.`;

const UNTOUCHED_WITHIN_MS = 900_000;
const ONE_WITHIN_MS = 240_000;

const { only, list, why, help } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
    why: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
}).values;

const guards = GUARDS.filter(({ name }) => name.includes(only));

/** @param {import('./guards/guard.mjs').Guard} guard */
const described = ({ name, against, spec, test }) => `${name}: ${against}\n  ${spec} "${test}"`;

/** @param {number} since */
const minutesSince = (since) => ((Date.now() - since) / 60_000).toFixed(1);

/**
 * Turns the guards off one by one and tells of each; gives how many of them were found.
 * @param {string} folder
 */
const findEach = async (folder) => {
  let found = 0;
  for (const guard of guards) {
    const begun = Date.now();
    const turnOn = turnOff(folder, guard.off);
    const outcome = outcomeOf(await trySpecs(folder, [guard], { withinMs: ONE_WITHIN_MS }));
    turnOn();
    const took = `${((Date.now() - begun) / 1_000).toFixed(0)} s`;
    if (outcome.verdict === 'found') {
      found += 1;
      console.log(`found: ${guard.name}, by "${outcome.by}" (${took})${why ? `\n  ${outcome.why}` : ''}`);
    } else {
      console.log(`${outcome.verdict}: ${described(guard)} (${took})`);
    }
  }
  return found;
};

const main = async () => {
  const begun = Date.now();
  endChildrenOnSignals();
  await ensureInstalled();
  const folder = copyOfCheckout();
  const untouched = await step('the tests with every guard on', () =>
    trySpecs(folder, guards, { withinMs: UNTOUCHED_WITHIN_MS }),
  );
  const failing = unprovable(guards, untouched);
  if (failing.length > 0) {
    failing.forEach((guard) => console.log(`does not pass with every guard on: ${described(guard)}`));
    return 1;
  }
  const found = await findEach(folder);
  console.log(`${guards.length} guards, ${found} found, ${minutesSince(begun)} minutes`);
  return found === guards.length ? 0 : 1;
};

if (help || guards.length === 0) {
  console.log(help ? HELP : `No guard has "${only}" in its name.`);
  process.exitCode = help ? 0 : 1;
} else if (list) {
  guards.forEach((guard) => console.log(described(guard)));
} else {
  process.exitCode = await main();
}
