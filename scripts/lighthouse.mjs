import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { ensureBuilt } from './lib/build.mjs';
import { inRoot, ROOT } from './lib/checkout.mjs';
import { boardSpeed } from './lib/board-speed.mjs';
import { chromiumPath, NO_CHROMIUM } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { say } from './lib/progress.mjs';

/** What each of the pages must come to at least, of 1. */
const LEAST = 0.95;
const KINDS = /** @type {const} */ (['performance', 'accessibility']);

/** @param {import('node:child_process').ChildProcess} server */
const addressOf = async (server) => {
  if (server.stdout) {
    for await (const line of createInterface(server.stdout)) {
      const [, address] = /Board\s+(http:\S+?)\/$/.exec(line) ?? [];
      if (address) {
        return address;
      }
    }
  }
  throw new Error('The server ended before it was ready.');
};

/** @returns {Promise<number>} A port that is free a moment before it is taken. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });

/**
 * Signs in as a program manager of the sample and gives the header Cookie, and the key of the portfolio.
 * @param {string} address
 */
const signIn = async (address) => {
  /** @type {{ waysToSignIn: { samplePeople: { id: string, does: string, portfolioKey: string }[] } }} */
  const session = /** @type {any} */ (await (await fetch(`${address}/session`)).json());
  const people = session.waysToSignIn.samplePeople;
  const person = people.find(({ does }) => /program manager/i.test(does)) ?? people[0];
  if (!person) {
    throw new Error('The server offers no sample people.');
  }
  const answer = await fetch(`${address}/session/sample`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tollgate-client': 'board', origin: address },
    body: JSON.stringify({ userId: person.id }),
  });
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  return { cookie: cookie.join('; '), portfolioKey: person.portfolioKey };
};

/**
 * Measures the pages, prints what each came to, and gives whether all came to enough.
 * @param {{ address: string, cookie: string, portfolioKey: string }} session
 * @param {number} port
 */
const measure = async ({ address, cookie, portfolioKey }, port) => {
  const { default: lighthouse } = await import('lighthouse');
  const pages = {
    board: `/p/${portfolioKey}/board`,
    initiative: `/i/${portfolioKey}-1`,
    portfolio: `/p/${portfolioKey}`,
  };
  let isEnough = true;
  for (const [name, path] of Object.entries(pages)) {
    const result = await lighthouse(`${address}${path}`, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...KINDS],
      // As people at desks do, who this page is for.
      formFactor: 'desktop',
      screenEmulation: { mobile: false, width: 1350, height: 940, deviceScaleFactor: 1, disabled: false },
      throttlingMethod: 'simulate',
      throttling: {
        rttMs: 40,
        throughputKbps: 10_240,
        cpuSlowdownMultiplier: 1,
        requestLatencyMs: 0,
        downloadThroughputKbps: 0,
        uploadThroughputKbps: 0,
      },
      extraHeaders: { Cookie: cookie },
    });
    const lhr = result?.lhr;
    const scores = KINDS.map((kind) => lhr?.categories[kind]?.score ?? 0);
    isEnough &&= scores.every((score) => score >= LEAST);
    console.log(`${name}: ${KINDS.map((kind, place) => `${kind} ${(scores[place] ?? 0).toFixed(2)}`).join(', ')}`);
    const metrics = [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
    ];
    console.log(`  ${metrics.map((id) => `${id} ${lhr?.audits[id]?.displayValue ?? '–'}`).join(', ')}`);
    for (const { id, weight } of lhr?.categories['accessibility']?.auditRefs ?? []) {
      const audit = lhr?.audits[id];
      if (weight > 0 && audit && audit.score !== null && audit.score < 1) {
        console.log(`  ${id}: ${audit.title}`);
      }
    }
  }
  return isEnough;
};

await ensureInstalled();
if (chromiumPath === undefined) {
  console.error(`Lighthouse needs a browser, and ${NO_CHROMIUM}.`);
  process.exit(1);
}
await ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'tollgate-lighthouse-'));
// Its own data, so that what is measured is the sample as it ships.
const server = spawn(process.execPath, [inRoot('dist', 'src', 'main.js')], {
  cwd: ROOT,
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  env: { ...process.env, PORT: '0', TOLLGATE_DATA_DIR: folder, TOLLGATE_DEMO: '1', DATABASE_URL: '' },
});
const ended = new Promise((resolve) => server.on('exit', resolve));
try {
  const address = await addressOf(server);
  server.stdout?.resume();
  say(`measuring ${address}`);
  const { chromium } = await import('playwright-core');
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu'],
  });
  try {
    const session = { address, ...(await signIn(address)) };
    process.exitCode = (await measure(session, port)) ? 0 : 1;
    const speed = await boardSpeed(browser, session);
    console.log(
      `board with 300 initiatives more: first card after ${speed.firstCardCold.toFixed(0)} ms (slowest ${speed.slowestCold.toFixed(0)} ms), ` +
        `${speed.firstCardWarm.toFixed(0)} ms with the files cached; slowest keystroke ${speed.worstKeystroke.toFixed(0)} ms`,
    );
  } finally {
    await browser.close();
  }
} finally {
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
