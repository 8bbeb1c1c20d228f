import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how?: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives back to the system what starting took and serving does not need: a third of the memory on Node 24, whose young generation stays
 * as large as loading all modules made it. Takes two or three tenths of a second, so it is done before anybody is served.
 */
export const giveBackMemory = (): void => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  // Node 20 knows no flavors, and does nothing for who asks for one.
  collect();
};
