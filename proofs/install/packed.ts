import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { run } from "./processes"

const root = path.resolve(__dirname, "..", "..")

/** The plugin as npm would publish it, and as it must not be. */
export interface Packed {
  readonly right: string
  /** Asks for the router of the release before, as the plugin itself once did. */
  readonly oldRouterPeer: string
  /** Brings a router of its own. */
  readonly ownRouter: string
  remove(): void
}

interface Manifest {
  readonly dependencies: Record<string, string>
  readonly peerDependencies: Record<string, string>
  readonly peerDependenciesMeta: Record<string, unknown>
}

export async function packPlugin(): Promise<Packed> {
  const told = await run([path.join(root, "scripts", "pack.mjs")], { cwd: root })
  const right = told.trim().split("\n").at(-1) ?? ""
  const folder = path.dirname(right)
  return {
    right,
    oldRouterPeer: changed(right, "old-router-peer", (manifest) => {
      manifest.peerDependencies["react-router-dom"] = "^6.30.4"
    }),
    ownRouter: changed(right, "own-router", (manifest) => {
      // of a package that names it twice pnpm takes the peer
      delete manifest.peerDependencies["react-router-dom"]
      delete manifest.peerDependenciesMeta["react-router-dom"]
      manifest.dependencies["react-router-dom"] = "6.30.4"
    }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The same tarball with another package.json. */
function changed(tarball: string, name: string, edit: (manifest: Manifest) => void): string {
  const folder = path.join(path.dirname(tarball), name)
  mkdirSync(folder, { recursive: true })
  tar("-xzf", tarball, "-C", folder)
  const file = path.join(folder, "package", "package.json")
  const manifest: Manifest = JSON.parse(readFileSync(file, "utf8"))
  edit(manifest)
  writeFileSync(file, JSON.stringify(manifest, null, 2))
  tar("-czf", `${folder}.tgz`, "-C", folder, "package")
  return `${folder}.tgz`
}

function tar(...words: readonly string[]): void {
  const { status, stderr } = spawnSync("tar", words, { encoding: "utf8" })
  if (status !== 0) throw new Error(`tar ${words.join(" ")} failed: ${stderr}`)
}
