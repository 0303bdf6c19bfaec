/**
 * Makes sure node_modules holds what package-lock.json says; runs `npm ci` when it does not.
 * Node builtins only: this runs before anything is installed.
 *
 * npm itself leaves the stamp: node_modules/.package-lock.json is written last, when all is in place.
 */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages ?? {}

/**
 * Why an install is needed, or null when it is not.
 * @param {string} [folder]
 * @returns {string | null}
 */
export function whyInstall(folder = root) {
  /** @type {Record<string, LockedPackage>} */
  let installed
  try {
    installed = packagesOf(path.join(folder, "node_modules", ".package-lock.json"))
  } catch {
    return "node_modules is missing or incomplete"
  }
  for (const [where, wanted] of Object.entries(packagesOf(path.join(folder, "package-lock.json")))) {
    if (where === "" || wanted.link) continue
    const present = installed[where]
    if (!present && !wanted.optional) return `${where} is not installed`
    if (present && (present.version !== wanted.version || present.integrity !== wanted.integrity))
      return `${where} is ${present.version}, package-lock.json says ${wanted.version}`
  }
  return null
}

/** @returns {void} */
export function ensureInstall() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  const old = major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)
  if (old)
    throw new Error(`Node ${process.version} is too old: 20.19 or later, or 22.12 or later, is needed.`)

  const why = whyInstall()
  if (!why) return
  console.log(`Installing: ${why}.\n$ npm ci`)
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const { status, error } = spawnSync(npm, ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, NODE_ENV: "development" },
  })
  if (error || status !== 0)
    throw new Error(`npm ci failed${error ? `: ${error.message}` : ` with status ${status}`}.`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    ensureInstall()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
