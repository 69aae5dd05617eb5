// Says why everything in a map stands or falls: a line of JSON in, a line of JSON out.

import { createInterface } from "node:readline";

import { evaluate } from "../../../argmap/render/explorer/modules/labelling.js";
import { News } from "../../../argmap/render/explorer/modules/labelling/news.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { data, words } = JSON.parse(line);
  const news = new News(data, words);
  const verdicts = [...evaluate(data.network, {})];
  const told = Object.fromEntries(verdicts.map(([id, verdict]) => [id, news.reason(id, verdict)]));
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
