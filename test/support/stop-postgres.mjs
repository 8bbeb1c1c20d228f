/** @typedef {import('./start-postgres.mjs').Shared} Shared */

/** Stops the PostgreSQL of the run; a second call finds nothing left to do. */
export default async () => {
  const shared = /** @type {Shared} */ (globalThis);
  const starting = shared.tollgateTestServer;
  delete shared.tollgateTestServer;
  await (
    await starting
  )?.();
};
