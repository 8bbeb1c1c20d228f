import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT } from '../support/shared.js';

interface Rule {
  readonly name: string;
}

interface Violation {
  readonly rule: { readonly name: string; readonly severity: string };
  readonly from: string;
  readonly to: string;
}

const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: readonly Rule[] };
const RULES = forbidden.map(({ name }) => name);

const PROGRAM = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

const cruise = (tree: string, args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [PROGRAM, ...args, '--config', CONFIG], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });

/** What dependency-cruiser finds in a tree of files, each given by what it imports. */
const findIn = (tree: string, files: Readonly<Record<string, readonly string[]>>): readonly Violation[] => {
  for (const [file, imports] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), [...imports.map((name) => `import '${name}';`), 'export {};'].join('\n'));
  }
  writeFileSync(join(tree, 'tsconfig.json'), '{ "compilerOptions": { "module": "nodenext", "rootDir": "." } }');
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  const rooms = ['src', 'web'].filter((room) => Object.keys(files).some((file) => file.startsWith(`${room}/`)));
  const { stdout, stderr } = cruise(tree, [...rooms, '--output-type', 'json']);
  if (!stdout.startsWith('{')) {
    throw new Error(`dependency-cruiser gave no answer: ${stdout}${stderr}`);
  }
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
};

/** One forbidden import for each rule: who imports what, in a tree where everything else is allowed. */
const PLANTS: Readonly<
  Record<string, readonly { readonly from: string; readonly imports: string; readonly to: string }[]>
> = {
  'no-cycles': [{ from: 'src/platform/a.ts', imports: './b.js', to: 'src/platform/b.ts' }],
  'no-module-cycles': [
    { from: 'src/modules/ring/queries/a.ts', imports: '../../chain/queries/a.js', to: 'src/modules/chain/queries' },
  ],
  'tools-are-pure': [
    { from: 'src/tools/jira/asks-nest.ts', imports: '@nestjs/common', to: '@nestjs/common' },
    { from: 'src/tools/jira/asks-node.ts', imports: 'node:fs', to: 'fs' },
    { from: 'src/tools/jira/asks-platform.ts', imports: '../../platform/clock.js', to: 'src/platform/clock.ts' },
  ],
  'domain-is-pure': [
    { from: 'src/domain/gates/asks-nest.ts', imports: '@nestjs/common', to: '@nestjs/common' },
    { from: 'src/domain/gates/asks-node.ts', imports: 'node:fs', to: 'fs' },
    { from: 'src/domain/gates/asks-platform.ts', imports: '../../platform/clock.js', to: 'src/platform/clock.ts' },
  ],
  'platform-knows-no-product': [
    {
      from: 'src/platform/knows.ts',
      imports: '../modules/gates/queries/gates.js',
      to: 'src/modules/gates/queries/gates.ts',
    },
  ],
  'platform-shares-only-basics': [
    { from: 'src/platform/judges.ts', imports: '../domain/gates/gate.js', to: 'src/domain/gates/gate.ts' },
  ],
  'jobs-only-call-verbs': [
    {
      from: 'src/jobs/stores.ts',
      imports: '../modules/gates/persistence/gate.entity.js',
      to: 'src/modules/gates/persistence/gate.entity.ts',
    },
    {
      from: 'src/jobs/speaks.ts',
      imports: '../modules/gates/graphql/gate.type.js',
      to: 'src/modules/gates/graphql/gate.type.ts',
    },
  ],
  'persistence-only-stores': [
    {
      from: 'src/modules/gates/persistence/decides.ts',
      imports: '../queries/gates.js',
      to: 'src/modules/gates/queries/gates.ts',
    },
  ],
  'commands-know-no-transport': [
    {
      from: 'src/modules/gates/commands/speaks.ts',
      imports: '../graphql/gate.type.js',
      to: 'src/modules/gates/graphql/gate.type.ts',
    },
    { from: 'src/modules/gates/commands/shapes.ts', imports: '@nestjs/graphql', to: '@nestjs/graphql' },
    { from: 'src/modules/gates/commands/maps.ts', imports: 'typeorm', to: 'typeorm' },
  ],
  'queries-change-nothing': [
    {
      from: 'src/modules/gates/queries/changes.ts',
      imports: '../commands/decide.js',
      to: 'src/modules/gates/commands/decide.ts',
    },
  ],
  'graphql-sees-no-rows': [
    {
      from: 'src/modules/gates/graphql/reads.ts',
      imports: '../persistence/gate.entity.js',
      to: 'src/modules/gates/persistence/gate.entity.ts',
    },
    { from: 'src/modules/gates/graphql/maps.ts', imports: 'typeorm', to: 'typeorm' },
  ],
  'tables-are-private': [
    {
      from: 'src/modules/effort/queries/reaches.ts',
      imports: '../../gates/persistence/gate.entity.js',
      to: 'src/modules/gates/persistence/gate.entity.ts',
    },
  ],
  'src-needs-no-tests': [
    { from: 'src/platform/leans.ts', imports: '../../test/support/clock.js', to: 'test/support/clock.ts' },
  ],
  'web-is-a-client': [
    { from: 'web/src/board.ts', imports: '../../src/domain/gates/gate.js', to: 'src/domain/gates/gate.ts' },
  ],
};

