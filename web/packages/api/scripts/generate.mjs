// Writes src/schema.ts from the server's own description of its API. With --check: fails when that file is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTypescript, { astToString } from "openapi-typescript";

const snapshot = new URL("../../../../crates/server/openapi.json", import.meta.url);
const target = fileURLToPath(new URL("../src/schema.ts", import.meta.url));
const heading = "// Generated from crates/server/openapi.json by `npm run generate`. Do not edit.\n\n";
const types = heading + astToString(await openapiTypescript(snapshot));

if (!process.argv.includes("--check")) {
  writeFileSync(target, types);
} else if (readFileSync(target, "utf8") !== types) {
  console.error("packages/api/src/schema.ts is stale: run `npm run generate`.");
  process.exit(1);
}
