import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { chromiumPath } from '../../../scripts/lib/chromium.mjs';
import type { TestServer } from '../../../test/support/server.js';

/** Describes what needs a browser: skipped, with a word why, where there is none. */
export const describeInBrowser = (name: string, body: () => void): void => {
  if (chromiumPath === undefined) {
    describe.skip(`${name} (there is no Chromium here)`, body);
  } else {
    describe(name, body);
  }
};

/** Where the pictures of the screens go, for people to look at. */
export const PICTURES = join(import.meta.dirname, '..', 'pictures');

// What is below the window is drawn too, which a browser does not do for the cards before one scrolls to them.
const SEEN = '* { content-visibility: visible !important }';

export const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly size?: keyof typeof SIZES;
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: ['--no-sandbox', '--disable-gpu', '--force-prefers-reduced-motion'],
  });

/** A window of a person at the board; nothing but the own server may be asked, and whatever fails is put down. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page and requests to other hosts, in words; empty when all is well. */
  readonly troubles: string[];
  /** Goes to an address, and waits until the page has come to rest. */
  readonly go: (path: string) => Promise<void>;
  /** Until nothing the page asked for is on its way, and nothing on it is busy. */
  readonly rest: () => Promise<void>;
  readonly picture: (name: string) => Promise<void>;
}

// What is to be asked next is asked within these.
const QUIET_FRAMES = 6;

const restOf = (page: Page): (() => Promise<void>) => {
  const underWay = new Set<Request>();
  page.on('request', (request) => underWay.add(request));
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  const isBusy = () =>
    page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          requestAnimationFrame(() =>
            setTimeout(() => {
              resolve(
                document.querySelector('main, form') === null || document.querySelector('[aria-busy="true"]') !== null,
              );
            }),
          );
        }),
    );
  return async () => {
    for (let quiet = 0; quiet < QUIET_FRAMES;) {
      quiet = (await isBusy()) || underWay.size > 0 ? 0 : quiet + 1;
    }
  };
};

/** Opens a window and signs in by an API token, as its form does. */
export const visit = async (
  browser: Browser,
  server: TestServer,
  token: string | null,
  { scheme = 'light', size = 'desk' }: Look = {},
): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    baseURL: server.url,
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  const troubles: string[] = [];
  const page = await context.newPage();
  const rest = restOf(page);
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      troubles.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url())) {
      troubles.push(`asked ${request.url()}`);
    }
  });
  if (token !== null) {
    const answer = await context.request.post('/session/token', {
      data: { token },
      headers: { 'x-tollgate-client': 'board', origin: server.url },
    });
    expect(answer.status()).toBe(204);
  }
  return {
    page,
    context,
    troubles,
    rest,
    go: async (path) => {
      await page.goto(path);
      await rest();
    },
    picture: async (name) => {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}-${size}-${scheme}.png`), fullPage: true, style: SEEN });
    },
  };
};
