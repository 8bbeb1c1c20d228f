// A process of its own that migrates the database at the given address and prints what it applied.
import { migrateToLatest } from '../../src/platform/database/migrate.js';

const { applied } = await migrateToLatest(process.argv[2] ?? '');
console.log(JSON.stringify(applied));
