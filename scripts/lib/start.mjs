import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { ROOT, inRoot } from './checkout.mjs';
import { codeOf, endChildrenOnSignals, Failed } from './children.mjs';
import { ensureInstalled } from './install.mjs';
import { whenOrphaned } from './orphaned.mjs';
import { say } from './progress.mjs';
import { useInstalled } from './setup-lock.mjs';

const windows = process.platform === 'win32';
// Ctrl-C in a terminal may reach us twice, once from the system and once from npm.
const SAME_KEYSTROKE_MS = 1_000;

/**
 * Passes the first signal on; the server then ends in good order. A later one ends it at once: it survives that too.
 * @param {import('node:child_process').ChildProcess} server
 */
const passSignalsTo = (server) => {
  let firstAt = 0;
  /** @param {NodeJS.Signals} signal */
  const first = (signal) => {
    firstAt = Date.now();
    if (windows) {
      // It has no signals: the server ends when the channel between us closes.
      server.disconnect();
    } else {
      server.kill(signal);
    }
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (firstAt === 0) {
        first(signal === 'SIGHUP' ? 'SIGTERM' : signal);
      } else if (Date.now() - firstAt > SAME_KEYSTROKE_MS) {
        say('stopping at once');
        server.kill('SIGKILL');
      }
    });
  }
  whenOrphaned(() => {
    if (firstAt === 0) {
      first('SIGTERM');
    }
  });
};

const serve = () => {
  const server = spawn(process.execPath, ['--enable-source-maps', inRoot('dist', 'src', 'main.js')], {
    cwd: ROOT,
    // Over the channel the server learns of our end, even of one by SIGKILL.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    // A group of its own: Ctrl-C reaches the server once, and from us.
    detached: !windows,
  });
  passSignalsTo(server);
  server.on('error', (error) => {
    say(`could not start the server: ${error.message}`);
    process.exit(1);
  });
  server.on('exit', (code, signal) => process.exit(signal ? codeOf(signal) : (code ?? 1)));
};

/** Installs and builds where needed, then runs the server until it ends, and ends with its exit code. */
export const start = async () => {
  const giveSignalsBack = endChildrenOnSignals();
  try {
    await ensureInstalled();
    await ensureBuilt();
  } catch (error) {
    if (!(error instanceof Failed)) {
      throw error;
    }
    process.exit(1);
  }
  useInstalled();
  giveSignalsBack();
  serve();
};