/** Every room with the imports it may have. */
const CLEAN = {
  'src/domain/basics/result.ts': [],
  'src/domain/basics/decimal.ts': ['big.js'],
  'src/domain/gates/gate.ts': ['../basics/result.js'],
  'src/domain/gates/gate.spec.ts': ['./gate.js', '@jest/globals'],
  'src/platform/clock.ts': ['../domain/basics/result.js', '@nestjs/common', 'typeorm', 'node:fs'],
  'src/modules/gates/persistence/gate.entity.ts': [
    'typeorm',
    '../../../domain/gates/gate.js',
    '../../../platform/clock.js',
  ],
  'src/modules/gates/queries/gates.ts': ['../persistence/gate.entity.js', '../../../domain/gates/gate.js'],
  'src/modules/gates/commands/decide.ts': [
    '../queries/gates.js',
    '../persistence/gate.entity.js',
    '../../../domain/gates/gate.js',
  ],
  'src/modules/gates/graphql/gate.type.ts': ['../commands/decide.js', '../queries/gates.js', '@nestjs/graphql'],
  'src/modules/effort/queries/effort.ts': ['../../gates/queries/gates.js'],
  'src/jobs/nightly.ts': ['../modules/gates/commands/decide.js', '../modules/gates/queries/gates.js'],
  'test/support/clock.ts': [],
  'web/src/page.ts': [],
};

describe('the rooms', () => {
  const trees: string[] = [];

  const plant = (): string => {
    const tree = realpathSync(mkdtempSync(join(tmpdir(), 'tollgate-rooms-')));
    trees.push(tree);
    return tree;
  };

  let violations: readonly Violation[];

  beforeAll(() => {
    const planted = Object.values(PLANTS)
      .flat()
      .map(({ from, imports }): [string, string[]] => [from, [imports]]);
    violations = findIn(plant(), {
      ...CLEAN,
      ...Object.fromEntries(planted),
      // The way back, for the two rules about rings.
      'src/platform/b.ts': ['./a.js'],
      'src/modules/chain/queries/a.ts': [],
      'src/modules/chain/queries/b.ts': ['../../ring/queries/b.js'],
      'src/modules/ring/queries/b.ts': [],
    });
  });

  afterAll(() => {
    trees.forEach((tree) => {
      rmSync(tree, { recursive: true, force: true });
    });
  });

  it('let pass a tree in which everybody keeps to the own room', () => {
    expect(findIn(plant(), CLEAN)).toEqual([]);
  });

  it('have a planted violation for every rule', () => {
    expect(Object.keys(PLANTS).sort()).toEqual([...RULES].sort());
  });

  it.each(RULES)('catch what breaks %s', (rule) => {
    const found = violations.filter((violation) => violation.rule.name === rule);
    for (const { from, to } of PLANTS[rule] ?? []) {
      const caught = found.filter((violation) => rule === 'no-module-cycles' || violation.from === from);
      expect(caught.map((violation) => violation.to)).toContainEqual(expect.stringContaining(to));
    }
    expect(found.every((violation) => violation.rule.severity === 'error')).toBe(true);
  });

  it('make the command fail on a violation, so that nobody misses it', () => {
    const tree = plant();
    findIn(tree, { 'src/platform/judges.ts': ['../domain/gates/gate.js'], 'src/domain/gates/gate.ts': [] });
    const { status, stdout } = cruise(tree, ['src']);
    expect(status).not.toBe(0);
    expect(stdout).toContain('platform-shares-only-basics');
  });
});
