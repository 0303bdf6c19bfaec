import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fingerprint, openMemory } from "./fingerprint.mjs"
import { launch, run, tailOf } from "./processes.mjs"
import { StageError } from "./stages.mjs"

const ROOT = path.resolve(import.meta.dirname, "../..")
const HOST = path.join(ROOT, "demo/host")
/** What `medusa build` makes of the host; `medusa start` runs here. */
const BUILT = path.join(HOST, ".medusa/server")
const PLUGIN_BUILT = path.join(ROOT, ".medusa/server")
const MEDUSA = path.join(ROOT, "node_modules/@medusajs/cli/cli.js")
const LOGS = path.join(ROOT, ".cache/demo")
const BOOT_PATIENCE_MS = 180_000

/** @param {string} name */
const logOf = (name) => path.join(LOGS, `${name}.log`)
const memory = openMemory(path.join(LOGS, "built.json"))

export const ADMIN = { email: "admin@example.com", password: "reconcile-me" }

/** @param {string} databaseUrl */
function environment(databaseUrl, mode = "production") {
  return {
    NODE_ENV: mode,
    MEDUSA_DISABLE_TELEMETRY: "1",
    // `medusa build` checks the types; loading the configuration need not do it again.
    TS_NODE_TRANSPILE_ONLY: "true",
    DATABASE_URL: databaseUrl,
    DEMO_ADMIN_EMAIL: ADMIN.email,
    DEMO_ADMIN_PASSWORD: ADMIN.password,
  }
}

/**
 * Runs `build` unless its inputs are those of the last build and its output is still there.
 * @param {string} key
 * @param {{ inputs: () => string, output: string }} files
 * @param {() => Promise<void>} build
 */
async function whenChanged(key, { inputs, output }, build) {
  const now = inputs()
  if (memory.get(key) === now && existsSync(output)) {
    return "unchanged"
  }
  memory.set(key, "building")
  await build()
  memory.set(key, now)
  return "built"
}

export async function buildPlugin() {
  const inputs = () =>
    fingerprint(ROOT, ["src", "package.json", "package-lock.json", "tsconfig.json", "tsconfig.base.json"])
  // Left by `medusa plugin:develop`; with it the host would compile the admin from the sources.
  rmSync(path.join(PLUGIN_BUILT, "medusa-plugin-options.json"), { force: true })
  return await whenChanged("plugin", { inputs, output: path.join(PLUGIN_BUILT, "src/admin/index.mjs") }, () =>
    run("The build of the plugin", [MEDUSA, "plugin:build"], {
      cwd: ROOT,
      env: { NODE_ENV: "development", MEDUSA_DISABLE_TELEMETRY: "1" },
      log: logOf("plugin-build"),
    }),
  )
}

/** The host finds the plugin as any store would, in its node_modules. */
export function linkPlugin() {
  const link = path.join(HOST, "node_modules/medusa-plugin-reconciliation")
  if (!lstatSync(link, { throwIfNoEntry: false })) {
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(
      path.relative(path.dirname(link), ROOT),
      link,
      process.platform === "win32" ? "junction" : "dir",
    )
  }
}

/**
 * The admin's pages contain the plugin's, so they are built again when those changed.
 * @param {string} databaseUrl
 */
export async function buildHost(databaseUrl) {
  const inputs = () => fingerprint(ROOT, ["demo/host", ".medusa/server/src/admin", "package-lock.json"])
  return await whenChanged("host", { inputs, output: path.join(BUILT, "public/admin/index.html") }, () =>
    run("The build of the store", [MEDUSA, "build"], {
      cwd: HOST,
      env: environment(databaseUrl),
      log: logOf("host-build"),
    }),
  )
}

/** Changes when a migration of the plugin, of the host or of Medusa does. */
export function schemaFingerprint() {
  const modules = path.join(PLUGIN_BUILT, "src/modules")
  const names = existsSync(modules) ? readdirSync(modules).toSorted() : []
  return fingerprint(ROOT, [
    ...names.map((name) => `.medusa/server/src/modules/${name}/migrations`),
    ".medusa/server/src/links",
    "demo/host/src/migration-scripts",
    "package-lock.json",
  ])
}

/**
 * From the host's sources, so that it need not wait for the build.
 * @param {string} databaseUrl
 */
export async function migrate(databaseUrl) {
  await run("The migration", [MEDUSA, "db:migrate", "--execute-all-links", "--execute-all-search"], {
    cwd: HOST,
    env: environment(databaseUrl, "development"),
    log: logOf("migrate"),
  })
}

/**
 * Starts the store and waits until it answers.
 * @param {{ databaseUrl: string, port: number, address: string }} where
 * @returns {Promise<import("./types.js").Host>}
 */
export async function startHost({ databaseUrl, port, address }) {
  const server = launch([MEDUSA, "start", "--port", String(port), "--host", address], {
    cwd: BUILT,
    env: environment(databaseUrl),
    log: logOf("server"),
  })
  const base = `http://localhost:${port}`
  const outcome = await Promise.race([server.ended, untilAnswers(`${base}/health`)])
  if (outcome === true) {
    return { ...server, base, login: ADMIN }
  }
  await server.stop()
  const what = outcome === false ? "did not answer in three minutes" : `ended with ${outcome}`
  throw new StageError(`The store ${what}.`, { log: server.log, tail: tailOf(server.log) })
}

/**
 * @param {string} url
 * @returns {Promise<boolean>} false when patience ended first
 */
async function untilAnswers(url) {
  const deadline = Date.now() + BOOT_PATIENCE_MS
  while (Date.now() < deadline) {
    if (await answers(url)) {
      return true
    }
    await sleep(200)
  }
  return false
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
