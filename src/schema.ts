import { writeFileSync } from 'node:fs';
import { generateSchema } from './schema-text.js';

writeFileSync('schema.graphql', await generateSchema());
process.exit(0);
