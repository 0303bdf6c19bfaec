/**
 * `npm run package-check`: is what npm would publish sound? publint for the manifest, "are the types wrong" for
 * what an importer's compiler sees, and a list of what must and must not be inside.
 */
import { spawnSync } from "node:child_process"
import { rmSync, statSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { transformWithEsbuild } from "vite"
import { pack } from "./pack.mjs"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const inside = {
  needed: [
    "package/package.json",
    "package/README.md",
    "package/LICENSE",
    "package/CHANGELOG.md",
    "package/SECURITY.md",
    "package/docs/guide.md",
    "package/docs/workflows.md",
    "package/docs/errors.md",
    "package/docs/openapi.json",
    "package/docs/screens/order-widget-en-light.png",
    "package/examples/scripts/backfill.ts",
    "package/.medusa/server/src/modules/reconciliation/index.js",
    "package/.medusa/server/src/workflows/index.js",
    "package/.medusa/server/src/admin/index.mjs",
  ],
  unwanted:
    /^package\/(test|integration-tests|bench|proofs|demo|scripts|acceptance)\/|\.spec\.|package-lock|medusa-config|\.map$/,
}
/** For whoever works on the plugin; a reader of the package finds them in the repository. */
const onlyInRepository = new Set(["CONTRIBUTING.md", "docs/acceptance.md", "docs/bench.md"])
/**
 * The overview, planned payments, notes, document numbers and payment references took 186 kB, half of it the admin's, of which
 * a package holds each part twice; the reader of orders and runs 72 kB, their pages and the back-fill 78 kB; the audit, the
 * self-check, the settings, opening balances and the set-up 265 kB; what an undo of a run leaves, with its reasons, and the next
 * steps of the lists 18 kB; twenty rules of the check and the fields of settings 15 kB.
 */
const largestKilobytes = 2350
/**
 * Minified and gzipped: what every page of the host's admin loads; what one browser can load of all that is there for the work of
 * a day; and the pages that a store opens when it begins and seldom later, with the words that only they say. The words of late
 * pages are a chunk for each language, and a browser loads that of its reader's language alone: the larger one counts.
 */
const largestAdmin = { first: 60_000, oneBrowser: 250_000, seldom: 43_000 }

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

/**
 * Every link of a page that is shipped leads to something that is shipped.
 * @param {string} file in the tarball
 */
function checkLinks(file) {
  const text = spawnSync("tar", ["-xzOf", tarball, file], { encoding: "utf8" }).stdout
  for (const [, target = ""] of text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)) {
    if (/^[a-z]+:/.test(target)) continue
    const place = path.posix.join(path.posix.dirname(file), target).replace(/\/$/, "")
    const there = listed.some((one) => one === place || one.startsWith(`${place}/`))
    if (!there && !onlyInRepository.has(place.replace(/^package\//, "")))
      fail(`${file} leads to ${target}, which the package lacks`)
  }
}

/** @param {string} file in the tarball */
async function weigh(file) {
  const { code } = await transformWithEsbuild(textOf(file), "index.mjs", { minify: true, sourcemap: false })
  return gzipSync(code).length
}

const adminFolder = "package/.medusa/server/src/admin/"

/** @param {string} file in the tarball */
function textOf(file) {
  return spawnSync("tar", ["-xzOf", tarball, file], { encoding: "utf8", maxBuffer: 2 ** 26 }).stdout
}

/**
 * The entry of the admin and every part that is loaded with it; with the chunks too, all that it can ever load.
 * @param {{ withChunks: boolean }} which
 */
function partsOfAdmin({ withChunks }) {
  const parts = new Set([`${adminFolder}index.mjs`])
  for (const part of parts) {
    for (const [, dynamic, name = ""] of textOf(part).matchAll(/\b(?:from|import)\s*(\(?)\s*"(\.[^"]+)"/g)) {
      const file = path.posix.join(path.posix.dirname(part), name)
      if ((withChunks || dynamic === "") && listed.includes(file)) parts.add(file)
    }
  }
  return [...parts]
}

/** @param {string[]} files in the tarball */
async function weighAll(files) {
  const sizes = await Promise.all(files.map(weigh))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The host minifies and compresses what it serves; heavy pages are chunks that it loads when they are opened. */
async function checkAdmin() {
  const first = await weighAll(partsOfAdmin({ withChunks: false }))
  const parts = partsOfAdmin({ withChunks: true })
  const all = await weighAll(parts)
  const [en = 0, fr = 0, asideEn = 0, asideFr = 0] = await Promise.all(
    ["lateEn", "lateFr", "asideEn", "asideFr"].map(async (name) => weighAll(wordsIn(parts, name))),
  )
  const pages = await weighAll(parts.filter((part) => /\/seldom-[^/]+$/.test(part)))
  const seldom = pages + Math.max(asideEn, asideFr)
  const oneBrowser = all - Math.min(en, fr) - pages - asideEn - asideFr
  console.log(
    `${first} bytes of admin on every page, ${oneBrowser} for one browser at work, ${seldom} seldom, ${all} in all (late words: ${en} English, ${fr} French), minified and gzipped`,
  )
  if (first < 10_000) fail("what every page of the admin loads was not found")
  if ([en, fr, asideEn, asideFr].includes(0))
    fail("the late words of each language are not in a chunk of their own")
  if (first > largestAdmin.first) fail(`the admin's first part is larger than ${largestAdmin.first} bytes`)
  if (seldom < 5_000 || seldom > largestAdmin.seldom)
    fail(
      `the pages that are seldom opened weigh ${seldom} bytes: at most ${largestAdmin.seldom}, and a part of their own`,
    )
  if (oneBrowser > largestAdmin.oneBrowser)
    fail(`what one browser can load of the admin is larger than ${largestAdmin.oneBrowser} bytes`)
}

/**
 * The chunk that holds such words of one language and not of the other. What loads both names both, and is none.
 * @param {string[]} parts
 * @param {string} name "lateEn", "asideFr"
 */
function wordsIn(parts, name) {
  const other = name.endsWith("En") ? name.replace(/En$/, "Fr") : name.replace(/Fr$/, "En")
  return parts.filter((part) => {
    const text = textOf(part)
    return text.includes(`const ${name} =`) && !text.includes(`const ${other} =`)
  })
}

const tarball = pack()
const listed = spawnSync("tar", ["-tzf", tarball], { encoding: "utf8" }).stdout.trim().split("\n")
for (const file of inside.needed) if (!listed.includes(file)) fail(`the package lacks ${file}`)
for (const file of listed) if (inside.unwanted.test(file)) fail(`the package must not hold ${file}`)
for (const file of listed.filter((one) => one.endsWith(".md"))) checkLinks(file)
const kilobytes = Math.round(statSync(tarball).size / 1024)
console.log(`${listed.length} files, ${kilobytes} kB packed`)
await checkAdmin()
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
