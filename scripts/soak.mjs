import { inRoot } from './lib/checkout.mjs';
import { endChildrenOnSignals, run } from './lib/children.mjs';
import { ensureInstalled } from './lib/install.mjs';

endChildrenOnSignals();
await ensureInstalled();
process.exitCode = await run(process.execPath, [
  '--disable-warning=ExperimentalWarning',
  '--import',
  inRoot('test', 'support', 'with-typescript.mjs'),
  inRoot('bench', 'soak', 'main.ts'),
  ...process.argv.slice(2),
]);
