import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { readTree, type Tree } from "./copies"
import type { Manager } from "./managers"
import { run, serve, type Running } from "./processes"
import { LOGIN } from "./shop"
import { writeConfig, writeManifest, type Kind } from "./stores"

const bases = path.resolve(__dirname, "..", "..", ".cache", "install", "stores")

/**
 * A store with its dependencies installed and its lock written, kept between runs; what is tried is a copy of it.
 * Installing begins outside the checkout, where nothing of ours can be found by looking upwards.
 */
async function baseOf(manager: Manager, kind: Kind, say: (line: string) => void): Promise<string> {
  const key = createHash("sha256")
    .update(JSON.stringify([manager.name, manager.version, manager.files, kind, process.version]))
    .digest("hex")
    .slice(0, 12)
  const kept = path.join(bases, `${manager.name}-${kind.name}-${key}`)
  if (existsSync(kept)) return kept
  say(`installing the ${kind.name} store by ${manager.name}, once`)
  const folder = mkdtempSync(path.join(tmpdir(), "reconciliation-base-"))
  try {
    writeManifest(folder, kind)
    for (const [name, text] of Object.entries(manager.files)) writeFileSync(path.join(folder, name), text)
    await manager.install(folder)
    mkdirSync(bases, { recursive: true })
    // under another name until it is whole
    shell("mv", folder, `${kept}.part`)
    renameSync(`${kept}.part`, kept)
  } finally {
    shell("rm", "-rf", folder)
  }
  return kept
}

/** Fifty thousand files: the system's own tools keep the links that pnpm lives by, and are many times faster than Node. */
function shell(tool: "cp" | "mv" | "rm", ...words: readonly string[]): void {
  const { status, stderr } = spawnSync(tool, words, { encoding: "utf8" })
  if (status !== 0) throw new Error(`${tool} ${words.join(" ")} failed: ${stderr.slice(0, 500)}`)
}

/** An existing store, which gets the plugin while one looks. */
export class Store {
  private constructor(
    private readonly folder: string,
    private readonly manager: Manager,
  ) {}

  static async open(manager: Manager, kind: Kind, say: (line: string) => void): Promise<Store> {
    const base = await baseOf(manager, kind, say)
    const home = mkdtempSync(path.join(tmpdir(), "reconciliation-store-"))
    const folder = path.join(home, "store")
    shell("cp", "-a", base, folder)
    writeConfig(folder, { plugin: false })
    return new Store(folder, manager)
  }

  tree(): Tree {
    return readTree(this.folder)
  }

  /** The manager's `add` on the tarball, then the line in the store's configuration. */
  async add(tarball: string): Promise<void> {
    const name = path.basename(tarball)
    cpSync(tarball, path.join(this.folder, name))
    await this.manager.add(this.folder, name)
    writeConfig(this.folder, { plugin: true })
  }

  async migrate(databaseUrl: string): Promise<void> {
    await this.medusa(databaseUrl, "db:migrate", "--execute-all-links")
  }

  async makeAdmin(databaseUrl: string): Promise<void> {
    await this.medusa(databaseUrl, "user", "--email", LOGIN.email, "--password", LOGIN.password)
  }

  async build(databaseUrl: string): Promise<void> {
    await this.medusa(databaseUrl, "build")
  }

  /** As it was before: without its admin, whose pages take minutes to build and are not looked at yet. */
  async startWithoutAdmin(databaseUrl: string): Promise<Running> {
    return await serve([this.cli(), "start"], {
      cwd: this.folder,
      env: { DATABASE_URL: databaseUrl, WITHOUT_ADMIN: "true", TS_NODE_TRANSPILE_ONLY: "true" },
    })
  }

  /** What `medusa build` left, started as a shop starts it. */
  async start(databaseUrl: string): Promise<Running> {
    return await serve([this.cli(), "start"], {
      cwd: path.join(this.folder, ".medusa", "server"),
      env: { DATABASE_URL: databaseUrl, NODE_ENV: "production" },
    })
  }

  remove(): void {
    shell("rm", "-rf", path.dirname(this.folder))
  }

  private async medusa(databaseUrl: string, ...words: readonly string[]): Promise<void> {
    await run([this.cli(), ...words], {
      cwd: this.folder,
      env: {
        DATABASE_URL: databaseUrl,
        TS_NODE_TRANSPILE_ONLY: "true",
        // the pages as a shop builds them, without React's advice to whoever develops the host
        ...(words[0] === "build" ? { NODE_ENV: "production" } : {}),
      },
    })
  }

  private cli(): string {
    const cli = path.join(this.folder, "node_modules", "@medusajs", "cli")
    const manifest: { bin: Record<string, string> } = JSON.parse(
      readFileSync(path.join(cli, "package.json"), "utf8"),
    )
    return path.join(cli, manifest.bin["medusa"] ?? "cli.js")
  }
}
