import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA on the page as it stands, one sentence each; empty when all is well. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // As the browser's own, past the policy of the page, which allows no scripts but its own.
    await page.evaluate(AXE);
  }
  const found = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          what: Document,
          how: object,
        ): Promise<{
          violations: { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}: ${failureSummary}`),
    );
  }, TAGS);
  return found;
};

/**
 * Texts that are cut off, run over others, or stick out of the page, as an eye would see them; empty when all is well. Whatever is
 * cut off on purpose says so with `data-cut` (and tells the whole text elsewhere).
 */
export const clippedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const isShown = (element: Element): boolean => {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      return (
        // What is in a closed <details> has a box, and is not seen.
        element.checkVisibility() &&
        style.visibility !== 'hidden' &&
        style.display !== 'none' &&
        box.width > 1 &&
        box.height > 1
      );
    };
    const told = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 60);
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) {
      found.push(`the page is ${String(document.documentElement.scrollWidth)} px wide`);
    }
    const texts: { element: Element; lines: DOMRect[]; text: string }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (
        !element ||
        text === '' ||
        !isShown(element) ||
        element.closest('.aloud, [data-cut], script, style, noscript')
      ) {
        continue;
      }
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width < 1 || box.height < 1) {
        continue;
      }
      for (let around: Element | null = element; around && around !== document.body; around = around.parentElement) {
        const style = getComputedStyle(around);
        const edge = around.getBoundingClientRect();
        const hidesX = style.overflowX === 'hidden' || style.overflowX === 'clip';
        const hidesY = style.overflowY === 'hidden' || style.overflowY === 'clip';
        if (
          (hidesX && (box.right > edge.right + 1.5 || box.left < edge.left - 1.5)) ||
          (hidesY && (box.bottom > edge.bottom + 3 || box.top < edge.top - 3))
        ) {
          found.push(`cut off: "${told(text)}"`);
          break;
        }
        if (
          style.overflowX === 'auto' ||
          style.overflowX === 'scroll' ||
          style.overflowY === 'auto' ||
          style.overflowY === 'scroll' ||
          style.position === 'fixed'
        ) {
          break;
        }
      }
      texts.push({ element, lines: [...range.getClientRects()], text });
    }
    const isAbove = (element: Element): boolean =>
      element.closest('[role="dialog"], [role="menu"], [role="listbox"], [role="tooltip"], header') !== null;
    // What stands fast, such as the head of a dialog, covers what is scrolled beneath it.
    const standsFast = (element: Element): boolean => {
      for (let around: Element | null = element; around; around = around.parentElement) {
        if (getComputedStyle(around).position === 'sticky') {
          return true;
        }
      }
      return false;
    };
    const inScroll = (element: Element): Element | null => {
      for (let around: Element | null = element; around; around = around.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(around).overflowY) && around !== document.documentElement) {
          return around;
        }
      }
      return null;
    };
    // Line by line: the box around a text that wraps holds what stands before it in its first line.
    const meet = (one: DOMRect, other: DOMRect): boolean =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        if (
          one.lines.some((line) => other.lines.some((beneath) => meet(line, beneath))) &&
          !one.element.contains(other.element) &&
          !other.element.contains(one.element) &&
          isAbove(one.element) === isAbove(other.element) &&
          standsFast(one.element) === standsFast(other.element) &&
          inScroll(one.element) === inScroll(other.element)
        ) {
          found.push(`"${told(one.text)}" runs over "${told(other.text)}"`);
        }
      }
    }
    return found.slice(0, 12);
  });
