// Makes src/api/schema.ts from the server's OpenAPI document. openapi-typescript needs the compiler of TypeScript 5.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapi, { astToString } from 'openapi-typescript';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const document = JSON.parse(readFileSync(join(web, '..', 'docs', 'reference', 'openapi.json'), 'utf8'));
const tree = await openapi(document, { alphabetize: true, emptyObjectsUnknown: true });
writeFileSync(join(web, 'src', 'api', 'schema.ts'), `// Made by scripts/types.mjs from docs/reference/openapi.json. Not edited by hand, not committed.\n${astToString(tree)}`);
