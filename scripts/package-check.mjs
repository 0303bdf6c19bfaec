/**
 * `npm run package-check`: is what npm would publish sound? publint for the manifest, "are the types wrong" for
 * what an importer's compiler sees, and a list of what must and must not be inside.
 */
import { spawnSync } from "node:child_process"
import { rmSync, statSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { pack } from "./pack.mjs"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const inside = {
  needed: [
    "package/package.json",
    "package/README.md",
    "package/LICENSE",
    "package/CHANGELOG.md",
    "package/.medusa/server/src/modules/reconciliation/index.js",
    "package/.medusa/server/src/workflows/index.js",
    "package/.medusa/server/src/admin/index.mjs",
  ],
  unwanted: /\/(test|integration-tests|bench|demo|scripts|docs)\/|\.spec\.|package-lock|medusa-config|\.map$/,
}
const largestKilobytes = 1024

/**
 * @param {string} bin
 * @param {string[]} words
 */
function tool(bin, words) {
  console.log(`\n$ ${path.basename(bin)} ${words.join(" ")}`)
  const run = spawnSync(process.execPath, [path.join("node_modules", bin), ...words], {
    cwd: root,
    stdio: "inherit",
  })
  if (run.status !== 0) process.exitCode = 1
}

/** @param {string} complaint */
function fail(complaint) {
  console.error(`FAIL ${complaint}`)
  process.exitCode = 1
}

const tarball = pack()
const listed = spawnSync("tar", ["-tzf", tarball], { encoding: "utf8" }).stdout.trim().split("\n")
for (const file of inside.needed) if (!listed.includes(file)) fail(`the package lacks ${file}`)
for (const file of listed) if (inside.unwanted.test(file)) fail(`the package must not hold ${file}`)
const kilobytes = Math.round(statSync(tarball).size / 1024)
console.log(`${listed.length} files, ${kilobytes} kB packed`)
if (kilobytes > largestKilobytes) fail(`the package is larger than ${largestKilobytes} kB`)

tool("publint/src/cli.js", ["run", tarball, "--strict"])
// The plugin is CommonJS for Node 16 resolution and later, as its host is; the admin bundle is for the dashboard.
const entries = ["workflows", "modules/reconciliation", "types/http"]
// The host reads a module's definition from a default export, so that one complaint is ignored.
const ignored = ["--ignore-rules", "cjs-only-exports-default"]
tool("@arethetypeswrong/cli/dist/index.js", [
  tarball,
  "--profile",
  "node16",
  ...ignored,
  "--entrypoints",
  ...entries,
])
rmSync(path.dirname(tarball), { recursive: true, force: true })
