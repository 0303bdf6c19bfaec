/**
 * Builds the plugin when its sources are newer than the last build, and packs it as npm would publish it.
 * Prints the tarball's path as its last line.
 */
import { spawnSync } from "node:child_process"
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")
const built = path.join(root, ".medusa", "server")

/**
 * Time of the last change of a file, or of anything in a folder.
 * @param {string} place
 * @returns {number}
 */
function changed(place) {
  const stat = statSync(place, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(place)
    .map((entry) => changed(path.join(place, entry)))
    .reduce((latest, one) => Math.max(latest, one), 0)
}

/**
 * @param {string[]} words
 * @param {"inherit" | "pipe"} output
 */
function npm(words, output) {
  const run = spawnSync("npm", words, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", output, "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "1" },
  })
  if (run.status !== 0) throw new Error(`npm ${words.join(" ")} failed with status ${run.status}.`)
  return run.stdout
}

/** @returns {void} */
export function build() {
  const sources = ["src", "package.json", "tsconfig.json", "tsconfig.base.json"].map((one) =>
    changed(path.join(root, one)),
  )
  const lastBuild = changed(path.join(built, "src", "admin", "index.mjs"))
  if (lastBuild > Math.max(...sources)) return
  npm(["run", "build"], "inherit")
}

/**
 * @returns {string} the tarball's path
 */
export function pack() {
  build()
  const shelf = path.join(root, ".cache", "pack", String(process.pid))
  rmSync(shelf, { recursive: true, force: true })
  mkdirSync(shelf, { recursive: true })
  const words = ["pack", "--ignore-scripts", "--json", "--pack-destination", shelf]
  const [packed] = JSON.parse(npm(words, "pipe") ?? "[]")
  return path.join(shelf, packed.filename)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(pack())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
