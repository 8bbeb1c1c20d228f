import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const binary = (): string | null => {
  try {
    return createRequire(import.meta.url).resolve('@squawk-cli/linux-x64/bin/squawk');
  } catch {
    // npm installs it on the one system it is for.
    return null;
  }
};

const PROGRAM = binary();

/** Whether this machine has the linter of SQL. */
export const hasSquawk = PROGRAM !== null && spawnSync(PROGRAM, ['--version']).status === 0;

/** What does not hold for us: each migration is a transaction, its session has its limits (platform/database/migrate.ts), and what counts little counts in integers. */
const NOT_OURS = ['prefer-robust-stmts', 'require-lock-timeout', 'require-statement-timeout', 'prefer-bigint-over-int'];

/** What would lock out, or break, a release that still serves: the rule and the words of each. */
export const complaintsOf = (sql: string, isInTransaction: boolean): readonly string[] => {
  const { stdout, stderr, error } = spawnSync(
    PROGRAM ?? '',
    ['--reporter=json', '--pg-version=15', `--exclude=${NOT_OURS.join(',')}`, '--stdin-filepath=migration.sql'],
    { input: isInTransaction ? `BEGIN;\n${sql}\nCOMMIT;\n` : sql, encoding: 'utf8' },
  );
  if (error) {
    throw error;
  }
  try {
    return (JSON.parse(stdout) as { rule_name: string; message: string }[]).map(
      ({ rule_name, message }) => `${rule_name}: ${message}`,
    );
  } catch {
    throw new Error(`The linter answered no JSON: ${stdout}${stderr}`);
  }
};
