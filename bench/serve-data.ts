import { openData } from './data.js';
import { BENCH_TOKEN } from './furnish/people.js';
import { SIZES } from './sizes.js';

/** Has a portfolio of a size, made if the folder has none, on a PostgreSQL that runs until it is told to stop; tells where it is. */
export const serveData = async (name: string, folder: string | null): Promise<void> => {
  const size = SIZES.find((each) => each.name === name);
  if (!size) {
    throw new Error(`There is no size ${name}.`);
  }
  const data = await openData(folder, console.log);
  const url = await data.of(size);
  console.log(`DATABASE_URL=${url}\nTOLLGATE_TOKEN=${BENCH_TOKEN}`);
  const alive = setInterval(() => undefined, 60_000);
  await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
  clearInterval(alive);
  await data.stop();
};
