// Runs the TypeScript compiler over every package, each with its own settings.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const folders = ["packages", "apps"].flatMap((group) => readdirSync(join(web, group)).map((name) => join(group, name)));
folders.push("e2e");

let failed = false;
for (const folder of folders.filter((name) => existsSync(join(web, name, "tsconfig.json")))) {
  const compiler = join(web, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-p", folder], { cwd: web, stdio: "inherit" });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
