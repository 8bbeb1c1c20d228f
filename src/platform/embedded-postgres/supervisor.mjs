// Runs PostgreSQL in a session of its own and stops it when the program that started it is gone, however that ended.
// Plain JavaScript, because it runs from src under Jest and from dist in production.
import { spawn } from 'node:child_process';

/** @type {{ command: string, args: string[], account: { uid: number, gid: number } | null, env: Record<string, string>, stop: string[] | null }} */
const { command, args, account, env, stop } = JSON.parse(process.argv[2] ?? '');

// A signal to everything (a shutdown, a service manager) reaches the program too, and it may still need its database to end well.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => undefined);
}

const as = account ? { uid: account.uid, gid: account.gid } : {};
const postgres = spawn(command, args, {
  ...as,
  env,
  cwd: '/',
  stdio: ['ignore', 'ignore', 'inherit'],
  windowsHide: true,
});

postgres.on('error', (error) => {
  console.error(`could not start ${command}: ${error.message}`);
  process.exit(126);
});
postgres.on('exit', (code, signal) => {
  if (signal) {
    console.error(`PostgreSQL was ended by ${signal}`);
  }
  process.exit(code ?? 125);
});

const end = () => {
  if (stop) {
    // Windows has no signals: pg_ctl tells PostgreSQL through a pipe.
    spawn(/** @type {string} */ (stop[0]), stop.slice(1), { env, stdio: 'ignore', windowsHide: true });
    return;
  }
  postgres.kill('SIGINT');
  setTimeout(() => postgres.kill('SIGQUIT'), 60_000);
  setTimeout(() => postgres.kill('SIGKILL'), 70_000);
};

// Our standard input is a pipe that only the program holds open: the system closes it when the program dies.
process.stdin.on('error', () => undefined);
process.stdin.once('close', end);
process.stdin.resume();
