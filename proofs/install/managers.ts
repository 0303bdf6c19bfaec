import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { run } from "./processes"

/** A package manager, at a version of its own so that the proof is the same tomorrow. */
export interface Manager {
  readonly name: "npm" | "pnpm" | "yarn"
  readonly version: string
  /** What a store of this manager has beside its package.json. */
  readonly files: Readonly<Record<string, string>>
  /** Writes node_modules and the lock. */
  install(folder: string): Promise<void>
  /** The manager's own way of adding a package that lies in the folder. */
  add(folder: string, tarball: string): Promise<void>
}

const cache = path.resolve(__dirname, "..", "..", ".cache", "install")

/** The program of a pinned package; npm, which every machine with Node has, fetches it once. */
async function tool(name: string, version: string, file: string): Promise<string> {
  const folder = path.join(cache, "tools", `${name.replaceAll("/", "+")}@${version}`)
  const program = path.join(folder, "node_modules", name, file)
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true }))
  await run([npmProgram(), "install", `${name}@${version}`, "--no-audit", "--no-fund"], { cwd: folder })
  return program
}

/** npm is part of Node, but where it lies is only known to the shell's path. */
function npmProgram(): string {
  const given = process.env["npm_execpath"]
  if (given !== undefined && path.basename(given) === "npm-cli.js") return given
  const { stdout } = spawnSync("npm", ["root", "--global"], { encoding: "utf8" })
  return path.join(stdout.trim(), "npm", "bin", "npm-cli.js")
}

const quiet = ["--no-audit", "--no-fund", "--prefer-offline"]

export const npm: Manager = {
  name: "npm",
  version: "of this machine",
  files: {},
  install: async (folder) => {
    await run([npmProgram(), "install", ...quiet], { cwd: folder })
  },
  add: async (folder, tarball) => {
    await run([npmProgram(), "install", `./${tarball}`, ...quiet], { cwd: folder })
  },
}

const PNPM = "10.34.9"

const pnpm: Manager = {
  name: "pnpm",
  version: PNPM,
  // As the host's manual has it for stores that go over to pnpm.
  files: {
    ".npmrc": ["*@medusajs/*", "@tanstack/react-query", "react-i18next", "react-router-dom"]
      .map((pattern) => `public-hoist-pattern[]=${pattern}\n`)
      .join(""),
  },
  install: async (folder) => {
    const program = await tool("pnpm", PNPM, "bin/pnpm.cjs")
    await run([program, "install", "--no-frozen-lockfile"], { cwd: folder, env: { CI: "1" } })
  },
  add: async (folder, tarball) => {
    const program = await tool("pnpm", PNPM, "bin/pnpm.cjs")
    await run([program, "add", `./${tarball}`, "--store-dir", pnpmShelf(folder)], {
      cwd: folder,
      env: { CI: "1" },
    })
  },
}

/** Where the store's files are linked from: pnpm looks for another place when the copy lies on another disk. */
function pnpmShelf(folder: string): string {
  const told = readFileSync(path.join(folder, "node_modules", ".modules.yaml"), "utf8")
  const [, shelf] = /"?storeDir"?: "?([^",\n]+)/.exec(told) ?? []
  if (shelf === undefined) throw new Error(`pnpm does not say in ${folder} where it keeps packages.`)
  return path.dirname(shelf)
}

const YARN = "4.18.1"
const YARN_QUIET = { YARN_ENABLE_TELEMETRY: "0", YARN_ENABLE_IMMUTABLE_INSTALLS: "false" }

const yarn: Manager = {
  name: "yarn",
  version: YARN,
  files: { ".yarnrc.yml": "nodeLinker: node-modules\n", "yarn.lock": "" },
  install: async (folder) => {
    await run([await tool("@yarnpkg/cli-dist", YARN, "bin/yarn.js"), "install"], {
      cwd: folder,
      env: YARN_QUIET,
    })
  },
  add: async (folder, tarball) => {
    const program = await tool("@yarnpkg/cli-dist", YARN, "bin/yarn.js")
    await run([program, "add", `medusa-plugin-reconciliation@file:./${tarball}`], {
      cwd: folder,
      env: YARN_QUIET,
    })
  },
}

export const managers: readonly Manager[] = [npm, pnpm, yarn]
