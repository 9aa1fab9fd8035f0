// What the map page weighs on its way to the browser before any data, gzipped; fails above two megabytes.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const files = (folder) => readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]));
// The counties' outlines are asked for only when somebody shows that layer; everything else is counted, also pages not opened.
const counted = files(dist).filter((file) => !file.endsWith('counties.json') && !file.endsWith('.map'));
const weights = counted.map((file) => [gzipSync(readFileSync(file), { level: 6 }).length, file.slice(dist.length + 1)]).sort((a, b) => b[0] - a[0]);
const sum = weights.reduce((total, [weight]) => total + weight, 0);
for (const [weight, file] of weights.slice(0, 6)) console.log(`   ${String(Math.round(weight / 1000)).padStart(5)} kB  ${file}`);
console.log(`   ${String(Math.round(sum / 1000)).padStart(5)} kB  all ${weights.length} files, gzipped`);
if (sum > 2_000_000) {
  console.error('   more than 2 MB: split off what the first page does not need, or drop it');
  process.exit(1);
}
