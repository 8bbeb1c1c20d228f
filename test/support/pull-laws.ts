import { expect } from '@jest/globals';
import type { Instant } from '../../src/domain/basics/instant.js';
import type { ConnectionSettings } from '../../src/domain/tickets/connection-settings.js';
import type { CanonicalEvent } from '../../src/domain/tickets/ticket.js';
import type { PullClient } from '../../src/tools/pull-client.js';
import type { FakeTool } from '../fake-tools/fake-tool.js';
import { beginningOf, callOf, Killed, saidIn, sweep, type Kept } from './pull-by-hand.js';

/** Reads everything since an instant without being disturbed. */
export const readAll = async (
  client: PullClient,
  tool: FakeTool,
  settings: Partial<ConnectionSettings>,
  since: Instant,
): Promise<Kept> => {
  const call = callOf(tool.url, settings);
  const kept = beginningOf(client, call, since);
  await sweep(client, call, kept);
  return kept;
};

/**
 * A law of every client: cut off at any request and gone on with, it comes to what it comes to undisturbed; nothing is lost, and
 * what is said twice says the same. Answers with what it came to.
 */
export const expectResumable = async (
  client: PullClient,
  tool: FakeTool,
  settings: Partial<ConnectionSettings>,
  since: Instant,
): Promise<readonly CanonicalEvent[]> => {
  const before = tool.asked.length;
  const undisturbed = await readAll(client, tool, settings, since);
  const requests = tool.asked.length - before;
  for (let killAt = 1; killAt <= requests; killAt += 1) {
    const kept = beginningOf(client, callOf(tool.url, settings), since);
    await expect(sweep(client, callOf(tool.url, settings, killAt), kept)).rejects.toBeInstanceOf(Killed);
    await sweep(client, callOf(tool.url, settings), kept);
    expect(saidIn(kept.events)).toEqual(saidIn(undisturbed.events));
  }
  return undisturbed.events;
};
