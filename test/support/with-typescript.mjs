// For `node --import`: the program may be TypeScript.
import { loadTypeScript } from './typescript.mjs';

loadTypeScript();
