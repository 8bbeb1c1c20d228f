import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { TestServer } from '../../../test/support/server.js';

const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const chromiumPath = PLACES.find((path) => path !== undefined && existsSync(path));

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
  readonly go: (path: string) => Promise<void>;
  readonly picture: (name: string) => Promise<void>;
}

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
    go: async (path) => {
      await page.goto(path, { waitUntil: 'networkidle' });
    },
    picture: async (name) => {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}-${size}-${scheme}.png`), fullPage: true });
    },
  };
};
