// Builds every browser part into one folder, laid out as the server serves it, each text file beside its .gz and .br.
// Usage: node scripts/build.mjs [OUT]   (default: dist)
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "vite";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const out = resolve(process.argv[2] ?? join(web, "dist"));

/** Each part's folder and where its `dist` goes; "" is the root. */
const parts = [
  ["apps/workspace", ""],
  ["apps/widget", ""],
  ["packages/sdk", "sdk"],
];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [part, target] of parts) {
  const root = join(web, part);
  process.chdir(root);
  await build({ root, logLevel: "warn" });
  cpSync(join(root, "dist"), join(out, target), { recursive: true });
}
compress(out);

function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) compress(path);
    else if (worthCompressing(path)) compressFile(path);
  }
}

function worthCompressing(path) {
  return [".html", ".js", ".css", ".svg", ".json", ".ts", ".txt", ".map"].includes(extname(path));
}

function compressFile(path) {
  const bytes = readFileSync(path);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  for (const [suffix, packed] of [
    [".gz", gzipSync(bytes, { level: 9 })],
    [".br", brotliCompressSync(bytes, { params: quality })],
  ]) {
    if (packed.length < bytes.length) writeFileSync(path + suffix, packed);
  }
}
