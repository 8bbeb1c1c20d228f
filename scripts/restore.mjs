import { ensureBuilt } from './lib/build.mjs';
import { inRoot } from './lib/checkout.mjs';
import { endChildrenOnSignals, run } from './lib/children.mjs';
import { ensureInstalled } from './lib/install.mjs';

endChildrenOnSignals();
await ensureInstalled();
await ensureBuilt();
process.exitCode = await run(process.execPath, [inRoot('dist', 'src', 'restore.js'), ...process.argv.slice(2)]);
