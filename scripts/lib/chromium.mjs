import { existsSync } from 'node:fs';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where the browser is that the board is tried with; undefined where there is none. CHROMIUM names one elsewhere. */
export const chromiumPath = PLACES.find((path) => path !== undefined && path !== '' && existsSync(path));

/** What to do where there is none. */
export const NO_CHROMIUM =
  'there is no Chromium here: install it (on Debian: apt-get install chromium fonts-dejavu-core), or say where it is in CHROMIUM';
