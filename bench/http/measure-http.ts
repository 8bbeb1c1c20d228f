import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openData } from '../data.js';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { tellMachine } from '../machine.js';
import type { Size } from '../sizes.js';
import { untilCalm } from './calm.js';
import { checkAnswers } from './check.js';
import { CONTESTANT_NAMES, type ContestantName } from './contestants/index.js';
import { buildNaive, installPeers, newestNode, nodeFor, type NodeChoice } from './contestants/peers.js';
import { startContestant, type Running } from './contestants/start.js';
import { medianOf, type Cell, type Figures, type Keep } from './figures.js';
import { startLoad } from './load/load-process.js';
import type { World } from './operations/operation.js';
import { preparePeers } from './peer-schema.js';
import { measureRounds, type Plan } from './rounds.js';
import { tellFigures } from './tell.js';
import { readCursors, readWorld } from './world.js';

export interface HttpRun extends Omit<Plan, 'tell'> {
  readonly sizes: readonly Size[];
  readonly contestants: readonly ContestantName[];
  readonly node: NodeChoice;
  /** The folder that keeps portfolios; null: they are made anew and thrown away. */
  readonly data: string | null;
  readonly json: string | null;
}

const say = (line = ''): void => {
  console.log(line);
};

/** Asks the product and its peers the same over HTTP, by turns and on the same database, and prints the tables. */
export const measureHttp = async ({
  sizes,
  contestants,
  node,
  data: folder,
  json,
  ...plan
}: HttpRun): Promise<void> => {
  await ensureBuilt();
  const absent = await preparePrograms(contestants);
  const present = CONTESTANT_NAMES.filter((name) => contestants.includes(name) && absent[name] === undefined);
  const data = await openData(folder, say);
  const machine = tellMachine(data.version, nodeFor(node));
  const cells: Cell[] = [];
  const keeps: Keep[] = [];
  try {
    say(machine);
    for (const size of sizes) {
      const measured = await measureSize(
        { size, database: await data.copyOf(size), names: present, node },
        { ...plan, tell: say },
      );
      cells.push(...measured.cells);
      keeps.push(...measured.keeps);
      await data.throwAway(measured.database);
    }
  } finally {
    await data.stop();
  }
  const figures: Figures = { cells, keeps, absent };
  say(`\n${tellFigures(figures)}`);
  if (json !== null) {
    writeFileSync(json, `${JSON.stringify({ machine, plan, ...figures }, null, 2)}\n`);
  }
};

/** Who cannot be there, and why. */
const preparePrograms = async (contestants: readonly ContestantName[]): Promise<Figures['absent']> => {
  const needy = contestants.filter((name) => name === 'postgraphile' || name === 'naive');
  const problem = needy.length === 0 ? null : await installPeers(say);
  if (problem !== null) {
    return Object.fromEntries(needy.map((name) => [name, problem]));
  }
  if (contestants.includes('naive')) {
    buildNaive();
  }
  return contestants.includes('postgraphile') && newestNode() === null
    ? { postgraphile: 'it needs Node 22 or newer, and none was carried along for this system' }
    : {};
};

interface Field {
  readonly size: Size;
  readonly database: string;
  readonly names: readonly ContestantName[];
  readonly node: NodeChoice;
}

/** What starting took is given back when nobody asks for a while. */
const IDLE_MS = 20_000;

const measureSize = async (
  { size, database, names, node }: Field,
  plan: Plan,
): Promise<{ readonly cells: readonly Cell[]; readonly keeps: readonly Keep[]; readonly database: string }> => {
  await preparePeers(database);
  const load = await startLoad();
  const running: Running[] = [];
  try {
    const known = await readWorld(database);
    const worlds = new Map<ContestantName, World>();
    const ready = new Map<ContestantName, number>();
    for (const name of names) {
      const { contestant, readyAfterMs } = await startThrice(name, database, node);
      running.push(contestant);
      ready.set(name, readyAfterMs);
    }
    await pause(IDLE_MS);
    const idle = new Map(running.map(({ name, residentMegabytes }) => [name, residentMegabytes()]));
    for (const contestant of running) {
      const { name } = contestant;
      const run = `${name}-${Date.now().toString(36)}`;
      const world = { ...known, cursors: await readCursors(contestant, known), run };
      worlds.set(name, world);
      await load.know({ know: name, url: contestant.url, token: contestant.token, world });
    }
    await checkAnswers(running, worlds, plan.operations);
    await untilCalm(database);
    say(`${size.name}: ${names.join(', ')} give the same answers.`);
    const cells = await measureRounds(size.name, database, running, load, plan);
    const keeps = running.map(({ name, residentMegabytes }) => ({
      size: size.name,
      contestant: name,
      readyAfterMs: ready.get(name) ?? Number.NaN,
      idle: idle.get(name) ?? Number.NaN,
      afterLoad: residentMegabytes(),
    }));
    return { cells, keeps, database };
  } finally {
    load.end();
    await Promise.all(running.map((contestant) => contestant.stop()));
  }
};

const STARTS = 3;

/** The last of some starts goes on; the time is the median of all. */
const startThrice = async (
  name: ContestantName,
  database: string,
  node: NodeChoice,
): Promise<{ readonly contestant: Running; readonly readyAfterMs: number }> => {
  const times: number[] = [];
  for (;;) {
    const contestant = await startContestant(name, database, node);
    times.push(contestant.readyAfterMs);
    if (times.length === STARTS) {
      return { contestant, readyAfterMs: medianOf(times) };
    }
    await contestant.stop();
  }
};
