// The size budgets of what visitors and framed pages load. Fails when a built file is over its budget.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const budgetsGzipBytes = {
  "widget/widget.js": 20 * 1024,
  "widget/loader.js": 1 * 1024,
  "sdk/omnichannel.js": 10 * 1024,
};

let failed = 0;
for (const [path, budget] of Object.entries(budgetsGzipBytes)) {
  const file = join(web, "dist", path);
  if (!existsSync(file)) {
    console.error(`${path}: not built (npm run build)`);
    failed += 1;
    continue;
  }
  const size = gzipSync(readFileSync(file), { level: 9 }).length;
  const over = size > budget;
  if (over) failed += 1;
  console.log(`${path}: ${size} of ${budget} bytes gzip${over ? ": OVER" : ""}`);
}
process.exit(failed === 0 ? 0 : 1);
