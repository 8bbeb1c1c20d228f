// Nothing but this check may be loaded first: an old Node would stumble over newer syntax before it could say a word.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Tollgate needs Node 20.19 or newer, and this is Node ${process.versions.node}. Install Node 24 LTS, then start again.`,
  );
  process.exit(1);
}
const { start } = await import('./lib/start.mjs');
await start();
