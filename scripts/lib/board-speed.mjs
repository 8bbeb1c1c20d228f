/// <reference lib="dom" />
const COUNT = 300;
const STAGES = ['intake', 'discovery', 'poc', 'pilot', 'scale'];
const ROUNDS = 5;

/**
 * Brings 300 initiatives into a portfolio, a fifth of them into each stage.
 * @param {string} address
 * @param {string} cookie
 * @param {string} portfolioKey
 */
const importMany = async (address, cookie, portfolioKey) => {
  const rows = Array.from(
    { length: COUNT },
    (_, index) =>
      `row-${index},Claims triage for region ${index},Letters are read twice.,${STAGES[index % STAGES.length] ?? ''},2026-01-1${index % 10}`,
  );
  const mapping = {
    columns: { externalRef: 'Ref', name: 'Name', problem: 'Problem' },
    values: { stage: { column: 'Stage', map: Object.fromEntries(STAGES.map((stage) => [stage, stage])) } },
    enteredOn: Object.fromEntries(STAGES.map((stage) => [stage, 'Since'])),
    defaults: { valueThesis: 'PRODUCTIVITY' },
  };
  const form = new FormData();
  form.append('file', new Blob([['Ref,Name,Problem,Stage,Since', ...rows, ''].join('\r\n')]), 'rows.csv');
  form.append('portfolio', portfolioKey);
  form.append('mapping', JSON.stringify(mapping));
  const response = await fetch(`${address}/api/imports/initiatives`, {
    method: 'POST',
    headers: { cookie, 'x-tollgate-client': 'board', origin: address },
    body: form,
  });
  if (!response.ok) {
    throw new Error(`The import was answered with ${response.status}: ${await response.text()}`);
  }
};

/**
 * Types one letter into the field in focus, and tells after how many milliseconds the page was drawn with it.
 * @param {import('playwright-core').Page} page
 * @param {string} letter
 */
const keystroke = (page, letter) =>
  page.evaluate(
    (typed) =>
      new Promise((/** @type {(milliseconds: number) => void} */ resolve) => {
        const field = /** @type {HTMLInputElement} */ (document.activeElement);
        const from = performance.now();
        Reflect.set(HTMLInputElement.prototype, 'value', field.value + typed, field);
        field.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
      }),
    letter,
  );

/**
 * From the address to the first card, as the browser itself counts, in milliseconds.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
const firstCard = async (page, url) => {
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(
    () =>
      new Promise((/** @type {(milliseconds: number) => void} */ resolve) => {
        const look = () =>
          document.querySelector('[data-card]') ? resolve(performance.now()) : requestAnimationFrame(look);
        look();
      }),
  );
};

/**
 * How quick the board is with 300 initiatives more in its portfolio: the first card, without and with the files in the
 * browser's cache, and each letter of a search. Times are those of the machine.
 * @param {import('playwright-core').Browser} browser
 * @param {{ address: string, cookie: string, portfolioKey: string }} session
 */
export const boardSpeed = async (browser, { address, cookie, portfolioKey }) => {
  await importMany(address, cookie, portfolioKey);
  const url = `${address}/p/${portfolioKey}/board`;
  const [cold, warm, letters] = [
    /** @type {number[]} */ ([]),
    /** @type {number[]} */ ([]),
    /** @type {number[]} */ ([]),
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1350, height: 940 } });
    await context.addCookies(
      cookie.split('; ').map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address };
      }),
    );
    const page = await context.newPage();
    cold.push(await firstCard(page, url));
    warm.push(await firstCard(page, url));
    await page.getByLabel('Find').focus();
    for (const letter of 'region 27') {
      letters.push(await keystroke(page, letter));
    }
    await context.close();
  }
  const middle = (/** @type {number[]} */ times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return {
    firstCardCold: middle(cold),
    firstCardWarm: middle(warm),
    slowestCold: Math.max(...cold),
    worstKeystroke: Math.max(...letters),
  };
};
