import type { Page } from 'playwright-core';

/** Waits until a screen has its heading and nothing on it is a skeleton any more. */
export const answered = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
};
