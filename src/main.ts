import 'reflect-metadata';
import { EnvironmentRefused, readEnvironment } from './platform/config/env.js';
import { run } from './run.js';

const sayAndEnd = (error: unknown): never => {
  const expected =
    error instanceof EnvironmentRefused || (error instanceof Error && !('cause' in error) && error.name === 'Error');
  console.error(expected ? `\nTollgate does not start. ${error.message}` : error);
  process.exit(1);
};

try {
  await run(readEnvironment(process.env), (line) => {
    console.log(line);
  });
} catch (error) {
  sayAndEnd(error);
}
