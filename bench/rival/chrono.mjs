// Reads the dates of articles with chrono-node's Vietnamese locale and prints how much processor time that takes.
// usage: node chrono.mjs ARTICLES.jsonl ROUNDS    (one object a line: text, published)
import { readFileSync } from 'node:fs';
import * as vi from 'chrono-node/vi';

const [file, rounds] = process.argv.slice(2);
const articles = readFileSync(file, 'utf8').split('\n').filter(line => line.trim()).map(line => JSON.parse(line));
const milliseconds = [];
let found = 0;
for (let round = 0; round < Number(rounds); round++) {
  found = 0;
  const start = process.cpuUsage();
  for (const { text, published } of articles) found += vi.parse(text, published ? new Date(published) : undefined).length;
  const used = process.cpuUsage(start);
  milliseconds.push((used.user + used.system) / 1e3);
}
console.log(JSON.stringify({ found, milliseconds }));
