import { spawnSync } from 'node:child_process';
import { ROOT } from './lib/checkout.mjs';
import { npm } from './lib/npm.mjs';

/**
 * Asks the registry for known weaknesses of what is served. Ends with 0 where there is none of level high, with 1 where there is one,
 * and with 2 where the registry does not answer: some have no such question.
 */
const [command, args] = npm();
const { stdout } = spawnSync(command, [...args, 'audit', '--json', '--omit=dev'], {
  cwd: ROOT,
  encoding: 'utf8',
  timeout: 120_000,
});

/** @type {{ vulnerabilities?: Record<string, { name: string, severity: string, range: string }>, message?: string } | null} */
let report = null;
try {
  report = JSON.parse(stdout);
} catch {
  // Nothing was answered.
}
if (!report?.vulnerabilities) {
  console.log(
    `npm audit was not answered (${report?.message?.split(' - ', 1)[0] ?? 'no answer'}): the version floors alone stand guard.`,
  );
  process.exitCode = 2;
} else {
  const grave = Object.values(report.vulnerabilities).filter(({ severity }) => ['high', 'critical'].includes(severity));
  grave.forEach(({ name, severity, range }) => console.log(`${severity}: ${name} ${range}`));
  console.log(`npm audit: ${grave.length} known weaknesses of level high or critical in what is served.`);
  process.exitCode = grave.length > 0 ? 1 : 0;
}
