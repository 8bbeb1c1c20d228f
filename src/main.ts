import 'reflect-metadata';
import { EnvironmentRefused, readEnvironment, variables } from './platform/config/env.js';
import { log } from './platform/logging.js';
import { run } from './run.js';

// What we throw at a start says what to do, and needs no stack; anything else is a mistake of ours.
const isMeantForPeople = (error: unknown): error is Error =>
  error instanceof EnvironmentRefused || (error instanceof Error && Object.getPrototypeOf(error) === Error.prototype);

try {
  const environment = readEnvironment(variables);
  log.level = environment.logLevel;
  await run(environment, (line) => {
    console.log(line);
  });
} catch (error) {
  console.error(isMeantForPeople(error) ? `\nTollgate does not start. ${error.message}` : error);
  process.exit(1);
}
